package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Plan.Demand;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Plans for credentials that are awarded elsewhere: a step says which of them will do. */
class PlanHeldProperties {
  private static final ZonedDateTime AS_OF = TODAY.atTime(18, 0).atZone(ZONE);
  private static final List<String> ELSEWHERE = List.of("a1", "a2", "b1", "b2", "c1");

  @Property(seed = Laws.SEED)
  void any_credentials_that_the_steps_allow_earn(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> counted = some(random, 2);
    int least = 1 + random.nextInt(Math.min(3, counted.size()));
    List<String> one = some(random, 1);
    String policy =
        """
        rule "Stack" @credential( "stack" ) @external( %s )
        when
          accumulate( Earned( credential in ( %s ), $c : credential ); $n : countDistinct( $c ); $n >= %s )
          %s Earned( credential in ( %s ) )
        then end
        """
            .formatted(
                quoted(ELSEWHERE),
                quoted(counted),
                least,
                random.nextInt(4) == 0 ? "" : "exists",
                quoted(one));
    CredentialRules rules = Records.rules(policy);
    LearnerRecord record = record(random);
    Plan plan = rules.evaluate(record, AS_OF).plan("stack");
    if (plan instanceof Plan.AlreadyEarned) {
      return;
    }
    Plan.Steps steps = (Plan.Steps) plan;
    UnhelpfulFacts facts = new UnhelpfulFacts(rules.vocabulary(), AS_OF, random);
    for (int tries = 0; tries < 10; tries++) {
      LearnerRecord after = facts.after(steps, record);
      assertThat(rules.evaluate(after, AS_OF).isEarned("stack"))
          .as(() -> policy + steps + demands(steps) + after.facts())
          .isTrue();
    }
  }

  private static LearnerRecord record(Random random) {
    List<HeldCredential> held =
        ELSEWHERE.stream()
            .filter(id -> random.nextInt(5) == 0)
            .map(id -> new HeldCredential(id, null, TODAY.minusDays(9), Provenance.UNVETTED))
            .toList();
    return Records.record(held.toArray(HeldCredential[]::new));
  }

  private static List<List<Demand>> demands(Plan.Steps steps) {
    return steps.steps().stream().map(Plan.Step::demands).toList();
  }

  private static List<String> some(Random random, int least) {
    List<String> ids = new ArrayList<>(ELSEWHERE);
    Collections.shuffle(ids, random);
    return ids.subList(0, least + random.nextInt(ids.size() + 1 - least));
  }

  private static String quoted(List<String> ids) {
    return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(", "));
  }
}
