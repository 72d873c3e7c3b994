/**
 * Reads what is between {@code when} and {@code then}: conditions, constraints, operands; refuses
 * what DRL or other languages have there, with what to write instead.
 */
@NullMarked
package io.credentialrules.internal.read.condition;

import org.jspecify.annotations.NullMarked;
