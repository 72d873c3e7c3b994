package io.credentialrules.oracle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On which days something came about: the first on which it could be said, and the last on which it
 * could be said anew. Days of the epoch; {@link Long#MIN_VALUE} where nothing is dated.
 */
record Days(long first, long last) {
  static final Days UNDATED = new Days(Long.MIN_VALUE, Long.MIN_VALUE);

  static Days on(@Nullable LocalDate day) {
    return day == null ? UNDATED : new Days(day.toEpochDay(), day.toEpochDay());
  }

  /** Of two things that are both needed: the later. */
  Days and(Days other) {
    return new Days(Math.max(first, other.first), Math.max(last, other.last));
  }

  /** Of two things of which one suffices: at first with the earlier, anew with the later. */
  Days or(Days other) {
    return new Days(Math.min(first, other.first), Math.max(last, other.last));
  }

  static @Nullable LocalDate date(long day) {
    return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
  }
}
