package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.DateConflict.Kind;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.FeedbackOutcome;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingCompletionBuilder;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What requirements have, lack and wait for. */
class ReasonsTest {

  private static TrainingCompletionBuilder training(String id, FactStatus status) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(id)
        .provenance(VETTED.toBuilder().status(status).build());
  }

  private static Evaluation evaluate(String condition, Fact... facts) {
    return rules("rule \"R\" @requirement( \"r\" ) when " + condition + " then end\n" + ASKING)
        .evaluate(record(facts), TODAY, ZONE);
  }

  private static final String ASKING =
      "rule \"C\" @credential( \"c\" ) when Met( requirement == \"r\" ) then end";

  private static RequirementState state(String condition, Fact... facts) {
    return evaluate(condition, facts).requirement("r").state();
  }

  @ParameterizedTest
  @EnumSource(names = {"ENROLLED", "IN_PROGRESS", "ON_HOLD", "PROVISIONAL"})
  void case_61_what_is_open_in_work_in_progress_is_not_failed(FactStatus status) {
    String passed = "TrainingCompletion( training == \"a\", score >= 70 )";
    assertThat(state(passed, training("a", status).build()))
        .isEqualTo(RequirementState.IN_PROGRESS);
    assertThat(state(passed, training("a", status).score(new BigDecimal("69.9")).build()))
        .as("a score that is there is not open")
        .isEqualTo(RequirementState.UNMET);
    assertThat(state(passed, training("b", status).build()))
        .as("another course")
        .isEqualTo(RequirementState.UNMET);
    assertThat(state(passed, training("a", FactStatus.FAILED).build()))
        .as("what has ended is not open")
        .isEqualTo(RequirementState.UNMET);
    assertThat(state(passed, training("a", FactStatus.COMPLETED).build()))
        .as("a score that nobody gave")
        .isEqualTo(RequirementState.UNMET);
  }

  @ParameterizedTest
  @EnumSource(
      value = FactStatus.class,
      names = {"ENROLLED", "IN_PROGRESS", "ON_HOLD"})
  void an_examination_that_has_no_result_is_not_failed(FactStatus status) {
    String passed = "AssessmentResult( assessment == \"exam\", passed )";
    assertThat(state(passed, exam(status))).isEqualTo(RequirementState.IN_PROGRESS);
    assertThat(state("AssessmentResult( assessment == \"other\", passed )", exam(status)))
        .isEqualTo(RequirementState.UNMET);
  }

  @ParameterizedTest
  @EnumSource(
      value = FactStatus.class,
      names = {"PROVISIONAL", "FAILED", "COMPLETED"})
  void an_examination_that_is_reported_as_not_passed_is_unmet(FactStatus status) {
    assertThat(state("AssessmentResult( assessment == \"exam\", passed )", exam(status)))
        .isEqualTo(RequirementState.UNMET);
  }

  private static AssessmentResult exam(FactStatus status) {
    return AssessmentResult.builder()
        .type(AssessmentType.EXAM)
        .assessment("exam")
        .provenance(VETTED.toBuilder().status(status).build())
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "TrainingCompletion( training == \"a\", grade in ( \"A\", \"B\" ) )",
        "TrainingCompletion( training == \"a\", completedOn >= \"2026-01-01\" )",
        "TrainingCompletion( training == \"a\", completedOn <= \"2026-05-01\" )",
        "TrainingCompletion( training == \"a\", !( completedOn > \"2026-05-01\" ) )",
        "TrainingCompletion( training == \"a\", completedOn != \"2026-04-30\" )",
        "TrainingCompletion( training == \"a\", startedOn <= \"2026-04-30\" )",
        "TrainingCompletion( training == \"a\", completedOn.startOfMonth() <= \"2026-05-01\" )",
        "TrainingCompletion( training == \"a\", !( score < 70 ) )",
        "TrainingCompletion( training == \"a\", score >= 70 || grade == \"A\" )",
        "TrainingCompletion( training == \"a\", $d : completedOn )"
            + " Today( date > $d.plusDays( 1 ) )",
        "accumulate( TrainingCompletion( training == \"a\", $h : hours ); $t : sum( $h );"
            + " $t >= 20 )",
        "accumulate( TrainingCompletion( $s : score ); $m : max( $s ); $m >= 20 )",
        "exists( TrainingCompletion( training == \"a\", score >= 70 ) )"
      })
  void whatever_is_open_in_one_course_may_be_met_yet(String condition) {
    assertThat(state(condition, training("a", FactStatus.IN_PROGRESS).build()))
        .isEqualTo(RequirementState.IN_PROGRESS);
    assertThat(state(condition)).isEqualTo(RequirementState.UNMET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "TrainingCompletion( training == \"a\", subject == \"s\" )",
        "TrainingCompletion( training == \"a\", approved )",
        "TrainingCompletion( training == \"a\", completedOn <= \"2026-04-30\" )",
        "TrainingCompletion( training == \"a\", completedOn < \"2026-05-01\" )",
        "TrainingCompletion( training == \"a\", completedOn == \"2026-04-30\" )",
        "TrainingCompletion( training == \"a\", completedOn.startOfMonth() <= \"2026-04-30\" )",
        "TrainingCompletion( training == \"a\", \"2026-04-30\" >= completedOn )",
        "TrainingCompletion( training == \"a\", score >= 70 )"
            + " TrainingCompletion( training == \"b\" )",
        "accumulate( TrainingCompletion( $n : training ); $t : countDistinct( $n ); $t >= 2 )"
      })
  void what_the_course_will_never_say_is_unmet(String condition) {
    assertThat(state(condition, training("a", FactStatus.IN_PROGRESS).build()))
        .isEqualTo(RequirementState.UNMET);
  }

  @Test
  void what_had_to_be_completed_before_today_is_too_late_for_the_plan_as_well_unless_it_was() {
    String deadline = "TrainingCompletion( training == \"a\", completedOn <= \"2026-04-30\" )";
    CredentialRules rules = rules("rule \"C\" @credential( \"c\" ) when " + deadline + " then end");
    Plan plan =
        rules
            .evaluate(record(training("a", FactStatus.IN_PROGRESS).build()), TODAY, ZONE)
            .plan("c");
    assertThat(plan).isInstanceOf(Plan.Unreachable.class);
    assertThat(plan.toString()).contains("TOO_LATE");
    assertThat(state(deadline, training("a", FactStatus.PROVISIONAL).build()))
        .as("it is over, and its result not final")
        .isEqualTo(RequirementState.IN_PROGRESS);
  }

  @Test
  void what_has_expired_before_it_happens_would_not_meet_anything() {
    String certified = "IndustryCertification( certification == \"a\" )";
    LocalDate review = TODAY.minusMonths(6);
    LocalDate ended = TODAY.minusDays(2);
    assertThat(state(certified, certification(ended.toString(), ended.toString(), review)))
        .isEqualTo(RequirementState.EXPIRED);
    assertThat(
            state(certified, certification(TODAY.plusDays(1).toString(), ended.toString(), review)))
        .isEqualTo(RequirementState.UNMET);
  }

  @Test
  void what_a_pattern_sees_already_is_not_open_because_something_else_is() {
    Fact other = training("b", FactStatus.IN_PROGRESS).build();
    String none =
        "WorkExperience( ) not( TrainingCompletion( training == \"a\" ) @including( \"in-progress\" ) )";
    Fact underWay = training("a", FactStatus.IN_PROGRESS).build();
    assertThat(state(none, underWay, work("a", "1"))).isEqualTo(RequirementState.UNMET);
    assertThat(state(none, underWay, work("a", "1"), other)).isEqualTo(RequirementState.UNMET);
    String planned =
        "TrainingCompletion( training == \"a\", reviewer == \"x\" ) @including( \"planned\" )";
    Fact tomorrow =
        training("a", FactStatus.COMPLETED)
            .completedOn(TODAY.plusDays(1))
            .provenance(Provenance.UNVETTED)
            .build();
    assertThat(state(planned, tomorrow)).isEqualTo(RequirementState.UNMET);
    assertThat(state(planned, tomorrow, other)).isEqualTo(RequirementState.UNMET);
  }

  @Test
  void an_absence_may_hold_while_what_it_is_compared_with_is_open() {
    String none =
        "accumulate( TrainingCompletion( $h : hours ); $t : sum( $h ); $t >= 10 )"
            + " not WorkExperience( hours > $t )";
    Fact open = training("a", FactStatus.IN_PROGRESS).build();
    assertThat(state(none, open, work("a", "60"))).isEqualTo(RequirementState.IN_PROGRESS);
    assertThat(state(none, work("a", "60"))).isEqualTo(RequirementState.UNMET);
  }

  @Test
  void what_waits_for_an_open_requirement_is_in_progress_too() {
    CredentialRules rules =
        rules(
            """
            rule "A" @requirement( "a" ) when TrainingCompletion( training == "a", score >= 70 ) then end
            rule "B" @credential( "b" ) when Met( requirement == "a" ) then end
            rule "R" @requirement( "r" ) when Earned( credential == "b" ) then end
            rule "C" @credential( "c" ) when Met( requirement == "r" ) then end
            """);
    Evaluation evaluation =
        rules.evaluate(record(training("a", FactStatus.IN_PROGRESS).build()), TODAY, ZONE);
    assertThat(evaluation.requirement("a").state()).isEqualTo(RequirementState.IN_PROGRESS);
    assertThat(evaluation.requirement("r").state()).isEqualTo(RequirementState.IN_PROGRESS);
  }

  @Test
  void a_review_that_is_open_is_not_of_another_role() {
    String supervised =
        "PerformanceFeedback( outcome == \"POSITIVE\", reviewerRole == \"SUPERVISOR\" )";
    PerformanceFeedback unreviewed =
        PerformanceFeedback.builder()
            .outcome(FeedbackOutcome.POSITIVE)
            .providerRole(ReviewerRole.PEER)
            .build();
    assertThat(state(supervised, unreviewed)).isEqualTo(RequirementState.PENDING_REVIEW);
    assertThat(state(supervised, unreviewed.toBuilder().provenance(VETTED).build()))
        .isEqualTo(RequirementState.UNMET);
  }

  @Test
  void case_62_exclusive_amounts_are_those_of_the_allotment() {
    CredentialRules rules =
        rules(
            """
            rule "Many" @requirement( "many" ) when
              accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 100 ) then end
            rule "Some" @requirement( "some" ) when
              accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 50 ) then end
            rule "C" @credential( "c" ) @evidence( "exclusive" ) when
              Met( requirement == "many" ) Met( requirement == "some" ) then end
            """);
    Decision decision =
        rules
            .evaluate(record(work("a", "60"), work("b", "50"), work("c", "40")), TODAY, ZONE)
            .decision("c");
    assertThat(decision.isEarned()).isTrue();
    for (RequirementResult result : decision.requirements()) {
      BigDecimal allotted =
          result.evidence().stream()
              .map(fact -> ((io.credentialrules.vocabulary.WorkExperience) fact).hours())
              .map(Objects::requireNonNull)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(Objects.requireNonNull(result.measure()).has()).isEqualByComparingTo(allotted);
    }
    assertThat(decision.requirements())
        .extracting(result -> Objects.requireNonNull(result.measure()).counts().intValueExact())
        .containsExactly(100, 50);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "not( TrainingCompletion( training == \"a\" ) and TrainingCompletion( training == \"b\" ) ) ~ 7 ~ 7 ~ 0",
        "exists( TrainingCompletion( training == \"a\" ) and TrainingCompletion( training == \"b\" ) ) ~ 0 ~ 0 ~ 7",
        "not( TrainingCompletion( training == \"a\" ) and not TrainingCompletion( training == \"b\" ) ) ~ 7 ~ 0 ~ 7",
        "not( not TrainingCompletion( training == \"a\" ) and not TrainingCompletion( training == \"b\" ) ) ~ 0 ~ 7 ~ 7",
        "not( TrainingCompletion( training == $e ) and not TrainingCompletion( training == \"b\" ) ) ~ 7 ~ 4 ~ 7",
        "exists( TrainingCompletion( training == $e ) and TrainingCompletion( training == \"b\" ) ) ~ 0 ~ 0 ~ 3"
      })
  void case_90_combinations_within_an_accumulate_count_right(
      String beside, int none, int first, int both) {
    Fact a = training("a", FactStatus.COMPLETED).build();
    Fact b = training("b", FactStatus.COMPLETED).build();
    assertThat(hours(beside)).isEqualTo(none);
    assertThat(hours(beside, a)).isEqualTo(first);
    assertThat(hours(beside, a, b)).isEqualTo(both);
  }

  @Test
  void what_an_accumulate_cannot_count_is_refused_at_its_place() {
    String drl =
        """
        rule "C" @credential( "c" ) when
          accumulate( WorkExperience( $h : hours )
              and forall( TrainingCompletion( approved ) ); $t : sum( $h ); $t >= 1 )
        then end
        """;
    assertThat(CredentialRules.builder().add(Records.pack(drl)).check())
        .anySatisfy(
            problem -> {
              assertThat(problem.message()).contains("`forall` cannot be summed up");
              assertThat(problem.span().line()).isEqualTo(3);
            });
  }

  /** Of a job "a" of 3 hours and a job "c" of 4, those that satisfy the further condition. */
  private static int hours(String beside, Fact... trainings) {
    for (int hours = 7; hours > 0; hours--) {
      String condition =
          "accumulate( WorkExperience( $h : hours, $e : experience ) and "
              + beside
              + "; $t : sum( $h ); $t == "
              + hours
              + " )";
      Fact[] facts = new Fact[trainings.length + 2];
      System.arraycopy(trainings, 0, facts, 0, trainings.length);
      facts[trainings.length] = work("a", "3");
      facts[trainings.length + 1] = work("c", "4");
      Evaluation evaluation = evaluate(condition, facts);
      if (evaluation.isEarned("c")) {
        return hours;
      }
      RequirementResult unmet = evaluation.requirement("r");
      assertThat(unmet.isSatisfied()).isFalse();
    }
    return 0;
  }

  private static IndustryCertification certification(
      String earnedOn, String lastValid, LocalDate review) {
    return IndustryCertification.builder()
        .certification("a")
        .earnedOn(LocalDate.parse(earnedOn))
        .provenance(
            Provenance.vettedBy("x", ReviewerRole.FACULTY, review).toBuilder()
                .validUntil(
                    ZonedDateTime.of(LocalDate.parse(lastValid), LocalTime.NOON, ZONE).toInstant())
                .build())
        .build();
  }

  @Test
  void case_91_dates_that_contradict_each_other_are_reported() {
    LocalDate day = LocalDate.of(2026, 3, 1);
    Fact late = certification("2026-03-01", "2026-02-28", day);
    Fact onTheDay = certification("2026-03-01", "2026-03-01", day);
    Fact early = certification("2026-03-01", "2027-03-01", day.minusDays(1));
    List<DateConflict> conflicts =
        evaluate("IndustryCertification( certification == \"a\" )", late, onTheDay, early)
            .dateConflicts();
    assertThat(conflicts)
        .extracting(DateConflict::kind)
        .containsExactlyInAnyOrder(Kind.HAPPENED_AFTER_VALIDITY, Kind.REVIEWED_BEFORE);
    assertThat(conflicts).extracting(DateConflict::fact).containsExactlyInAnyOrder(late, early);
    assertThat(conflicts)
        .extracting(DateConflict::other)
        .containsExactlyInAnyOrder(LocalDate.of(2026, 2, 28), day.minusDays(1));
  }

  @Test
  void a_training_that_has_begun_contradicts_a_review_before_its_first_day() {
    TrainingCompletion begun =
        training("a", FactStatus.IN_PROGRESS)
            .startedOn(LocalDate.of(2026, 3, 1))
            .completedOn(null)
            .provenance(Provenance.vettedBy("x", ReviewerRole.FACULTY, LocalDate.of(2026, 2, 28)))
            .build();
    TrainingCompletion after =
        begun.toBuilder().training("b").startedOn(LocalDate.of(2026, 2, 28)).build();
    assertThat(evaluate("TrainingCompletion( training == \"a\" )", begun, after).dateConflicts())
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.kind()).isEqualTo(Kind.REVIEWED_BEFORE);
              assertThat(conflict.fact()).isEqualTo(begun);
              assertThat(conflict.happened()).isEqualTo(LocalDate.of(2026, 3, 1));
            });
  }
}
