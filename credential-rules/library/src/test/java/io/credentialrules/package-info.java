/** Tests of the public types, as a host uses them. */
@NullMarked
package io.credentialrules;

import org.jspecify.annotations.NullMarked;
