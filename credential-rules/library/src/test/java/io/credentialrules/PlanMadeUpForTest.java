package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.RubricScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What must not be there unless something makes up for it is made up for. */
class PlanMadeUpForTest {
  private static final String LISTENING =
      """
      rule "No NOT_YET that a later assessment has not made up for"
        @credential( "c" ) @scale( "NOT_YET < PROFICIENT" )
      when
        exists RubricScore( rubric == "listening", level >= "PROFICIENT" )
        not( RubricScore( rubric == "listening", level == "NOT_YET", $c : criterion, $on : assessedOn )
             and not( RubricScore( rubric == "listening", criterion == $c, level >= "PROFICIENT",
                                   assessedOn > $on ) ) )
      then end
      """;

  @Property(seed = Laws.SEED)
  void each_criterion_that_was_not_met_is_met_later(@ForAll long seed) {
    Random random = new Random(seed);
    List<Fact> facts = new ArrayList<>();
    Set<String> open = new HashSet<>();
    boolean isAnyMet = false;
    for (int day = 20; day > 0; day--) {
      String criterion = List.of("a", "b", "c").get(random.nextInt(3));
      if (random.nextInt(5) == 0) {
        boolean isMet = random.nextBoolean();
        facts.add(score(criterion, isMet ? "PROFICIENT" : "NOT_YET", TODAY.minusDays(day)));
        isAnyMet |= isMet;
        if (isMet) {
          open.remove(criterion);
        } else {
          open.add(criterion);
        }
      }
    }
    CredentialRules rules = Records.rules(LISTENING);
    LearnerRecord record = Records.record(facts.toArray(Fact[]::new));
    Plan plan = rules.evaluate(record, TODAY, ZONE).plan("c");
    if (open.isEmpty() && isAnyMet) {
      assertThat(plan).isInstanceOf(Plan.AlreadyEarned.class);
      return;
    }
    assertThat(plan).as("%s", facts).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    assertThat(steps.steps()).as("%s", facts).hasSize(Math.max(1, open.size()));
    UnhelpfulFacts unhelpful =
        new UnhelpfulFacts(rules.vocabulary(), TODAY.atTime(18, 0).atZone(ZONE), random);
    for (int tries = 0; tries < 5; tries++) {
      LearnerRecord after = unhelpful.after(steps, record);
      assertThat(rules.evaluate(after, TODAY, ZONE).isEarned("c")).as("%s", after).isTrue();
    }
  }

  @Test
  void what_only_the_institution_could_make_up_for_is_not_certain_to_stay() {
    String policy =
        """
        rule "C" @credential( "c" )
        when
          exists RubricScore( rubric == "listening" )
          not( RubricScore( level == "NOT_YET", $c : criterion ) and not( Enrolment( program == $c ) ) )
        then end
        """;
    assertThat(unreachable(policy, score("a", "NOT_YET", TODAY)).isCertain()).isFalse();
    String none =
        """
        rule "C" @credential( "c" )
        when
          exists RubricScore( rubric == "listening" )
          not( RubricScore( level == "NOT_YET", $c : criterion ) and Enrolment( program == $c ) )
        then end
        """;
    Fact enrolled = Enrolment.builder().level(EnrolmentLevel.UNDERGRADUATE).program("a").build();
    assertThat(unreachable(none, score("a", "NOT_YET", TODAY), enrolled).isCertain()).isTrue();
  }

  private static Plan.Unreachable unreachable(String policy, Fact... facts) {
    CredentialRules rules = Records.rules(policy);
    return (Plan.Unreachable) rules.evaluate(Records.record(facts), TODAY, ZONE).plan("c");
  }

  private static RubricScore score(String criterion, String level, LocalDate on) {
    return RubricScore.builder()
        .rubric("listening")
        .criterion(criterion)
        .level(level)
        .assessedOn(on)
        .provenance(VETTED.toBuilder().id(criterion + level + on).build())
        .build();
  }
}
