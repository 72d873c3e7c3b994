/** Tests of what only this package can reach. */
@NullMarked
package io.credentialrules.examples.campus.policy;

import org.jspecify.annotations.NullMarked;
