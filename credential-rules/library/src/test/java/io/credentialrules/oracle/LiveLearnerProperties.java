package io.credentialrules.oracle;

import io.credentialrules.CredentialRules;
import io.credentialrules.Laws;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LiveSteps;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of learners who are followed step by step, of every policy. */
class LiveLearnerProperties {
  private static final int STEPS = 12;

  @Property(seed = Laws.SEED)
  void after_each_step_it_is_as_if_the_record_were_evaluated_afresh(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners, @ForAll long seed) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    List<Learners.Case> cases = learners.of(rules.policy());
    List<LearnerRecord> records = cases.stream().map(Learners.Case::record).distinct().toList();
    List<ZonedDateTime> instants = new ArrayList<>();
    instants.add(cases.get(0).asOf());
    instants.addAll(World.INSTANTS);
    LiveSteps.take(STEPS, rules, records, instants, new Random(seed));
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
