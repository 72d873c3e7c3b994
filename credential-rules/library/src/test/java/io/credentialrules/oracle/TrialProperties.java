package io.credentialrules.oracle;

import io.credentialrules.Laws;
import io.credentialrules.Limits;
import io.credentialrules.internal.Compilation;
import io.credentialrules.internal.evaluate.Evaluator;
import io.credentialrules.internal.evaluate.TrialAgreement;
import io.credentialrules.internal.read.GivenValues;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.vocabulary.Fact;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What a plan is told of its trials, which settle only what their facts bear on. */
class TrialProperties {

  @Property(seed = Laws.SEED)
  void a_trial_says_what_an_evaluation_of_the_changed_record_says(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners, @ForAll long seed) {
    Evaluator evaluator =
        Compilation.of(
                policy.packs(), Vocabulary.standard(), Limits.DEFAULT, GivenValues.NONE, "digest")
            .evaluator();
    if (evaluator == null) {
      return;
    }
    List<Learners.Case> cases = learners.of(evaluator.program().model());
    List<Fact> facts = cases.stream().flatMap(each -> each.record().facts().stream()).toList();
    Random random = new Random(seed);
    int changed = 0;
    for (Learners.Case each : cases) {
      changed += new TrialAgreement(evaluator, each.record(), each.asOf(), random).check(facts);
    }
    Statistics.label("a part changes").collect(changed > 0);
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
