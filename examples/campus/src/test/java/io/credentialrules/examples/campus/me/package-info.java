/** Tests of what only this package can reach. */
@NullMarked
package io.credentialrules.examples.campus.me;

import org.jspecify.annotations.NullMarked;
