package io.credentialrules.policies;

import io.credentialrules.LearnerRecord;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.vocabulary.Fact;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A learner whom no scenario knows: some of the facts of some of the scenarios of a pack, on a day
 * near theirs.
 */
record MixedLearner(LearnerRecord record, ZonedDateTime asOf) {
  private static final int MOST_STORIES = 3;
  private static final int DAYS_AROUND = 400;

  static MixedLearner of(List<Scenario> scenarios, Random random) {
    Scenario first = scenarios.get(random.nextInt(scenarios.size()));
    List<Fact> facts = new ArrayList<>(first.record().facts());
    for (int more = random.nextInt(MOST_STORIES); more > 0; more--) {
      facts.addAll(scenarios.get(random.nextInt(scenarios.size())).record().facts());
    }
    if (random.nextBoolean()) {
      facts.removeIf(fact -> random.nextInt(10) == 0);
    }
    LearnerRecord record =
        LearnerRecord.builder(first.record().learner())
            .addAll(facts)
            .policyDate(first.record().policyDate())
            .build();
    return new MixedLearner(
        record, first.asOf().plusDays(random.nextInt(2 * DAYS_AROUND + 1) - DAYS_AROUND));
  }
}
