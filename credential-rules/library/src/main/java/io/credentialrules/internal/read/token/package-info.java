/**
 * Tokens of a policy file with their places, and the cursor that moves over them, keeps track of
 * parentheses and nesting, and reports what is wrong.
 */
@NullMarked
package io.credentialrules.internal.read.token;

import org.jspecify.annotations.NullMarked;
