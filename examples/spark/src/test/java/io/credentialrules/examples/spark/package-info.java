/** The example, run. */
@NullMarked
package io.credentialrules.examples.spark;

import org.jspecify.annotations.NullMarked;
