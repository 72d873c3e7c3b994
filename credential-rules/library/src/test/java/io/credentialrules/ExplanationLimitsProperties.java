package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A decision is explained wherever it is known. Where the best way to share out evidence would take
 * more work than is allowed, a possible one is shown, in which no fact serves twice.
 */
class ExplanationLimitsProperties {
  private static final List<String> SUBJECTS = List.of("A", "B", "C", "D");

  /** At least so many credits, or so many trainings, of some subjects. */
  private record Asked(Set<String> subjects, boolean isSum, int least) {
    private String rule(int number) {
      return """
          rule "Requirement %s" @requirement( "r%s" ) when
          accumulate( TrainingCompletion( subject in ( %s )%s ); $n : %s; $n >= %s ) then end
          """
          .formatted(
              number,
              number,
              String.join(", ", subjects.stream().sorted().map(one -> '"' + one + '"').toList()),
              isSum ? ", $c : credits" : "",
              isSum ? "sum( $c )" : "count()",
              least);
    }

    private int amount(List<Fact> evidence) {
      return evidence.stream().mapToInt(this::amount).sum();
    }

    private int amount(Fact fact) {
      TrainingCompletion training = (TrainingCompletion) fact;
      assertThat(subjects).contains(Objects.requireNonNull(training.subject()));
      return isSum ? Objects.requireNonNull(training.credits()).intValue() : 1;
    }
  }

  private static String policy(List<Asked> asked) {
    StringBuilder policy = new StringBuilder();
    StringBuilder met = new StringBuilder();
    for (int number = 0; number < asked.size(); number++) {
      policy.append(asked.get(number).rule(number));
      met.append("Met( requirement == \"r%s\" )\n".formatted(number));
    }
    return policy
        + "rule \"Badge\" @credential( \"badge\" ) @evidence( \"exclusive\" ) when\n"
        + met
        + "then end\n";
  }

  @Provide
  Arbitrary<List<Asked>> asked() {
    return Combinators.combine(
            Arbitraries.of(SUBJECTS).set().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of(true, true, false),
            Arbitraries.integers().between(1, 16))
        .as((subjects, isSum, least) -> new Asked(subjects, isSum, isSum ? least : least / 3 + 1))
        .list()
        .ofMinSize(3)
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<List<TrainingCompletion>> held() {
    return Combinators.combine(
            Arbitraries.of(SUBJECTS),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(0, 40))
        .as(ExplanationLimitsProperties::training)
        .list()
        .ofMinSize(8)
        .ofMaxSize(40);
  }

  private static TrainingCompletion training(String subject, int credits, int daysAgo) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training("a course")
        .subject(subject)
        .credits(BigDecimal.valueOf(credits))
        .completedOn(TODAY.minusDays(daysAgo))
        .provenance(VETTED)
        .build();
  }

  private static List<Fact> numbered(List<TrainingCompletion> held) {
    List<Fact> facts = new ArrayList<>();
    for (TrainingCompletion one : held) {
      facts.add(one.toBuilder().training("course " + facts.size()).build());
    }
    return facts;
  }

  private static Evaluation evaluation(String policy, int rows, List<? extends Fact> facts) {
    return CredentialRules.builder()
        .add(pack(policy))
        .limits(Limits.DEFAULT.withMaxJoinRows(rows))
        .compile()
        .evaluate(record(facts.toArray(new Fact[0])), TODAY, ZONE);
  }

  @Property(tries = 40, seed = Laws.SEED)
  void a_decision_shares_out_evidence_wherever_it_is_known_what_is_earned(
      @ForAll("asked") List<Asked> asked, @ForAll("held") List<TrainingCompletion> held) {
    List<Fact> facts = numbered(held);
    for (int rows : new int[] {3_000, 30_000}) {
      Evaluation evaluation;
      try {
        evaluation = evaluation(policy(asked), rows, facts);
      } catch (LimitExceededException notKnown) {
        continue;
      }
      Decision decision = evaluation.decision("badge");
      assertThat(decision.isEarned()).isEqualTo(evaluation.isEarned("badge"));
      isOneAllotment(asked, decision);
      Collections.shuffle(facts, new Random(rows));
      assertThat(evaluation(policy(asked), rows, facts).decisions()).containsExactly(decision);
    }
  }

  private static void isOneAllotment(List<Asked> asked, Decision decision) {
    Set<Fact> used = new HashSet<>();
    boolean areAllMet = true;
    for (RequirementResult result : decision.requirements()) {
      Asked one = asked.get(Integer.parseInt(result.id().substring(1)));
      boolean isMet = result.state() == RequirementState.MET;
      areAllMet &= isMet;
      if (isMet) {
        Measure measure = Objects.requireNonNull(result.measure());
        assertThat(measure.has()).isEqualByComparingTo("" + one.amount(result.evidence()));
        assertThat(one.amount(result.evidence())).isGreaterThanOrEqualTo(one.least());
        assertThat(result.evidence()).allMatch(used::add, "serves once");
      }
    }
    assertThat(areAllMet).isEqualTo(decision.isEarned());
    for (RequirementResult result : decision.requirements()) {
      if (result.state() == RequirementState.EVIDENCE_IN_USE) {
        Shortfall.InUse inUse = (Shortfall.InUse) result.alternatives().get(0).shortfalls().get(0);
        assertThat(inUse.facts()).isNotEmpty().allMatch(used::contains);
      }
    }
  }

  /** Trainings of two thousand subjects, and work under as many other names. */
  private static List<Fact> apart() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      facts.add(training("subject " + i, 1 + i % 6, i % 40).toBuilder().training("t" + i).build());
      facts.add(work((i < 1_000 ? "subject " : "work ") + i, String.valueOf(1 + i % 9)));
    }
    return facts;
  }

  private static Decision joined(String when) {
    String policy =
        "rule \"R\" @requirement( \"r\" ) when %s then end\n".formatted(when)
            + "rule \"C\" @credential( \"c\" ) when Met( requirement == \"r\" ) then end\n";
    return evaluation(policy, Limits.DEFAULT.maxJoinRows(), apart()).decision("c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TrainingCompletion( $s : subject ) WorkExperience( experience == $s, hours > 1000 )",
        "TrainingCompletion( $s : subject ) WorkExperience( $s == experience, hours > 1000 )",
        "TrainingCompletion( $s : subject, credits > 5 ) WorkExperience( experience == $s, siteApproved == false )",
        "TrainingCompletion( $s : subject ) accumulate( WorkExperience( experience == $s, hours > 8, $h : hours ); $t : sum( $h ); $t > 1000 )",
        "TrainingCompletion( $d : completedOn, credits == 6 ) WorkExperience( endedOn < $d, $e : employer, hours > 8 ) WorkExperience( employer == $e, hours > 1000 )"
      })
  void a_join_of_thousands_that_is_not_met_is_explained(String when) {
    Decision decision = joined(when);
    assertThat(decision.isEarned()).isFalse();
    RequirementResult result = decision.requirements().get(0);
    assertThat(result.state()).isEqualTo(RequirementState.UNMET);
    assertThat(result.alternatives()).isNotEmpty();
  }

  @Test
  void the_nearest_fact_of_a_join_shares_the_field() {
    RequirementResult result =
        joined(
                "TrainingCompletion( $s : subject ) WorkExperience( experience == $s, hours > 1000 )")
            .requirements()
            .get(0);
    Shortfall.MissingFact missing =
        (Shortfall.MissingFact) result.alternatives().get(0).shortfalls().get(0);
    assertThat(missing.nearest().get(0).misses())
        .extracting(Shortfall.Miss::constraint)
        .containsExactly("hours > 1000");
  }

  @Test
  void equal_amounts_join_however_they_are_written() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      facts.add(training("S" + i, 1 + i, 0).toBuilder().training("t" + i).build());
      facts.add(
          training("T" + i, 1, 0).toBuilder()
              .credits(new BigDecimal((60 - i) + ".50"))
              .training("u" + i)
              .build());
    }
    facts.add(training("Z", 1, 0).toBuilder().credits(new BigDecimal("30.00")).build());
    String policy =
        """
        rule "R" @requirement( "r" ) when
          TrainingCompletion( $t : training, $c : credits ) TrainingCompletion( training != $t, credits == $c )
          TrainingCompletion( subject == "none" )
        then end
        rule "C" @credential( "c" ) when Met( requirement == "r" ) then end
        """;
    Decision decision = evaluation(policy, 1_000_000, facts).decision("c");
    assertThat(decision.requirements().get(0).alternatives().get(0).shortfalls())
        .as("only the last pattern lacks a fact")
        .hasSize(1);
  }
}
