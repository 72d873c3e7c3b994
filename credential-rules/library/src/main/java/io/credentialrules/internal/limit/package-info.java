/**
 * Counts on the policy as it is written what it would cost to check and compile, before anything is
 * built from it.
 */
@NullMarked
package io.credentialrules.internal.limit;

import org.jspecify.annotations.NullMarked;
