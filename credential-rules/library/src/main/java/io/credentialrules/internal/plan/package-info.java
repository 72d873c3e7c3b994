/**
 * Finds the smallest set of further facts that would earn a credential: searches for values that
 * the conditions accept, and lets the rules decide whether it was right.
 */
@NullMarked
package io.credentialrules.internal.plan;

import org.jspecify.annotations.NullMarked;
