package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.internal.result.StatedSteps;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Totals that count days, weeks or months, or so much of each, or the time from the first day to
 * the last: a plan takes the days that are to come, and waits for the last.
 */
class PlanSpansProperties {
  private static final int EACH = 10;

  /** What is counted, and its first day. */
  private enum Span {
    DAY("$on"),
    WEEK("$on.startOfWeek()"),
    MONTH("$on.startOfMonth()");

    private final String written;

    Span(String written) {
      this.written = written;
    }

    LocalDate first(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }

    LocalDate last(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> first(day).plusDays(6);
        case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
      };
    }
  }

  /** How it is counted. */
  private enum Kind {
    COUNTED("$n : countDistinct( %s ); $n >= %s"),
    CAPPED("$n : sumUpTo( $h, 10, %s ); $n >= %s"),
    GROUPED("");

    private final String written;

    Kind(String written) {
      this.written = written;
    }
  }

  @Property(seed = Laws.SEED)
  void days_weeks_and_months_that_are_counted_are_planned_until_there_are_enough(
      @ForAll long seed) {
    Random random = new Random(seed);
    Span span = List.of(Span.values()).get(random.nextInt(3));
    Kind kind = List.of(Kind.values()).get(random.nextInt(3));
    List<Participation> held = held(random, span == Span.MONTH ? 70 : span == Span.WEEK ? 20 : 4);
    int spans = 2 + random.nextInt(4);
    int needs = kind == Kind.COUNTED ? spans : spans * EACH - random.nextInt(EACH);
    String total =
        kind == Kind.GROUPED
            ? """
              accumulate( groupby( Participation( type == "SERVICE", $on : heldOn, $h : hours );
                $key : %s; $sum : sumUpTo( $h, 10 ) ); $n : sum( $sum ); $n >= %s )"""
                .formatted(span.written, needs)
            : "accumulate( Participation( type == \"SERVICE\", $on : heldOn, $h : hours ); "
                + kind.written.formatted(span.written, needs)
                + " )";

    Map<LocalDate, Integer> used = new HashMap<>();
    int each = kind == Kind.COUNTED ? 1 : EACH;
    for (Participation one : held) {
      int adds = kind == Kind.COUNTED ? 1 : Objects.requireNonNull(one.hours()).intValue();
      LocalDate key = span.first(Objects.requireNonNull(one.heldOn()));
      used.merge(key, adds, (had, more) -> Math.min(each, had + more));
    }
    used.replaceAll((key, amount) -> Math.min(each, amount));
    int missing = needs - used.values().stream().mapToInt(Integer::intValue).sum();
    LocalDate day = TODAY;
    LocalDate until = null;
    int taken = 0;
    while (missing > 0) {
      int left = each - used.getOrDefault(span.first(day), 0);
      if (left > 0) {
        taken++;
        missing -= left;
        until = taken == 1 ? day : span.last(day);
      }
      day = span.last(day).plusDays(1);
    }
    verify(total, held, until, taken, random);
  }

  @Property(seed = Laws.SEED)
  void the_last_day_is_planned_so_long_after_the_first_as_it_must_be(@ForAll long seed) {
    Random random = new Random(seed);
    int months = 1 + random.nextInt(8);
    List<Participation> held = held(random, 200);
    boolean isSummed = random.nextBoolean();
    String total =
        """
        accumulate( Participation( type == "SERVICE", $on : heldOn, $h : hours );
          $first : min( $on ), $last : max( $on )%s; $last >= $first.plusMonths( %s )%s )"""
            .formatted(
                isSummed ? ", $sum : sum( $h )" : "", months, isSummed ? ", $sum >= 40" : "");
    List<LocalDate> days =
        held.stream()
            .map(Participation::heldOn)
            .filter(Objects::nonNull)
            .sorted(Comparator.naturalOrder())
            .toList();
    LocalDate first = days.isEmpty() ? TODAY : days.get(0);
    LocalDate last = days.isEmpty() ? TODAY : days.get(days.size() - 1);
    LocalDate enough = first.plusMonths(months);
    boolean isLong = !last.isBefore(enough) && !days.isEmpty();
    boolean isMuch =
        !isSummed
            || held.stream().mapToInt(one -> Objects.requireNonNull(one.hours()).intValue()).sum()
                >= 40;
    LocalDate until = isLong && isMuch ? null : isLong || enough.isBefore(TODAY) ? TODAY : enough;
    verify(total, held, until, days.isEmpty() ? 2 : 1, random);
  }

  private static void verify(
      String total,
      List<Participation> held,
      @Nullable LocalDate until,
      int mostSteps,
      Random random) {
    String policy = "rule \"R\" @credential( \"c\" ) when\n  " + total + "\nthen end\n";
    CredentialRules rules = Records.rules(policy);
    LearnerRecord record = Records.record(held.toArray(Participation[]::new));
    Plan plan = rules.evaluate(record, TODAY, ZONE).plan("c");
    if (until == null) {
      assertThat(plan).isInstanceOf(Plan.AlreadyEarned.class);
      return;
    }
    assertThat(plan).as(() -> policy + held + until).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    LocalDate start = steps.startOn() == null ? TODAY : steps.startOn();
    LocalDate end = steps.waitUntil() == null ? start : steps.waitUntil();
    assertThat(end).as(() -> policy + held + steps).isEqualTo(until);
    assertThat(steps.steps()).as(() -> policy + held + steps).hasSizeBetween(1, mostSteps);
    UnhelpfulFacts unhelpful =
        new UnhelpfulFacts(rules.vocabulary(), start.atTime(12, 0).atZone(ZONE), random);
    for (int tries = 0; tries < 3; tries++) {
      LearnerRecord after = unhelpful.after(steps, record);
      assertThat(rules.evaluate(after, until, ZONE).isEarned("c"))
          .as(() -> policy + held + steps + after.facts())
          .isTrue();
    }
    for (int left = 0; left < steps.steps().size(); left++) {
      List<Plan.Step> others = new ArrayList<>(steps.steps());
      others.remove(left);
      LearnerRecord without =
          others.isEmpty() ? record : new StatedSteps(steps.credential(), others).appliedTo(record);
      assertThat(rules.evaluate(without, until, ZONE).isEarned("c"))
          .as(() -> policy + held + steps)
          .isFalse();
    }
  }

  private static List<Participation> held(Random random, int days) {
    List<Participation> held = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      held.add(
          Participation.builder()
              .type(ParticipationType.SERVICE)
              .hours(BigDecimal.valueOf(1 + random.nextInt(14)))
              .heldOn(TODAY.minusDays(random.nextInt(days)))
              .provenance(VETTED.toBuilder().id("held " + i).build())
              .build());
    }
    return Collections.unmodifiableList(held);
  }

  /** In December, three months of this year can only be three months of the next. */
  @Property(seed = Laws.SEED)
  void months_of_this_year_are_those_of_the_next_where_too_few_are_left(@ForAll long seed) {
    Random random = new Random(seed);
    LocalDate day = LocalDate.of(2026, 6, 1).plusDays(random.nextInt(300));
    int months = 2 + random.nextInt(4);
    String total =
        List.of(
                "accumulate( Participation( heldOn >= $t.startOfYear(), $on : heldOn ); "
                    + "$n : countDistinct( $on.startOfMonth() ); $n >= %s )",
                "accumulate( groupby( Participation( $on : heldOn, $on.startOfYear() == $t.startOfYear() ); "
                    + "$m : $on.startOfMonth(); $c : count(); $c >= 1 ); $n : count(); $n >= %s )")
            .get(random.nextInt(2))
            .formatted(months);
    CredentialRules rules =
        Records.rules(
            "rule \"Badge\" @credential( \"badge\" ) when Today( $t : date ) "
                + total
                + " then end");
    Plan.Steps plan = (Plan.Steps) rules.evaluate(Records.record(), day, ZONE).plan("badge");
    boolean isOfThisYear = day.getMonthValue() + months - 1 <= 12;
    LocalDate last =
        isOfThisYear
            ? day.withDayOfMonth(1).plusMonths(months).minusDays(1)
            : LocalDate.of(day.getYear() + 1, months, 1).plusMonths(1).minusDays(1);
    assertThat(plan.waitUntil()).as("%s on %s", total, day).isEqualTo(last);
    assertThat(plan.steps()).hasSize(months);
    UnhelpfulFacts facts =
        new UnhelpfulFacts(rules.vocabulary(), day.atTime(18, 0).atZone(ZONE), random);
    for (int tries = 0; tries < 5; tries++) {
      LearnerRecord after = facts.after(plan, Records.record());
      assertThat(rules.evaluate(after, last, ZONE).isEarned("badge")).isTrue();
    }
  }

  /** Whatever the weekday: two dates of one fact need not lie on two sides of today. */
  @Property(seed = Laws.SEED)
  void two_dates_of_one_new_fact_can_lie_in_different_weeks_months_and_years(@ForAll long seed) {
    Random random = new Random(seed);
    String of = List.of("Week", "Month", "Year").get(random.nextInt(3));
    String test =
        List.of(
                "agreementSignedOn.startOf%1$s() < startedOn.startOf%1$s()",
                "agreementSignedOn != null, agreementSignedOn.startOf%1$s() < startedOn.startOf%1$s()",
                "agreementSignedOn < startedOn.startOf%1$s()",
                "startedOn.startOf%1$s() > agreementSignedOn.startOf%1$s()",
                "startedOn.startOf%1$s() == endedOn.startOf%1$s(), agreementSignedOn < startedOn.startOf%1$s()")
            .get(random.nextInt(5))
            .formatted(of);
    LocalDate day = TODAY.plusDays(random.nextInt(400));
    CredentialRules rules =
        Records.rules(
            "rule \"Badge\" @credential( \"badge\" ) when WorkExperience( " + test + " ) then end");
    Plan plan = rules.evaluate(Records.record(), day, ZONE).plan("badge");
    assertThat(plan).as("%s on %s", test, day).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    assertThat(steps.waitUntil()).isNull();
    assertThat(rules.evaluate(steps.appliedTo(Records.record()), day, ZONE).isEarned("badge"))
        .isTrue();
  }
}
