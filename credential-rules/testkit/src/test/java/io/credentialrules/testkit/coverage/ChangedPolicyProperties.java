package io.credentialrules.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.testkit.PolicyRecords;
import io.credentialrules.testkit.internal.change.ChangedPolicy;
import io.credentialrules.testkit.internal.change.RuleChange;
import io.credentialrules.testkit.internal.change.RuleChanges;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What one evaluation of all changes says is what each change says as a policy of its own. */
class ChangedPolicyProperties {
  private static final ZonedDateTime AS_OF =
      ZonedDateTime.parse("2026-05-01T23:59:59-04:00[America/New_York]");

  private static final String RULES =
      """
      package garden

      import io.credentialrules.vocabulary.*

      declare Least @value( 80 ) end

      rule "A quiz" @requirement( "quiz" )
      when
        AssessmentResult( assessment == "quiz", // or (later) an exam
                          ( score >= Least || passed ), type != "PERFORMANCE" )
      then end

      rule "A project, or two events" @requirement( "work" )
      when
        SubmittedEvidence( type == "PROJECT", $day : submittedOn >= "2025-09-01" ) and
        ( Participation( type == "EVENT", heldOn >= $day ) or
          accumulate( Participation( $hours : hours > 2.5, type == "MEETING" );
                      $sum : sum( $hours ); $sum >= 7.5, $sum < 100 ) )
      then end

      rule "Levels" @requirement( "levels" ) @scale( "LOW < MIDDLE < HIGH" )
        @silence( "empty-record", "without a condition, nothing may be left" )
      when
        exists( RubricScore( criterion == "care", level >= "MIDDLE" ) )
        not RubricScore( criterion == "waste", level > "LOW" )
      then end

      rule "Level 1" @credential( "level-1" )
      when
        Met( requirement == "quiz" )
        Met( requirement == "work" )
        Met( requirement == "levels" )
      then end
      """;

  private static final PolicyPack PACK = PolicyPack.of("garden", Map.of("rules.drl", RULES));
  private static final CredentialRules COMPILED = CredentialRules.compile(PACK);
  private static final ChangedPolicy CHANGED =
      ChangedPolicy.compile(
          List.of(PACK),
          builder -> builder,
          COMPILED.policy().rules(),
          new RuleChanges(COMPILED.policy(), List.of(PACK)).forCoverage(rule -> true));
  private static final List<CredentialRules> EACH = each();

  private static List<CredentialRules> each() {
    List<CredentialRules> each = new ArrayList<>();
    for (RuleChange change : CHANGED.changes()) {
      String text = change.edit().in(RULES);
      each.add(CredentialRules.compile(PolicyPack.of("garden", Map.of("rules.drl", text))));
    }
    return each;
  }

  @Provide
  Arbitrary<LearnerRecord> records() {
    return PolicyRecords.of(COMPILED, AS_OF).any();
  }

  @Property
  void a_change_is_told_apart_where_the_policy_with_it_decides_otherwise(
      @ForAll("records") LearnerRecord record) {
    ChangedPolicy.Seen seen = CHANGED.seen(record, AS_OF);
    for (int i = 0; i < CHANGED.changes().size(); i++) {
      PolicyRule rule = CHANGED.changes().get(i).rule();
      boolean before = holds(COMPILED, rule, record);
      assertThat(seen.holding().contains(rule)).isEqualTo(before);
      assertThat(seen.apart().get(i))
          .as("%s", CHANGED.changes().get(i))
          .isEqualTo(holds(EACH.get(i), rule, record) != before);
    }
  }

  private static boolean holds(CredentialRules rules, PolicyRule rule, LearnerRecord record) {
    return rule instanceof RequirementRule
        ? rules.evaluate(record, AS_OF).requirement(rule.id()).isSatisfied()
        : rules.evaluate(record, AS_OF).isEarned(rule.id());
  }

  @Example
  void every_kind_of_change_is_made_where_it_is_written() {
    assertThat(CHANGED.refused().values())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "`$day` is not bound before this place",
            "nothing can ever satisfy `not RubricScore( level > \"LOW\" )` together with"
                + " `exists( RubricScore( criterion == \"care\", level >= \"MIDDLE\" ) )`");
    assertThat(CHANGED.changes())
        .extracting(change -> change.kind() + " " + change.written())
        .contains(
            "WITHOUT_CONDITION type != \"PERFORMANCE\"",
            "WITHOUT_ALTERNATIVE passed",
            "AT_BOUND score >= Least",
            "BESIDE_BOUND $sum < 100");
  }
}
