package io.credentialrules.internal.program;

import org.jspecify.annotations.Nullable;

/**
 * What the patterns and totals of a rule stand for in one combination: a {@link Candidate} or a
 * result, by slot.
 */
@FunctionalInterface
public interface Row {

  /** The content of a slot; null for a total without a value. */
  @Nullable Object at(int slot);

  /** A row of which only one slot is asked. */
  static Row of(@Nullable Object content) {
    return slot -> content;
  }
}
