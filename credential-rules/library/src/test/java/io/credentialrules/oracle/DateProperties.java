package io.credentialrules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.Laws;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Upcoming;
import io.credentialrules.internal.result.StatedUpcoming;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The dates of a decision agree with the decisions of other days. */
class DateProperties {
  private static final int DAYS_BETWEEN = 6;
  private static final int TEN_YEARS = 3_653;

  @Property(seed = Laws.SEED)
  void every_day_from_since_to_until_is_earned_and_the_days_around_are_not(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners, @ForAll long seed) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    Random random = new Random(seed);
    for (Learners.Case learner : learners.of(rules.policy()).subList(0, 3)) {
      LocalDate known = learner.asOf().toLocalDate();
      BiFunction<LocalDate, String, Boolean> isEarned =
          (day, id) ->
              rules.evaluate(learner.record(), on(day, learner.asOf()), known).isEarned(id);
      for (Decision decision : rules.evaluate(learner.record(), learner.asOf()).decisions()) {
        if (decision instanceof Decision.Earned earned) {
          String id = earned.credential().id();
          LocalDate since = earned.since();
          LocalDate until = earned.until();
          for (LocalDate day : days(since, until, known, random)) {
            assertThat(isEarned.apply(day, id)).as("%s on %s: %s", id, day, learner).isTrue();
          }
          if (since != null) {
            assertThat(isEarned.apply(since.minusDays(1), id))
                .as("%s on the day before %s: %s", id, since, learner)
                .isFalse();
          }
          if (until != null) {
            assertThat(isEarned.apply(until.plusDays(1), id))
                .as("%s on the day after %s: %s", id, until, learner)
                .isFalse();
          }
        }
      }
    }
  }

  private static ZonedDateTime on(LocalDate day, ZonedDateTime asOf) {
    return ZonedDateTime.of(day, asOf.toLocalTime(), asOf.getZone());
  }

  private static List<LocalDate> days(
      @Nullable LocalDate since, @Nullable LocalDate until, LocalDate today, Random random) {
    LocalDate first = since == null ? today.minusYears(40) : since;
    LocalDate last = until == null ? today.plusYears(40) : until;
    List<LocalDate> days = new ArrayList<>(List.of(first, last));
    for (int i = 0; i < DAYS_BETWEEN; i++) {
      long between = last.toEpochDay() - first.toEpochDay();
      days.add(first.plusDays((long) (random.nextDouble() * (between + 1))));
    }
    return days;
  }

  @Property(tries = 6, seed = Laws.SEED)
  void the_next_changes_are_those_that_evaluating_day_by_day_finds(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    Learners.Case learner = learners.of(rules.policy()).get(0);
    Evaluation evaluation = rules.evaluate(learner.record(), learner.asOf());
    List<Upcoming> found = dayByDay(rules, learner.record(), learner.asOf());
    LocalDate until = learner.asOf().toLocalDate().plusDays(TEN_YEARS);
    assertThat(evaluation.changes(until)).as("%s", learner).isEqualTo(found);
    Upcoming next = evaluation.nextChange();
    if (!found.isEmpty()) {
      assertThat(next).isEqualTo(found.get(0));
    } else {
      assertThat(next == null || next.on().isAfter(until)).as("%s", next).isTrue();
    }
    for (Decision decision : evaluation.decisions()) {
      if (decision instanceof Decision.NotEarned not) {
        String id = not.credential().id();
        LocalDate eligible = not.eligibleFrom();
        LocalDate first =
            found.stream()
                .filter(change -> change.earned().contains(id))
                .map(Upcoming::on)
                .findFirst()
                .orElse(null);
        assertThat(eligible != null && eligible.isAfter(until) ? null : eligible)
            .as("%s: %s", id, learner)
            .isEqualTo(first);
      }
    }
  }

  private static List<Upcoming> dayByDay(
      CredentialRules rules, LearnerRecord record, ZonedDateTime asOf) {
    List<Upcoming> changes = new ArrayList<>();
    List<String> before = rules.evaluate(record, asOf).earned();
    for (int i = 1; i <= TEN_YEARS; i++) {
      LocalDate day = asOf.toLocalDate().plusDays(i);
      List<String> now = rules.evaluate(record, on(day, asOf)).earned();
      if (!now.equals(before)) {
        List<String> earned = new ArrayList<>(now);
        earned.removeAll(before);
        List<String> lost = new ArrayList<>(before);
        lost.removeAll(now);
        changes.add(new StatedUpcoming(day, earned, lost));
        before = now;
      }
    }
    return changes;
  }

  @Provide
  Arbitrary<Policy> policies() {
    return Policy.of(PolicyWriter.Form.ANY);
  }

  @Provide
  Arbitrary<Learners> learners() {
    return Learners.any();
  }
}
