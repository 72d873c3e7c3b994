package io.credentialrules.benchmarks;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LiveLearner;
import io.credentialrules.vocabulary.Fact;
import java.util.List;

/**
 * What one further fact costs a live learner with a thousand facts, fewer where the catalogue has
 * no more, beside evaluating them.
 */
record LiveTime(Samples evaluating, Samples step) {
  private static final int FACTS = 1_000;

  /** Takes turns; a step is a fact that is added or withdrawn. */
  static LiveTime measured(Contest contest, int rounds, long most) {
    List<Fact> all =
        contest.catalogue().learners(FACTS, 3).stream()
            .flatMap(record -> record.facts().stream())
            .distinct()
            .limit(FACTS + 1)
            .toList();
    int further = all.size() - 1;
    Fact last = all.get(further);
    LearnerRecord record = LearnerRecord.builder("maria").addAll(all.subList(0, further)).build();
    CredentialRules rules = contest.rules();
    LiveTime time = new LiveTime(new Samples(), new Samples());
    try (LiveLearner live = rules.live(record, Engine.AS_OF)) {
      boolean[] isThere = new boolean[1];
      for (int round = -rounds / 2; round < rounds; round++) {
        (round < 0 ? new Samples() : time.evaluating)
            .round(each -> rules.evaluate(each, Engine.AS_OF), List.of(record), most);
        (round < 0 ? new Samples() : time.step)
            .round(
                fact -> {
                  if (isThere[0]) {
                    live.withdraw(fact);
                  } else {
                    live.add(fact);
                  }
                  isThere[0] = !isThere[0];
                },
                List.of(last),
                most);
      }
    }
    return time;
  }

  /** How much of evaluating a step costs. */
  double part() {
    return step.middle() / evaluating.middle();
  }
}
