package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Totals that the passing of time alone changes: the first and the last day grow old, and what was
 * too much no longer counts. A plan waits until then, and no longer.
 */
class PlanAgesProperties {
  /** How a day is compared with the date of evaluation. */
  private record Age(String written, BiPredicate<LocalDate, LocalDate> isOld) {}

  private static final ImmutableList<Age> AGES =
      ImmutableList.of(
          new Age("%s < $t.startOfYear()", (on, t) -> on.isBefore(t.withDayOfYear(1))),
          new Age("$t.startOfMonth() > %s", (on, t) -> on.isBefore(t.withDayOfMonth(1))),
          new Age(
              "%s.startOfWeek() <= $t.minusWeeks( 3 )",
              (on, t) -> !week(on).isAfter(t.minusWeeks(3))),
          new Age(
              "%s.startOfWeek().plusDays( 9 ) <= $t", (on, t) -> !week(on).plusDays(9).isAfter(t)),
          new Age(
              "%s <= $t.startOfMonth().minusMonths( 2 )",
              (on, t) -> !on.isAfter(t.withDayOfMonth(1).minusMonths(2))),
          new Age("%s <= $t.minusMonths( 2 )", (on, t) -> !on.isAfter(t.minusMonths(2))));

  private static LocalDate week(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  @Property(seed = Laws.SEED)
  void the_first_or_the_last_day_is_waited_for_until_it_is_old_enough(@ForAll long seed) {
    Random random = new Random(seed);
    Age age = AGES.get(random.nextInt(AGES.size()));
    boolean isFirst = random.nextBoolean();
    LocalDate today = TODAY.plusDays(random.nextInt(400));
    List<Participation> held = held(random, today, random.nextInt(3), "meeting", 100);
    String condition =
        """
        Today( $t : date )
        accumulate( Participation( type == "SERVICE", $on : heldOn ); $day : %s( $on ); %s )"""
            .formatted(isFirst ? "min" : "max", age.written().formatted("$day"));
    LocalDate day = today;
    for (int i = 0; i < held.size(); i++) {
      LocalDate on = Objects.requireNonNull(held.get(i).heldOn());
      day = i == 0 || (isFirst ? on.isBefore(day) : on.isAfter(day)) ? on : day;
    }
    LocalDate counted = day;
    verify(condition, held, today, then -> age.isOld().test(counted, then), held.isEmpty() ? 1 : 0);
  }

  @Property(seed = Laws.SEED)
  void what_is_too_much_is_waited_for_until_enough_of_it_counts_no_more(@ForAll long seed) {
    Random random = new Random(seed);
    Age age = AGES.get(random.nextInt(AGES.size()));
    LocalDate today = TODAY.plusDays(random.nextInt(400));
    List<Participation> held = held(random, today, random.nextInt(6), "missed", 100);
    int most = random.nextInt(3);
    boolean isSummed = random.nextBoolean();
    String condition =
        """
        Today( $t : date )
        accumulate( Participation( activity == "missed", $on : heldOn, !( %s )%s ); $n : %s; $n <= %s )
        Participation( activity == "seminar" )"""
            .formatted(
                age.written().formatted("$on"),
                isSummed ? ", $h : hours" : "",
                isSummed ? "sum( $h )" : "count()",
                isSummed ? 2 * most : most);
    verify(
        condition,
        held,
        today,
        then ->
            held.stream()
                    .filter(one -> !age.isOld().test(Objects.requireNonNull(one.heldOn()), then))
                    .count()
                <= most,
        1);
  }

  /** The plan has so many steps, and earns it on the first day on which time alone allows it. */
  private static void verify(
      String condition,
      List<Participation> held,
      LocalDate today,
      Predicate<LocalDate> isTime,
      int steps) {
    LocalDate until = today;
    while (!isTime.test(until)) {
      until = until.plusDays(1);
    }
    String policy = "rule \"R\" @credential( \"c\" ) when\n  " + condition + "\nthen end\n";
    CredentialRules rules = Records.rules(policy);
    LearnerRecord record = Records.record(held.toArray(Participation[]::new));
    Plan found = rules.evaluate(record, today, ZONE).plan("c");
    String said = policy + held + today + until + found;
    if (steps == 0 && until.equals(today)) {
      assertThat(found).as(said).isInstanceOf(Plan.AlreadyEarned.class);
      return;
    }
    assertThat(found).as(said).isInstanceOf(Plan.Steps.class);
    Plan.Steps plan = (Plan.Steps) found;
    LocalDate start = plan.startOn() == null ? today : plan.startOn();
    assertThat(plan.waitUntil() == null ? start : plan.waitUntil()).as(said).isEqualTo(until);
    assertThat(plan.steps()).as(said).hasSize(steps);
    LearnerRecord after = plan.appliedTo(record);
    assertThat(rules.evaluate(after, until, ZONE).isEarned("c")).as(said).isTrue();
    if (until.isAfter(today)) {
      assertThat(rules.evaluate(after, until.minusDays(1), ZONE).isEarned("c")).as(said).isFalse();
    }
  }

  private static List<Participation> held(
      Random random, LocalDate today, int number, String activity, int days) {
    List<Participation> held = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      held.add(
          Participation.builder()
              .type(ParticipationType.SERVICE)
              .activity(activity)
              .hours(BigDecimal.valueOf(2))
              .heldOn(today.minusDays(random.nextInt(days)))
              .provenance(VETTED.toBuilder().id("held " + i).build())
              .build());
    }
    return List.copyOf(held);
  }
}
