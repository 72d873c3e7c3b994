/** Tests of what names say. */
@NullMarked
package io.credentialrules.internal.check.words;

import org.jspecify.annotations.NullMarked;
