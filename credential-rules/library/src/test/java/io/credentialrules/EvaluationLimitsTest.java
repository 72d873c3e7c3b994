package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An evaluation that asks too much ends in an exception that names the limit, and in no answer. */
@Timeout(300)
@Tag("once")
class EvaluationLimitsTest {
  private static final String JOIN =
      """
      rule "A" @credential( "a" )
      when
          WorkExperience( $a : experience )
          WorkExperience( employer == $a )
      then
      end
      """;

  private static final String TWO =
      """
      rule "R" @requirement( "r" ) when WorkExperience() then end
      rule "A" @credential( "a" ) when Met( requirement == "r" ) then end
      """;

  private static LearnerRecord jobs(int number) {
    List<WorkExperience> jobs =
        IntStream.range(0, number).mapToObj(i -> work("job-" + i, "1")).toList();
    return record(jobs.toArray(new Fact[0]));
  }

  private static Evaluation evaluate(String policy, Limits limits, LearnerRecord record) {
    return CredentialRules.builder()
        .add(pack(policy))
        .limits(limits)
        .compile()
        .evaluate(record, TODAY, ZONE);
  }

  private static String limit(String policy, Limits limits, LearnerRecord record) {
    LimitExceededException exceeded =
        catchThrowableOfType(
            LimitExceededException.class, () -> evaluate(policy, limits, record).decisions());
    if (exceeded == null) {
      return "none";
    }
    assertThat(exceeded).hasMessageStartingWith("limit `" + exceeded.limit() + "` of ");
    return exceeded.limit();
  }

  @Test
  void a_record_may_have_as_many_facts_as_the_limit() {
    Limits limits = Limits.DEFAULT.withMaxFacts(3);
    assertThat(limit(TWO, limits, jobs(3))).isEqualTo("none");
    assertThat(limit(TWO, limits, jobs(4))).isEqualTo("maxFacts");
  }

  private static LearnerRecord waivers(int number) {
    Waiver[] waivers =
        IntStream.range(0, number)
            .mapToObj(i -> Waiver.of("none-" + i, "Dr. Dean", ReviewerRole.FACULTY, "moved", TODAY))
            .toArray(Waiver[]::new);
    return LearnerRecord.builder("learner-1").waive(waivers).build();
  }

  @Test
  void a_record_may_have_as_many_waivers_as_the_limit() {
    Limits limits = Limits.DEFAULT.withMaxWaivers(3);
    assertThat(limit(TWO, limits, waivers(3))).isEqualTo("none");
    assertThat(limit(TWO, limits, waivers(4))).isEqualTo("maxWaivers");
  }

  @Test
  void twenty_thousand_waivers_that_name_nothing_are_all_unknown() {
    Evaluation evaluation = evaluate(TWO, Limits.DEFAULT, waivers(20_000));
    assertThat(evaluation.unknownWaivers()).hasSize(20_000);
    assertThat(evaluation.decision("a").isEarned()).isFalse();
  }

  /** Each names a prerequisite, of which there are as many as rules. */
  @Test
  void a_waiver_of_each_of_many_prerequisites_is_found_once() {
    int many = 3_000;
    String policy =
        IntStream.range(0, many)
            .mapToObj(
                i ->
                    """
                    rule "A %1$s" @credential( "a%1$s" ) when WorkExperience( hours >= %1$s ) then end
                    rule "B %1$s" @credential( "b%1$s" ) when Earned( credential == "a%1$s" ) then end
                    """
                        .formatted(i))
            .collect(Collectors.joining());
    Waiver[] waivers =
        IntStream.range(0, many)
            .mapToObj(i -> Waiver.of("a" + i, "Dr. Dean", ReviewerRole.FACULTY, "moved", TODAY))
            .toArray(Waiver[]::new);
    LearnerRecord record = LearnerRecord.builder("learner-1").waive(waivers).build();
    assertThat(evaluate(policy, Limits.DEFAULT, record).earned())
        .hasSize(many)
        .allMatch(id -> id.startsWith("b"));
  }

  @Test
  void rules_may_derive_as_many_facts_as_the_limit() {
    assertThat(limit(TWO, Limits.DEFAULT.withMaxDerivedFacts(2), jobs(1))).isEqualTo("none");
    assertThat(limit(TWO, Limits.DEFAULT.withMaxDerivedFacts(1), jobs(1)))
        .isEqualTo("maxDerivedFacts");
  }

  @Test
  void an_evaluation_may_look_at_as_many_combinations_as_the_limit() {
    assertThat(limit(JOIN, Limits.DEFAULT.withMaxJoinRows(10_000), jobs(20))).isEqualTo("none");
    assertThat(limit(JOIN, Limits.DEFAULT.withMaxJoinRows(100), jobs(20))).isEqualTo("maxJoinRows");
  }

  /**
   * Each match takes milliseconds, and there are fewer facts than between two looks at the time.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 6, 18, 36})
  void what_matches_long_texts_ends_soon_after_its_time(int facts) {
    String policy =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        "rule \"%1$d\" @credential( \"c-%1$d\" ) when WorkExperience( experience == \"none-%1$d\" ) then end\n",
                        i))
            .collect(Collectors.joining());
    Limits limits = Limits.DEFAULT.withMaxJoinRows(1_000);
    assertThat(evaluate(policy, limits, jobs(30)).decisions()).hasSize(100);
    Evaluation evaluation = evaluate(policy, limits, jobs(400));
    assertThat(evaluation.decision("c-0").isEarned()).isFalse();
    assertThat(evaluation.decision("c-99").isEarned()).isFalse();
    assertThatThrownBy(evaluation::decisions)
        .isInstanceOfSatisfying(
            LimitExceededException.class,
            exceeded ->
                assertThat(exceeded)
                    .hasMessageContaining("`maxJoinRows`")
                    .hasMessageContaining("all decisions together"));
  }

  /** One rule is awake, so that the facts are in the network, where each rule could see them. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 400})
  void rules_that_sleep_hold_no_fact_to_what_each_has_to_fit(int rules) {
    String policy =
        IntStream.range(0, rules)
            .mapToObj(
                i ->
                    """
                    rule "%1$s" @requirement( "r-%1$s" )
                    when
                        AssessmentResult( assessment == "%2$s" )
                        forall( $job : WorkExperience()
                                WorkExperience( this == $job, hours >= 1, hours != 1001, hours != 1002,
                                                hours != 1003, hours != 1004, hours != 1005 ) )
                    then
                    end
                    rule "C %1$s" @credential( "c-%1$s" ) when Met( requirement == "r-%1$s" ) then end
                    """
                        .formatted(i, i == 0 ? "quiz" : "quiz " + i))
            .collect(Collectors.joining());
    List<Fact> facts = new ArrayList<>(jobs(40).facts());
    facts.add(quiz("90", VETTED));
    Limits limits = Limits.DEFAULT.withMaxJoinRows(4);
    Evaluation evaluation = evaluate(policy, limits, record(facts.toArray(new Fact[0])));
    assertThat(evaluation.earned()).containsExactly("c-0");
  }

  /** Rules that hold a fact, or the other of two facts, to many comparisons, which all pass. */
  private static String comparisons(int rules, int comparisons, String first, String field) {
    String all =
        IntStream.range(0, comparisons)
            .mapToObj(i -> "hours != " + field + (1_000 + i))
            .collect(Collectors.joining(", "));
    return IntStream.range(0, rules)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "rule \"%1$d\" @credential( \"c-%1$d\" ) when %2$s WorkExperience( %3$s, hours == %4$s99 ) then end\n",
                    i,
                    first,
                    all,
                    field))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WorkExperience( $a : hours )"})
  void facts_are_compared_so_often_and_no_more(String first) {
    String field = first.isEmpty() ? "" : "$a + ";
    String policy = comparisons(4, 200, first, field);
    Limits limits = Limits.DEFAULT.withMaxJoinRows(1_000);
    assertThat(limit(policy, limits, jobs(3))).isEqualTo("none");
    LimitExceededException beyond =
        catchThrowableOfType(
            LimitExceededException.class,
            () -> evaluate(policy, limits, jobs(first.isEmpty() ? 60 : 30)).decision("c-0"));
    assertThat(beyond).hasMessageContaining("compare the facts with too much");
  }

  @Test
  void an_evaluation_takes_hardly_longer_than_its_time() {
    Limits limits =
        Limits.DEFAULT.withEvaluationTime(Duration.ofMillis(50)).withMaxJoinRows(Integer.MAX_VALUE);
    CredentialRules rules =
        CredentialRules.builder().limits(Limits.DEFAULT).add(pack(JOIN)).compile();
    assertThat(rules.evaluate(jobs(10), TODAY, ZONE).earned()).isEmpty();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    assertThat(limit(JOIN, limits, jobs(9_000))).isEqualTo("evaluationTime");
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin))
        .isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void a_wide_join_ends_in_its_limit() {
    String wide =
        """
        rule "A" @credential( "a" )
        when
            WorkExperience( $a : hours )
            WorkExperience( $b : hours, hours >= $a )
            WorkExperience( $c : hours, hours >= $b )
            WorkExperience( hours > $c )
        then
        end
        """;
    assertThat(limit(wide, Limits.DEFAULT, jobs(2_000))).isEqualTo("maxJoinRows");
  }

  @Test
  void what_a_host_does_between_two_questions_takes_none_of_their_time() {
    List<String> rules = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      rules.add("rule \"%1$s\" @credential( \"%1$s\" ) when".formatted(id));
      rules.add("  WorkExperience( $e : experience ) WorkExperience( employer == $e ) then end");
    }
    List<Fact> facts = new ArrayList<>(jobs(20).facts());
    WorkExperience open = (WorkExperience) facts.get(0);
    Provenance underway = open.provenance().toBuilder().status(FactStatus.IN_PROGRESS).build();
    facts.set(0, open.toBuilder().provenance(underway).build());
    Evaluation evaluation =
        evaluate(
            String.join("\n", rules),
            Limits.DEFAULT.withEvaluationTime(Duration.ofMillis(400)),
            record(facts.toArray(new Fact[0])));
    assertThat(evaluation.decision("a").isEarned()).isFalse();

    long end = System.nanoTime() + Duration.ofMillis(900).toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }

    assertThat(evaluation.decision("b").isEarned()).isFalse();
  }

  /** Rules that compare no text, so that each fact bears on each of them, and meets none. */
  private static String amounts(int rules) {
    return IntStream.rangeClosed(1, rules)
        .mapToObj(
            n ->
                String.format(
                    Locale.ROOT,
                    "rule \"R%d\" @credential( \"c%d\" ) when WorkExperience( hours > %d ) then end\n",
                    n,
                    n,
                    1_000 + n))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 30})
  void facts_bear_on_so_many_rules_beside_one_each_and_on_no_more(int rules) {
    CredentialRules limited =
        CredentialRules.builder()
            .add(pack(amounts(rules)))
            .limits(Limits.DEFAULT.withMaxJoinRows(20 * (rules - 1)))
            .compile();
    assertThat(limited.evaluate(jobs(20), TODAY, ZONE).earned()).isEmpty();
    LimitExceededException beyond =
        catchThrowableOfType(
            LimitExceededException.class, () -> limited.evaluate(jobs(21), TODAY, ZONE));
    assertThat(beyond.limit()).isEqualTo("maxJoinRows");
    assertThat(beyond).hasMessageContaining("bear on too many rules");
  }
}
