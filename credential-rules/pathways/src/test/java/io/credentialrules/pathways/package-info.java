/** Tests of pathways. */
@NullMarked
package io.credentialrules.pathways;

import org.jspecify.annotations.NullMarked;
