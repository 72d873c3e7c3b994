/** Tests of what only the checks themselves can show. */
@NullMarked
package io.credentialrules.internal.check;

import org.jspecify.annotations.NullMarked;
