/** Fifth stage: says why, from the same program, without the engine. */
@NullMarked
package io.credentialrules.internal.explain;

import org.jspecify.annotations.NullMarked;
