package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.reflection;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an evaluation costs, counted as the least limit under which it ends; in bytes where one
 * answer is compared with thousands.
 */
@Tag("once")
class CostTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int BEYOND = 1_000_000;

  /**
   * Conditions with nothing in common, a join by a shared field, a total, and a chain of levels.
   */
  private static final String POLICY =
      """
      rule "Beside each other" @requirement( "beside" ) when
        WorkExperience( hours >= 1 ) AssessmentResult( score >= 1 ) SubmittedEvidence()
      then end
      rule "A total" @requirement( "total" ) when
        accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 1 )
      then end
      rule "Both" @requirement( "both" ) when
        Met( requirement == "beside" ) Met( requirement == "total" )
      then end
      rule "Level 1" @credential( "l1" ) when Met( requirement == "both" ) then end
      rule "Level 2" @credential( "l2" ) when
        Earned( credential == "l1" ) Met( requirement == "total" )
      then end
      rule "Level 3" @credential( "l3" ) when
        Earned( credential == "l2" ) Earned( credential == "l1" )
      then end
      """;

  private static final String JOIN =
      """
      rule "Joined" @credential( "c" ) when
        WorkExperience( $e : experience, $s : startedOn )
        WorkExperience( experience == $e, startedOn > $s )
      then end
      """;

  private static List<Fact> facts(int copies) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      var provenance = VETTED.toBuilder().id("copy " + i).build();
      facts.add(quiz("90", provenance));
      facts.add(reflection(provenance));
      for (String experience : List.of("a", "b", "c")) {
        facts.add(work(experience, "5").toBuilder().provenance(provenance).build());
      }
    }
    return facts;
  }

  /** The least limit under which it ends; it ends under every greater one. */
  private static int least(
      IntFunction<Limits> limits, String policy, Consumer<CredentialRules> use) {
    int low = 1;
    int high = BEYOND;
    while (low < high) {
      int middle = (low + high) / 2;
      CredentialRules rules =
          CredentialRules.builder().limits(limits.apply(middle)).add(pack(policy)).compile();
      try {
        use.accept(rules);
        high = middle;
      } catch (LimitExceededException tooLittle) {
        low = middle + 1;
      }
    }
    assertThat(low).isLessThan(BEYOND);
    return low;
  }

  private static int rows(String policy, List<Fact> facts) {
    return least(
        Limits.DEFAULT::withMaxJoinRows,
        policy,
        rules -> rules.evaluate(record(facts.toArray(new Fact[0])), TODAY, ZONE));
  }

  private static int derived(List<Fact> facts) {
    return least(
        Limits.DEFAULT::withMaxDerivedFacts,
        POLICY,
        rules ->
            assertThat(rules.evaluate(record(facts.toArray(new Fact[0])), TODAY, ZONE).earned())
                .hasSize(3));
  }

  @Test
  void three_copies_of_every_fact_cost_as_much_as_one() {
    List<Fact> once = facts(1);
    List<Fact> thrice = new ArrayList<>(once);
    thrice.addAll(once);
    thrice.addAll(once);
    assertThat(rows(POLICY, thrice)).isEqualTo(rows(POLICY, once));
    assertThat(rows(JOIN, thrice)).isEqualTo(rows(JOIN, once)).isGreaterThan(1);
    assertThat(derived(thrice)).isEqualTo(derived(once));
  }

  @Test
  void
      copies_of_other_provenance_derive_nothing_more_and_do_not_multiply_where_nothing_is_shared() {
    assertThat(derived(facts(10))).isEqualTo(derived(facts(1))).isGreaterThan(5);
    assertThat(rows(POLICY, facts(10))).isLessThanOrEqualTo(10 * rows(POLICY, facts(1)));
  }

  @Test
  void a_join_looks_at_each_pair_of_its_facts_once() {
    assertThat(rows(JOIN, facts(1))).isEqualTo(3 * 3);
    assertThat(rows(JOIN, facts(10))).isEqualTo(30 * 30);
  }

  /** Three facts on different days, of which the first three of a record are an example. */
  private static final String THREE_DAYS =
      """
      rule "Three days" @credential( "c" ) when
        WorkExperience( $one : endedOn, $h : hours )
        WorkExperience( $two : endedOn, endedOn > $one )
        WorkExperience( endedOn > $two )
      then end
      """;

  private static LearnerRecord onDifferentDays(int number) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      facts.add(work("a", "5").toBuilder().startedOn(null).endedOn(TODAY.minusDays(i)).build());
    }
    return record(facts.toArray(new Fact[0]));
  }

  @Test
  void a_met_join_costs_its_first_match_however_many_facts_there_are() {
    List<Integer> costs = new ArrayList<>();
    for (int number : new int[] {10, 100, 5_000}) {
      LearnerRecord learner = onDifferentDays(number);
      costs.add(
          least(
              Limits.DEFAULT::withMaxJoinRows,
              THREE_DAYS,
              rules ->
                  assertThat(rules.evaluate(learner, TODAY, ZONE).earned()).containsExactly("c")));
    }
    assertThat(costs.get(1)).isEqualTo(costs.get(0));
    assertThat(costs.get(2)).isEqualTo(costs.get(0)).isBetween(3, 1_000);
    assertThatThrownBy(
            () ->
                CredentialRules.compile(pack(THREE_DAYS.replace("> $two", "> $two, hours > $h")))
                    .evaluate(onDifferentDays(5_000), TODAY, ZONE))
        .as("the nearest join that no facts meet")
        .isInstanceOf(LimitExceededException.class);
  }

  @Test
  void a_thousand_facts_explain_a_join_that_the_first_ones_meet() {
    Evaluation evaluation =
        CredentialRules.compile(pack(THREE_DAYS)).evaluate(onDifferentDays(1_000), TODAY, ZONE);
    assertThat(evaluation.decision("c").isEarned()).isTrue();
  }

  /**
   * Facts that count, and others that nobody has reviewed, of other work than the rules ask for.
   */
  private static List<Fact> ofOtherWork(int number) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      facts.add(
          work("other-" + i, "5").toBuilder()
              .provenance(i % 2 == 0 ? VETTED : Provenance.UNVETTED)
              .build());
    }
    return facts;
  }

  @Test
  void a_decision_looks_at_the_facts_of_the_work_that_it_asks_for() {
    String policy =
        """
        rule "Hours of a" @requirement( "a" ) when
          accumulate( WorkExperience( experience == "a", $h : hours ); $t : sum( $h ); $t >= 8 )
        then end
        rule "Hours of b or c" @requirement( "b" ) when
          accumulate( WorkExperience( experience in ( "b", "c" ), $h : hours ); $t : sum( $h ); $t >= 8 )
        then end
        rule "Both" @credential( "both" ) when
          Met( requirement == "a" ) Met( requirement == "b" )
        then end
        """;
    for (int copies : new int[] {1, 2}) {
      List<Fact> facts = new ArrayList<>(facts(copies));
      facts.add(work("b", "1").toBuilder().provenance(Provenance.UNVETTED).build());
      int few = rowsOfDecision(policy, facts, copies == 2);
      facts.addAll(ofOtherWork(500));
      assertThat(rowsOfDecision(policy, facts, copies == 2)).isEqualTo(few).isGreaterThan(1);
    }
  }

  private static int rowsOfDecision(String policy, List<Fact> facts, boolean isEarned) {
    LearnerRecord learner = record(facts.toArray(new Fact[0]));
    return least(
        Limits.DEFAULT::withMaxJoinRows,
        policy,
        rules ->
            assertThat(rules.evaluate(learner, TODAY, ZONE).decision("both").isEarned())
                .isEqualTo(isEarned));
  }

  @Test
  void one_decision_of_two_thousand_is_worked_out_by_itself() {
    StringBuilder policy = new StringBuilder();
    IntStream.range(0, 2_000)
        .forEach(
            i ->
                policy
                    .append("rule \"Credential ")
                    .append(i)
                    .append("\" @credential( \"c")
                    .append(i)
                    .append("\" ) when WorkExperience( experience == \"e")
                    .append(i)
                    .append("\", hours >= 1 ) then end\n"));
    LearnerRecord learner = record(work("e1", "5"), work("e2", "5"), work("e3", "0"));
    CredentialRules rules = CredentialRules.compile(pack(policy.toString()));
    Evaluation evaluation = rules.evaluate(learner, TODAY, ZONE);
    assertThat(evaluation.earned()).containsExactly("c1", "c2");
    assertThat(evaluation.decision("c1").isEarned()).isTrue();
    assertThat(evaluation.decision("c3").isEarned()).isFalse();
    long one = allocated(() -> rules.evaluate(learner, TODAY, ZONE).decision("c1999"));
    long all = allocated(() -> rules.evaluate(learner, TODAY, ZONE).decisions());
    long evaluating = allocated(() -> rules.evaluate(learner, TODAY, ZONE));
    assertThat(all - evaluating)
        .as("one allocates %s bytes beside the %s of evaluating", one - evaluating, evaluating)
        .isGreaterThan(100 * (one - evaluating));
  }

  /** The least of several runs, because the first ones also load and link. */
  private static long allocated(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      work.run();
      least =
          Math.min(least, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
    }
    return least;
  }
}
