package io.credentialrules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Laws;
import io.credentialrules.Limits;
import io.credentialrules.internal.Compilation;
import io.credentialrules.internal.engine.Savings;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.evaluate.Evaluator;
import io.credentialrules.internal.read.GivenValues;
import io.credentialrules.policy.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the network saves changes no verdict of the plain one, in which each branch is a rule. */
class SavingsProperties {
  private static final Map<String, Savings> SAVINGS =
      Map.of(
          "all", Savings.ALL,
          "by touch", new Savings(true, false, false, false, Integer.MAX_VALUE),
          "by node", new Savings(false, true, true, false, Integer.MAX_VALUE),
          "in one", new Savings(false, false, false, true, Integer.MAX_VALUE),
          "by shape", new Savings(false, true, false, false, Integer.MAX_VALUE),
          "by touch and shape, in parts of one and more", new Savings(true, true, true, true, 1),
          "in parts of two and more", new Savings(false, false, false, false, 2));

  @Property(seed = Laws.SEED)
  void each_verdict_is_that_of_the_plain_network(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    Evaluator compiled =
        Compilation.of(
                policy.packs(), Vocabulary.standard(), Limits.DEFAULT, GivenValues.NONE, "digest")
            .evaluator();
    if (compiled == null) {
      return;
    }
    List<Learners.Case> cases = learners.of(compiled.program().model());
    Evaluator plain = with(Savings.NONE, compiled);
    SAVINGS.forEach(
        (name, savings) -> {
          Evaluator saving = with(savings, compiled);
          for (Learners.Case each : cases) {
            assertThat(verdicts(saving, each)).as(name).isEqualTo(verdicts(plain, each));
          }
        });
  }

  private static Evaluator with(Savings savings, Evaluator compiled) {
    return new Evaluator(compiled.program(), Limits.DEFAULT, "digest", savings);
  }

  private static List<Set<Integer>> verdicts(Evaluator evaluator, Learners.Case of) {
    Verdicts verdicts = evaluator.evaluate(of.record(), of.asOf()).verdicts();
    return List.of(
        Set.copyOf(verdicts.requirementsInTurn()), Set.copyOf(verdicts.credentialsInTurn()));
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
