package io.credentialrules.internal.check.words;

import com.google.common.collect.ImmutableSet;

/**
 * The unit of a number in a name, or that it has none.
 *
 * @param measures the units that can be meant, or {@link Saying#COUNT}; at least one
 * @param end the position after it among the words
 * @param close whether it is a unit, so that nothing else can be
 */
record SaidUnit(ImmutableSet<String> measures, int end, boolean close) {
  boolean isCount() {
    return !close && measures.contains(Saying.COUNT);
  }

  boolean isTime() {
    return measures.stream().anyMatch(Spans::isUnit);
  }
}
