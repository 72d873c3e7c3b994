package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Plan.Relation;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dozens of different things are asked for as such, and none of them by a name that is made up. */
class PlanManyFactsTest {
  private static final ZonedDateTime AS_OF = TODAY.atTime(18, 0).atZone(ZONE);
  private static final String BADGES =
      """
      rule "Badges" @credential( "badge" ) when
        accumulate( IndustryCertification( issuer == "scouts", $b : certification );
                    $n : countDistinct( $b ); $n >= MOST )
        IndustryCertification( certification in ( "cycling", "hiking" ) )
      then end
      """;

  @ParameterizedTest
  @ValueSource(ints = {5, 21, 60, 127})
  void as_many_different_things_as_are_asked_for_are_planned_without_names(int most) {
    String policy = BADGES.replace("MOST", Integer.toString(most));
    CredentialRules rules = rules(policy);
    Plan.Steps plan = (Plan.Steps) rules.evaluate(record(), AS_OF).plan("badge");
    assertThat(plan.steps()).hasSizeBetween(most, most + 1);
    assertThat(plan.steps().stream().flatMap(step -> step.demands().stream()))
        .filteredOn(demand -> demand.field().equals("certification"))
        .allMatch(
            demand ->
                demand.relation() == Relation.DIFFERENT
                    || demand.values().equals(List.of("cycling", "hiking")));
    UnhelpfulFacts facts = new UnhelpfulFacts(rules.vocabulary(), AS_OF, new Random(most));
    for (int tries = 0; tries < 10; tries++) {
      assertThat(rules.evaluate(facts.after(plan, record()), AS_OF).isEarned("badge")).isTrue();
    }
  }

  @Test
  void there_is_an_end_to_it() {
    Plan plan = rules(BADGES.replace("MOST", "200")).evaluate(record(), AS_OF).plan("badge");
    assertThat(plan).isInstanceOf(Plan.Unreachable.class);
    assertThat(((Plan.Unreachable) plan).isCertain()).isFalse();
  }
}
