package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.AssessmentResultBuilder;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an evaluation and its answers allocate follows what the facts touch, and not the catalogue.
 * Bytes are counted and no time, so that a busy machine says the same as an idle one.
 */
@Tag("once")
class CatalogueCostTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final CredentialRules FEW = compiled(10);
  private static final CredentialRules MANY = compiled(500);

  /** A session has a place for each node of the two rules that share none: eight of four bytes. */
  private static final int BYTES_OF_A_PATHWAY = 48;

  private static final int MOST_SESSIONS_OF_A_PLAN = 8;
  private static final int RUNS = 30;

  /** Thirty evaluations of 22,896 bytes, which allocate less now. */
  private static final long MOST_BYTES_OF_A_PLAN = 686_880;

  @Test
  void a_further_pathway_costs_an_evaluation_no_more_than_its_places_in_the_session() {
    Predicate<Evaluation> isEarned = evaluation -> evaluation.isEarned("pathway-3");
    assertThat((allocated(MANY, isEarned) - allocated(FEW, isEarned)) / (500 - 10))
        .as("bytes a pathway")
        .isLessThan(BYTES_OF_A_PATHWAY);
  }

  @Test
  void the_same_record_costs_nearly_the_same_in_a_catalogue_of_fifty_times_the_size() {
    assertThat(growth(evaluation -> evaluation.earned().equals(List.of("pathway-3"))))
        .isLessThan(2);
  }

  @Test
  void so_does_a_decision_whether_the_facts_touch_it_or_not() {
    assertThat(growthAfter(evaluation -> evaluation.decision("pathway-3").isEarned()))
        .isLessThan(1.2);
    assertThat(growthAfter(evaluation -> !evaluation.decision("pathway-4").isEarned()))
        .isLessThan(1.2);
  }

  @Test
  void so_does_a_plan() {
    assertThat(growth(evaluation -> evaluation.plan("pathway-4") instanceof Plan.Steps))
        .isLessThan(2);
  }

  /**
   * One to evaluate the record, those that verify the plan, and one for each set of new facts that
   * a rule of two patterns can tell from the others. The facts of the other trials open none.
   */
  @Test
  void a_plan_opens_a_session_only_for_facts_that_rules_join() {
    Predicate<Evaluation> isPlanned =
        evaluation -> evaluation.plan("pathway-4") instanceof Plan.Steps;
    assertThat((allocated(MANY, isPlanned) - allocated(FEW, isPlanned)) / (500 - 10))
        .as("bytes a pathway")
        .isLessThan(MOST_SESSIONS_OF_A_PLAN * BYTES_OF_A_PATHWAY);
  }

  @Test
  void a_plan_allocates_no_more_than_so_much() {
    Predicate<Evaluation> isPlanned =
        evaluation -> evaluation.plan("pathway-4") instanceof Plan.Steps;
    Predicate<Evaluation> isEarned = evaluation -> evaluation.isEarned("pathway-3");
    assertThat(allocated(FEW, isPlanned)).isBetween(allocated(FEW, isEarned), MOST_BYTES_OF_A_PLAN);
  }

  @Test
  void a_plan_of_separate_requirements_costs_a_few_evaluations_once_it_is_asked_for_again() {
    CredentialRules rules = rules(SEPARATE);
    Predicate<Evaluation> isPlanned =
        evaluation ->
            evaluation.plan("level-2") instanceof Plan.Steps plan && plan.steps().size() == 4;
    long evaluating = allocated(rules, evaluation -> !evaluation.isEarned("level-2"));
    assertThat((double) allocated(rules, isPlanned) / evaluating).isBetween(1.0, 5.0);
  }

  @Test
  void so_does_the_first_plan_of_a_pathway_that_is_written_like_others() {
    Map<String, String> files = new HashMap<>();
    for (int pathway = 0; pathway <= RUNS; pathway++) {
      files.put(
          pathway + ".drl",
          SEPARATE
              .replaceAll("\"([^\"]+)\"", "\"$1-" + pathway + "\"")
              .replace("COURSE-" + pathway, "COURSE"));
    }
    CredentialRules rules = CredentialRules.compile(PolicyPack.of("pathways", files));
    PrimitiveIterator.OfInt next = IntStream.range(0, RUNS).iterator();
    long first =
        allocated(
            rules,
            evaluation -> evaluation.plan("level-2-" + next.nextInt()) instanceof Plan.Steps);
    long again =
        allocated(rules, evaluation -> evaluation.plan("level-2-" + RUNS) instanceof Plan.Steps);
    assertThat((double) first / again).isBetween(1.0, 2.0);
  }

  @Test
  void it_is_searched_for_where_one_fact_may_serve_two_of_them() {
    CredentialRules rules = rules(SEPARATE.replace("training == \"b\", ", ""));
    long evaluating = allocated(rules, evaluation -> !evaluation.isEarned("level-2"));
    assertThat(
            (double)
                    allocated(rules, evaluation -> evaluation.plan("level-2") instanceof Plan.Steps)
                / evaluating)
        .isGreaterThan(10);
  }

  @Test
  void what_decisions_on_one_evaluation_have_in_common_is_worked_out_once() {
    Predicate<Evaluation> once = evaluation -> evaluation.decision("pathway-3").isEarned();
    Predicate<Evaluation> tenTimes =
        evaluation -> IntStream.range(0, 10).allMatch(time -> once.test(evaluation));
    assertThat((double) allocated(MANY, tenTimes) / allocated(MANY, once)).isLessThan(2);
  }

  @Test
  void asking_by_id_costs_no_more_than_asking_for_all() {
    Predicate<Evaluation> byId =
        evaluation ->
            evaluation.rules().catalogue().stream()
                .map(credential -> evaluation.decision(credential.id()))
                .anyMatch(Decision::isEarned);
    Predicate<Evaluation> all =
        evaluation -> evaluation.decisions().stream().anyMatch(Decision::isEarned);
    assertThat((double) allocated(FEW, byId) / allocated(FEW, all)).isLessThan(1.2);
  }

  @Test
  void what_is_asked_after_evaluating_costs_a_few_times_what_evaluating_does() {
    double evaluating = allocated(MANY, evaluation -> evaluation.isEarned("pathway-3"));
    assertThat(allocated(MANY, earned -> earned.decision("pathway-3").isEarned()) / evaluating)
        .as("a decision on what is earned")
        .isLessThan(4);
    assertThat(allocated(MANY, open -> !open.decision("pathway-4").isEarned()) / evaluating)
        .as("a decision on what is not")
        .isLessThan(4);
    assertThat(allocated(MANY, open -> open.plan("pathway-4") instanceof Plan.Steps) / evaluating)
        .as("a plan")
        .isLessThan(90);
  }

  /** Bytes that evaluating and asking allocate, in the larger catalogue to the smaller one. */
  private static double growth(Predicate<Evaluation> question) {
    return (double) allocated(MANY, question) / allocated(FEW, question);
  }

  /** The same of what a question allocates beside evaluating, which has a bound of its own. */
  private static double growthAfter(Predicate<Evaluation> question) {
    Predicate<Evaluation> evaluating = evaluation -> evaluation.isEarned("pathway-3");
    return (double) (allocated(MANY, question) - allocated(MANY, evaluating))
        / (allocated(FEW, question) - allocated(FEW, evaluating));
  }

  /** The least of several runs, because the first ones also load and link. */
  private static long allocated(CredentialRules rules, Predicate<Evaluation> question) {
    LearnerRecord maria = maria();
    long least = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      assertThat(question.test(rules.evaluate(maria, TODAY, ZoneId.of("UTC")))).isTrue();
      least =
          Math.min(least, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
    }
    return least;
  }

  /** Ten times as many credentials, each of which ends on a day of its own. */
  @Test
  void the_changes_of_many_days_cost_what_changes_on_them() {
    assertThat((double) allocatedByChanges(2_000) / allocatedByChanges(200))
        .as("ten is linear, a hundred is the square")
        .isLessThan(15);
  }

  private static long allocatedByChanges(int number) {
    CredentialRules rules = compiled(number);
    LearnerRecord.Builder record = LearnerRecord.builder(Learner.of("maria"));
    for (int i = 0; i < number; i++) {
      ZonedDateTime end = TODAY.plusDays(1 + i).atStartOfDay(ZoneOffset.UTC);
      Provenance ending =
          Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, TODAY).toBuilder()
              .validUntil(end.toInstant())
              .build();
      earning(i, ending).forEach(record::add);
    }
    Evaluation evaluation = rules.evaluate(record.build(), TODAY, ZoneId.of("UTC"));
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 5; run++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      assertThat(evaluation.changes(TODAY.plusYears(40))).hasSize(number);
      least =
          Math.min(least, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
    }
    return least;
  }

  private static final String SEPARATE =
      """
      package levels

      import io.credentialrules.vocabulary.*

      rule "Course A" @requirement( "course-a" )
      when
          TrainingCompletion( training == "a", type == "COURSE" )
      then
      end

      rule "Course B" @requirement( "course-b" )
      when
          TrainingCompletion( training == "b", type == "COURSE" )
      then
      end

      rule "Score" @requirement( "score" )
      when
          RubricScore( rubric == "r", criterion == "c", score >= 3 )
      then
      end

      rule "Hours" @requirement( "hours" )
      when
          accumulate( WorkExperience( subject == "subject-3", $hours : hours );
                      $total : sum( $hours );
                      $total >= 200 )
      then
      end

      rule "Level 1" @credential( "level-1" )
      when
          Met( requirement == "course-a" )
          Met( requirement == "course-b" )
      then
      end

      rule "Level 2" @credential( "level-2" )
      when
          Earned( credential == "level-1" )
          Met( requirement == "score" )
          Met( requirement == "hours" )
      then
      end
      """;

  private static CredentialRules rules(String policy) {
    return CredentialRules.compile(PolicyPack.of("levels", Map.of("levels.drl", policy)));
  }

  private static LearnerRecord maria() {
    return LearnerRecord.of(
        new Learner("maria", null, null, Set.of(), Provenance.UNVETTED),
        earning(3, Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, TODAY))
            .toArray(new Fact[0]));
  }

  /** The facts that earn a pathway. */
  private static List<Fact> earning(int pathway, Provenance provenance) {
    return List.of(
        AssessmentResultBuilder.builder()
            .type(AssessmentType.EXAM)
            .assessment("exam-" + pathway)
            .score(BigDecimal.valueOf(80))
            .takenOn(TODAY.minusDays(30))
            .provenance(provenance)
            .build(),
        WorkExperience.builder()
            .type(WorkExperienceType.INTERNSHIP)
            .subject("subject-" + pathway)
            .hours(BigDecimal.valueOf(130))
            .endedOn(TODAY.minusDays(10))
            .provenance(provenance)
            .build());
  }

  private static CredentialRules compiled(int pathways) {
    TreeMap<String, String> files = new TreeMap<>();
    for (int i = 0; i < pathways; i++) {
      files.put("pathway-" + i + ".drl", pathway(i));
    }
    return CredentialRules.compile(PolicyPack.of("catalogue", files));
  }

  private static String pathway(int number) {
    return """
    package catalogue.p%1$d

    import io.credentialrules.vocabulary.*

    rule "Exam of pathway %1$d"
        @requirement( "exam-%1$d" )
    when
        AssessmentResult( assessment == "exam-%1$d", score >= 70 )
    then
    end

    rule "Hours of pathway %1$d"
        @requirement( "hours-%1$d" )
    when
        accumulate( WorkExperience( subject == "subject-%1$d", $hours : hours );
                    $total : sum( $hours );
                    $total >= 120 )
    then
    end

    rule "Nothing of pathway %1$d was withdrawn"
        @requirement( "clean-%1$d" )
    when
        Met( requirement == "exam-%1$d" )
        not HeldCredential( credential == "warning-%1$d" )
    then
    end

    rule "Exam of pathway %1$d before its work ended"
        @requirement( "joined-%1$d" )
    when
        AssessmentResult( assessment == "exam-%1$d", $day : takenOn )
        WorkExperience( subject == "subject-%1$d", endedOn >= $day )
    then
    end

    rule "Pathway %1$d"
        @credential( "pathway-%1$d" )
    when
        Met( requirement == "exam-%1$d" )
        Met( requirement == "hours-%1$d" )
        Met( requirement == "clean-%1$d" )
        Met( requirement == "joined-%1$d" )
    then
    end
    """
        .replace("%1$d", String.valueOf(number));
  }
}
