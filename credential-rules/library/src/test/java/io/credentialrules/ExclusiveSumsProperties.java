package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * Where sums share trainings that serve one of them each, a credential is earned if the trainings
 * can be divided among them, as trying all divisions says; and whether it is is seen in a way that
 * agrees with the decision, which says who has what.
 */
class ExclusiveSumsProperties {
  private static final List<String> SUBJECTS = List.of("A", "B", "C");

  /** At least so many credits of some subjects, and perhaps at most so many. */
  private record Sum(Set<String> subjects, int least, int most) {
    private String rule(int number) {
      String among =
          String.join(", ", subjects.stream().sorted().map(one -> '"' + one + '"').toList());
      String tests = "$s >= " + least + (isBounded() ? ", $s <= " + most : "");
      return """
          rule "Requirement %s" @requirement( "r%s" ) when
          accumulate( TrainingCompletion( subject in ( %s ), $c : credits ); $s : sum( $c ); %s )
          then end
          """
          .formatted(number, number, among, tests);
    }

    private boolean isBounded() {
      return most < 100;
    }
  }

  private record Held(String subject, int credits) {}

  private static String policy(List<Sum> sums) {
    StringBuilder policy = new StringBuilder();
    StringBuilder met = new StringBuilder();
    for (int number = 0; number < sums.size(); number++) {
      policy.append(sums.get(number).rule(number));
      met.append("Met( requirement == \"r%s\" )\n".formatted(number));
    }
    return policy
        + "rule \"Badge\" @credential( \"badge\" ) @evidence( \"exclusive\" ) when\n"
        + met
        + "then end\n";
  }

  private static Arbitrary<List<Sum>> sums(int... most) {
    return Combinators.combine(
            Arbitraries.of(SUBJECTS).set().ofMinSize(1),
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(0, most.length - 1))
        .as((subjects, least, which) -> new Sum(subjects, least, least + most[which]))
        .list()
        .ofMinSize(2)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Sum>> growing() {
    return sums(1000);
  }

  @Provide
  Arbitrary<List<Sum>> bounded() {
    return sums(0, 1, 3, 1000);
  }

  @Provide
  Arbitrary<List<Held>> held() {
    return Combinators.combine(Arbitraries.of(SUBJECTS), Arbitraries.integers().between(1, 6))
        .as(Held::new)
        .list()
        .ofMaxSize(8);
  }

  private static Evaluation evaluation(List<Sum> sums, List<Held> held) {
    List<Fact> facts = new ArrayList<>();
    for (Held one : held) {
      facts.add(
          TrainingCompletion.builder()
              .type(TrainingType.COURSE)
              .training("held-" + facts.size())
              .subject(one.subject())
              .credits(BigDecimal.valueOf(one.credits()))
              .completedOn(TODAY)
              .provenance(VETTED)
              .build());
    }
    return rules(policy(sums)).evaluate(record(facts.toArray(new Fact[0])), TODAY, ZONE);
  }

  @Property(seed = Laws.SEED)
  void what_is_earned_is_what_some_division_of_the_trainings_earns(
      @ForAll("growing") List<Sum> sums, @ForAll("held") List<Held> held) {
    Evaluation evaluation = evaluation(sums, held);
    assertThat(evaluation.isEarned("badge"))
        .as("%s with %s", sums, held)
        .isEqualTo(isDivided(sums, held, 0, new int[sums.size()]));
    agrees(evaluation);
  }

  @Property(seed = Laws.SEED)
  void the_decision_agrees_where_sums_are_bounded_too(
      @ForAll("bounded") List<Sum> sums, @ForAll("held") List<Held> held) {
    agrees(evaluation(sums, held));
  }

  private static void agrees(Evaluation evaluation) {
    Decision decision = evaluation.decision("badge");
    assertThat(decision.isEarned())
        .isEqualTo(
            decision.requirements().stream().allMatch(one -> one.state() == RequirementState.MET));
  }

  private static boolean isDivided(List<Sum> sums, List<Held> held, int at, int[] has) {
    if (at == held.size()) {
      for (int i = 0; i < has.length; i++) {
        if (has[i] < sums.get(i).least()) {
          return false;
        }
      }
      return true;
    }
    for (int i = 0; i < has.length; i++) {
      if (sums.get(i).subjects().contains(held.get(at).subject())) {
        has[i] += held.get(at).credits();
        boolean isDivided = isDivided(sums, held, at + 1, has);
        has[i] -= held.get(at).credits();
        if (isDivided) {
          return true;
        }
      }
    }
    return isDivided(sums, held, at + 1, has);
  }

  @Test
  void a_bounded_sum_at_the_end_has_all_that_no_other_has() {
    List<Sum> sums = List.of(new Sum(Set.of("A"), 1, 1000), new Sum(Set.of("A", "B"), 6, 7));
    assertThat(evaluation(sums, List.of(new Held("A", 1), new Held("B", 6))).isEarned("badge"))
        .isTrue();
    assertThat(
            evaluation(sums, List.of(new Held("A", 1), new Held("B", 6), new Held("B", 5)))
                .isEarned("badge"))
        .isFalse();
  }
}
