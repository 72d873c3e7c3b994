package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Siblings of the cases 67 to 78 and 90: other types, other numbers, the same kind of plan. */
class PlanSiblingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | accumulate( TrainingCompletion( $c : credits, $s : subject ); $t : sum( $c ), $n : countDistinct( $s ); $t >= 60, $n >= 3 )",
        "4 | accumulate( Participation( type == \"SERVICE\" ); $n : count(); $n >= 4 ) accumulate( Participation( type == \"SERVICE\", activity == \"shelter\" ); $m : count(); $m >= 2 )",
        "2 | accumulate( AssessmentResult( $s : score ); $n : count(), $m : average( $s ); $n >= 3, $m >= 80 )",
        "1 | accumulate( AssessmentResult( assessment == \"quiz\", $d : takenOn ); $l : max( $d ) ) AssessmentResult( assessment == \"quiz\", takenOn == $l, score >= 80 )",
        "3 | accumulate( Participation( $a : activity ); $n : countDistinct( $a ); $n >= 3 )",
        "2 | accumulate( Participation( $a : activity ) and not( TrainingCompletion( training == $a ) ); $n : count(); $n >= 2 )"
      })
  void whoever_does_what_the_steps_say_has_earned_it(int steps, String when) {
    CredentialRules rules =
        rules("rule \"Badge\" @credential( \"badge\" ) when\n" + when + "\nthen end\n");
    LearnerRecord record = record(Records.quiz("60", Records.VETTED));
    Plan.Steps plan = (Plan.Steps) rules.evaluate(record, TODAY, ZONE).plan("badge");
    assertThat(plan.steps()).hasSize(steps);
    UnhelpfulFacts facts =
        new UnhelpfulFacts(rules.vocabulary(), TODAY.atTime(18, 0).atZone(ZONE), new Random(steps));
    for (int tries = 0; tries < 20; tries++) {
      LearnerRecord after = facts.after(plan, record);
      assertThat(rules.evaluate(after, TODAY, ZONE).isEarned("badge"))
          .as("%s", after.facts())
          .isTrue();
    }
  }
}
