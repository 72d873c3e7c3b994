/** Tests of reading, verifying and issuing badges. */
@NullMarked
package io.credentialrules.openbadges;

import org.jspecify.annotations.NullMarked;
