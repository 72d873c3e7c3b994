/**
 * Compares what people read, the names of rules, with what the rules say: numbers, units, periods,
 * how something is counted, and what must be true. It knows the words of each language from a text
 * file, and warns only of what contradicts a rule.
 */
@NullMarked
package io.credentialrules.internal.check.words;

import org.jspecify.annotations.NullMarked;
