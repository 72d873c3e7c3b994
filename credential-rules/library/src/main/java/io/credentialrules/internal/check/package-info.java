/**
 * Finds what is wrong in the meaning of a policy whose names and types are resolved: what
 * contradicts itself, what nobody can meet, what no rule needs, and what was hardly meant so.
 */
@NullMarked
package io.credentialrules.internal.check;

import org.jspecify.annotations.NullMarked;
