package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted.Reason;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record at an instant, with which of its facts count.
 *
 * @param weighed the record and its facts
 * @param counting the instant, and the day whose reviews are known
 * @param overlooked reasons that speak against no fact
 * @param once the credentials that it earned before, by number, with the day; only where a rule
 *     asks for it
 */
record Weighing(
    WeighedRecord weighed,
    Counting counting,
    ImmutableSet<Reason> overlooked,
    Waived waived,
    Standing standing,
    ImmutableSortedMap<Integer, LocalDate> once) {

  LearnerRecord record() {
    return Objects.requireNonNull(weighed.recorded().get(), "a record is there");
  }

  WeighedFacts facts() {
    return Objects.requireNonNull(weighed.weighed().get(), "each record is weighed");
  }

  /** The learner's own policy date; null where there is none. */
  @Nullable LocalDate policyDate() {
    return weighed.policyDate();
  }

  ZonedDateTime asOf() {
    return counting.asOf();
  }

  LocalDate knownOn() {
    return counting.knownOn();
  }

  /** With what was earned before, but for what was suspended or revoked since. */
  Weighing with(Map<Integer, LocalDate> earnedBefore) {
    ImmutableSortedMap<Integer, LocalDate> inStanding =
        ImmutableSortedMap.copyOf(
            Maps.filterKeys(
                earnedBefore, credential -> !standing.withdrawn().containsKey(credential)));
    return new Weighing(weighed, counting, overlooked, waived, standing, inStanding);
  }

  /** The same with more facts that count; what was earned before has to be looked for anew. */
  Weighing with(ImmutableSet<Reason> reasons, WeighedFacts wider, Standing widerStanding) {
    return new Weighing(
        weighed.with(wider), counting, reasons, waived, widerStanding, ImmutableSortedMap.of());
  }
}
