package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LiveLearner;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.vocabulary.Fact;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Learners of each pack, made up, who are followed step by step. */
final class LiveProperties {
  private static final int STEPS = 5;
  private static final int ONE_IN = 6;

  private static final Map<String, List<Scenario>> SCENARIOS = Packs.scenariosByPack();

  /** A few packs in each try, so that a few tries look at all of them. */
  @Property
  void after_each_step_it_is_as_if_the_record_were_evaluated_afresh(@ForAll long seed) {
    Random random = new Random(seed);
    SCENARIOS.forEach(
        (pack, scenarios) -> {
          if (random.nextInt(ONE_IN) == 0) {
            follow(pack, scenarios, random);
          }
        });
  }

  private static void follow(String pack, List<Scenario> scenarios, Random random) {
    CredentialRules rules = Packs.compileWithNeeds(pack);
    LearnerRecord start = MixedLearner.of(scenarios, random).record();
    Scenario other = scenarios.get(random.nextInt(scenarios.size()));
    List<Fact> pool = new ArrayList<>(other.record().facts());
    List<Fact> facts = new ArrayList<>(start.facts());
    ZonedDateTime asOf = other.asOf();
    try (LiveLearner live = rules.live(start, asOf)) {
      for (int i = 0; i < STEPS; i++) {
        int kind = random.nextInt(8);
        if (kind < 4 && !pool.isEmpty()) {
          Fact fact = pool.remove(random.nextInt(pool.size()));
          facts.add(fact);
          live.add(fact);
        } else if (kind < 7 && !facts.isEmpty()) {
          Fact fact = facts.remove(random.nextInt(facts.size()));
          pool.add(fact);
          live.withdraw(fact);
        } else {
          asOf = asOf.plusDays(random.nextInt(800) - 400);
          live.moveTo(asOf);
        }
        LearnerRecord record =
            LearnerRecord.builder(start.learner())
                .addAll(facts)
                .policyDate(start.policyDate())
                .build();
        Evaluation afresh = rules.evaluate(record, asOf);
        assertThat(live.evaluation().earned())
            .as("%s on %s of %s", pack, asOf, record.facts())
            .isEqualTo(afresh.earned());
        if (i == STEPS - 1) {
          assertThat(live.evaluation().decisions())
              .as("%s on %s of %s", pack, asOf, record.facts())
              .isEqualTo(afresh.decisions());
        }
      }
    }
  }
}
