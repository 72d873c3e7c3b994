package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What can be done on a later day, or on two days, is not said to be over or not to be found. */
class PlanLaterDaysTest {
  private static final int DAYS = 400;

  private static final List<String> OF_THE_CALENDAR =
      List.of(
          "completedOn.startOfWeek() != completedOn.startOfYear().startOfWeek()",
          "completedOn <= completedOn.startOfYear().plusDays( 20 )",
          "completedOn >= completedOn.startOfMonth().plusDays( 9 )",
          "completedOn < completedOn.startOfMonth().plusDays( 14 )",
          "completedOn >= completedOn.startOfYear().plusMonths( 8 )",
          "completedOn >= completedOn.startOfWeek().plusDays( 3 )",
          "completedOn < completedOn.startOfWeek().plusDays( 2 )",
          "completedOn.startOfMonth() == completedOn.startOfWeek().startOfMonth()");

  private static Plan plan(String condition, Fact... held) {
    return rules("rule \"Badge\" @credential( \"badge\" ) when\n" + condition + "\nthen end\n")
        .evaluate(record(held), TODAY, ZONE)
        .plan("badge");
  }

  private static @Nullable LocalDate day(Plan plan) {
    Plan.Steps steps = (Plan.Steps) plan;
    return steps.startOn() == null ? steps.waitUntil() : steps.startOn();
  }

  @Provide
  Arbitrary<String> twoOfTheCalendar() {
    return Combinators.combine(Arbitraries.of(OF_THE_CALENDAR), Arbitraries.of(OF_THE_CALENDAR))
        .as((one, other) -> "TrainingCompletion( " + one + ", " + other + " )");
  }

  /** A training on each of the next days says which is the first. */
  @Property(seed = Laws.SEED)
  void a_day_that_two_conditions_allow_together_is_waited_for(
      @ForAll("twoOfTheCalendar") String condition) {
    CredentialRules rules =
        rules("rule \"Badge\" @credential( \"badge\" ) when\n" + condition + "\nthen end\n");
    LocalDate first = TODAY;
    while (!first.isAfter(TODAY.plusDays(DAYS)) && !isEarned(rules, first)) {
      first = first.plusDays(1);
    }
    Plan plan = rules.evaluate(record(), TODAY, ZONE).plan("badge");
    if (first.isAfter(TODAY.plusDays(DAYS))) {
      assertThat(plan).as(condition).isInstanceOf(Plan.Unreachable.class);
    } else {
      assertThat(plan).as("%s on %s", condition, first).isInstanceOf(Plan.Steps.class);
      assertThat(day(plan)).as(condition).isEqualTo(first.equals(TODAY) ? null : first);
    }
  }

  private static boolean isEarned(CredentialRules rules, LocalDate day) {
    Fact training =
        TrainingCompletion.builder()
            .type(TrainingType.COURSE)
            .training("t")
            .completedOn(day)
            .provenance(VETTED)
            .build();
    return rules.evaluate(record(training), day, ZONE).isEarned("badge");
  }

  private static Participation served(String role, LocalDate day) {
    return Participation.builder()
        .type(ParticipationType.SERVICE)
        .role(role)
        .heldOn(day)
        .provenance(VETTED)
        .build();
  }

  private static final String ACROSS_THE_NEW_YEAR =
      "Today( $t : date ) accumulate( Participation( type == \"SERVICE\", $on : heldOn );"
          + " $first : min( $on ), $last : max( $on );"
          + " $first < $t.startOfYear(), $last >= $t.startOfYear() )";

  @Test
  void a_first_and_a_last_day_in_two_years_take_one_thing_in_each() {
    Plan.Steps plan = (Plan.Steps) plan(ACROSS_THE_NEW_YEAR);
    assertThat(plan.steps()).hasSize(2);
    assertThat(plan.waitUntil()).isEqualTo(LocalDate.of(2027, 1, 1));
  }

  @Test
  void where_the_first_day_was_last_year_the_last_is_today() {
    Plan.Steps plan =
        (Plan.Steps) plan(ACROSS_THE_NEW_YEAR, served("CREW", LocalDate.of(2025, 4, 1)));
    assertThat(plan.steps()).hasSize(1);
    assertThat(day(plan)).isNull();
  }

  private static final String CHAIR =
      "Today( $t : date ) accumulate( Participation( role == \"CHAIR\","
          + " heldOn >= $t.startOfYear().minusYears( 3 ), $on : heldOn );"
          + " $y : countDistinct( $on.startOfYear() ); $y <= 2 )"
          + " Participation( role == \"CHAIR\", heldOn >= $t.startOfYear() )";

  @Test
  void what_one_more_makes_too_much_now_is_done_when_an_earlier_one_counts_no_more() {
    Plan plan =
        plan(
            CHAIR,
            served("CHAIR", LocalDate.of(2023, 4, 1)),
            served("CHAIR", LocalDate.of(2024, 4, 1)));
    assertThat(((Plan.Steps) plan).steps()).hasSize(1);
    assertThat(day(plan)).isEqualTo(LocalDate.of(2027, 1, 1));
  }

  @Test
  void what_one_more_does_not_make_too_much_is_done_now() {
    Plan plan = plan(CHAIR, served("CHAIR", LocalDate.of(2024, 4, 1)));
    assertThat(((Plan.Steps) plan).steps()).hasSize(1);
    assertThat(day(plan)).isNull();
  }

  private static final String BEST_OF_EACH_YEAR =
      "Today( $t : date ) accumulate( AssessmentResult( takenOn >= $t.startOfYear().minusYears( 1 ),"
          + " $on : takenOn, $s : score ); $sum : sumOfGreatest( $s, 1, $on.startOfYear() );"
          + " $sum >= 160 )";

  private static AssessmentResult exam(String score, LocalDate day) {
    return AssessmentResult.builder()
        .type(AssessmentType.EXAM)
        .score(new BigDecimal(score))
        .takenOn(day)
        .provenance(VETTED)
        .build();
  }

  @Test
  void the_best_of_two_years_is_planned_for_this_year_and_the_next() {
    Plan.Steps plan = (Plan.Steps) plan(BEST_OF_EACH_YEAR);
    assertThat(plan.steps()).hasSize(2);
    assertThat(plan.waitUntil()).isEqualTo(LocalDate.of(2027, 12, 31));
  }

  @Test
  void where_last_year_had_enough_a_better_one_this_year_does() {
    Plan.Steps plan =
        (Plan.Steps)
            plan(
                BEST_OF_EACH_YEAR,
                exam("70", LocalDate.of(2025, 4, 1)),
                exam("60", LocalDate.of(2026, 4, 1)));
    assertThat(plan.steps()).hasSize(1);
    assertThat(day(plan)).isNull();
  }

  private static Plan.Steps senior(String validFor) {
    String policy =
        """
        rule "Base" @credential( "base" ) @validFor( "%s" )
        when TrainingCompletion( training == "b" ) then end
        rule "Senior" @credential( "senior" )
        when Today( $t : date ) Earned( credential == "base", since < $t.startOfYear() ) then end
        """;
    CredentialRules rules = rules(policy.formatted(validFor));
    Plan.Steps plan = (Plan.Steps) rules.evaluate(record(), TODAY, ZONE).plan("senior");
    assertThat(plan.steps()).hasSize(1);
    LocalDate newYear = LocalDate.of(2027, 1, 1);
    assertThat(plan.waitUntil()).isEqualTo(newYear);
    LearnerRecord after = plan.appliedTo(record());
    assertThat(rules.evaluate(after, newYear, ZONE).isEarned("senior")).isTrue();
    return plan;
  }

  @Test
  void what_is_not_valid_for_long_is_earned_late_enough_to_outlive_the_year() {
    Plan.Step step = senior("6 months").steps().get(0);
    assertThat(((TrainingCompletion) step.fact()).completedOn())
        .isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(step.demands()).anyMatch(demand -> demand.field().equals("completedOn"));
  }

  @Test
  void what_is_valid_for_long_is_earned_at_once() {
    Plan.Step step = senior("1 year").steps().get(0);
    assertThat(((TrainingCompletion) step.fact()).completedOn()).isEqualTo(TODAY);
    assertThat(step.demands()).noneMatch(demand -> demand.field().equals("completedOn"));
  }
}
