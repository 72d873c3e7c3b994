/**
 * Resolves the names and types of the policy model: from conditions as their author wrote them to
 * the program, and every name or comparison that does not fit to a problem at its place.
 */
@NullMarked
package io.credentialrules.internal.resolve;

import org.jspecify.annotations.NullMarked;
