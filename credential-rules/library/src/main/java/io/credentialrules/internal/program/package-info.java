/**
 * What check hands to compile, evaluate and explain: the policy with every name resolved and every
 * value typed.
 */
@NullMarked
package io.credentialrules.internal.program;

import org.jspecify.annotations.NullMarked;
