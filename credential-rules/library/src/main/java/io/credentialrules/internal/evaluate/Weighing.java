package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSortedMap;
import io.credentialrules.LearnerRecord;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * A record at an instant, with which of its facts count.
 *
 * @param once the credentials that it earned before, by number, with the day; only where a rule
 *     asks for it
 */
record Weighing(
    LearnerRecord record,
    ZonedDateTime asOf,
    WeighedFacts facts,
    Waived waived,
    Standing standing,
    ImmutableSortedMap<Integer, LocalDate> once) {

  Weighing with(ImmutableSortedMap<Integer, LocalDate> earnedBefore) {
    return new Weighing(record, asOf, facts, waived, standing, earnedBefore);
  }

  /** The same with more facts that count. */
  Weighing with(WeighedFacts wider, Standing widerStanding) {
    return new Weighing(record, asOf, wider, waived, widerStanding, once);
  }
}
