package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.AssessmentResult;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;

/** Generated records reach what they promise, and the laws find what is wrong. */
class PolicyRecordsProperties {
  private static final ZonedDateTime AS_OF =
      ZonedDateTime.parse("2026-05-01T23:59:59-04:00[America/New_York]");
  private static final CredentialRules RULES = compile(TemporaryRules.RULES);
  private static final PolicyRecords RECORDS = PolicyRecords.of(RULES, AS_OF);

  private static CredentialRules compile(String rules) {
    return CredentialRules.compile(PolicyPack.of("garden", Map.of("rules.drl", rules)));
  }

  @Provide
  Arbitrary<LearnerRecord> earning() {
    return RECORDS.earning("level-2");
  }

  @Provide
  Arbitrary<LearnerRecord> nearly() {
    return RECORDS.nearly("level-2");
  }

  @Property
  void records_that_earn_a_credential_earn_it(@ForAll("earning") LearnerRecord record) {
    assertThat(RULES.evaluate(record, AS_OF).isEarned("level-2")).isTrue();
  }

  /** On three days, of which only one can be today, and after two months. */
  private static final CredentialRules TAKES_TIME =
      compile(
          """
          package garden
          import io.credentialrules.vocabulary.*
          rule "Shifts" @requirement( "shifts" )
          when
            accumulate( Participation( activity == "shift", $day : heldOn );
                        $days : countDistinct( $day );
                        $days >= 3 )
          then end
          rule "Placement" @requirement( "placement" )
          when
            TrainingCompletion( training == "safety", $on : completedOn )
            Participation( activity == "review", heldOn >= $on.plusMonths( 2 ) )
          then end
          rule "Gardener" @credential( "gardener" )
          when
            Met( requirement == "shifts" )
            Met( requirement == "placement" )
          then end
          """);

  @Example
  void what_takes_days_is_done_by_the_date_of_evaluation() {
    assertThat(PolicyRecords.of(TAKES_TIME, AS_OF).earning("gardener").sampleStream().limit(50))
        .allMatch(record -> TAKES_TIME.evaluate(record, AS_OF).isEarned("gardener"));
  }

  @Property
  void without_any_one_fact_it_is_not_earned(@ForAll("nearly") LearnerRecord record) {
    if (record.facts().size() == 1) {
      assertThat(RULES.evaluate(record, AS_OF).isEarned("level-2")).isFalse();
    }
  }

  @Example
  void bounds_are_met_and_missed_by_the_smallest_step() {
    assertThat(
            RECORDS
                .any()
                .sampleStream()
                .limit(2_000)
                .flatMap(record -> record.facts().stream())
                .filter(AssessmentResult.class::isInstance)
                .map(fact -> ((AssessmentResult) fact).score())
                .toList())
        .contains(new BigDecimal("80"), new BigDecimal("79.99"), new BigDecimal("80.01"));
  }

  @Example
  void a_record_shrinks_to_the_facts_that_still_show_it() {
    Predicate<LearnerRecord> shows = record -> RULES.evaluate(record, AS_OF).isEarned("level-1");
    Shrinkable<LearnerRecord> found =
        RECORDS.any().generator(1_000).stream(new java.util.Random(42))
            .filter(shrinkable -> shrinkable.value().facts().size() > 3)
            .filter(shrinkable -> shows.test(shrinkable.value()))
            .findFirst()
            .orElseThrow();

    assertThat(smallest(found, shows).facts()).singleElement().isInstanceOf(AssessmentResult.class);
  }

  private static LearnerRecord smallest(
      Shrinkable<LearnerRecord> from, Predicate<LearnerRecord> shows) {
    Shrinkable<LearnerRecord> now = from;
    while (true) {
      Optional<Shrinkable<LearnerRecord>> smaller =
          now.shrink().filter(next -> shows.test(next.value())).findFirst();
      if (smaller.isEmpty()) {
        return now.value();
      }
      now = smaller.get();
    }
  }

  @Example
  void a_credential_without_a_plan_is_told() {
    assertThatThrownBy(() -> RECORDS.earning("level-9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no plan for `level-9`")
        .hasMessageContaining("level-1");
  }

  /** Level 2 does not ask for level 1, and nobody can have level 3. */
  private static final CredentialRules WRONG =
      compile(
          TemporaryRules.RULES.replace("  Earned( credential == \"level-1\" )\n", "")
              + """

              rule "Ninety years old" @requirement( "age" )
              when
                Learner( age >= 90 )
              then end

              rule "Level 3" @credential( "level-3" ) @pathway( "garden" ) @level( 3 )
              when
                Earned( credential == "level-2" )
                Met( requirement == "age" )
              then end
              """);

  private static final PolicyLaws BROKEN =
      new PolicyLaws() {
        @Override
        public CredentialRules rules() {
          return WRONG;
        }
      };

  @Example
  void the_laws_find_a_level_without_the_one_below_it() {
    LearnerRecord only = PolicyRecords.of(WRONG, AS_OF).earning("level-2").sample();

    assertThatThrownBy(() -> BROKEN.a_level_is_earned_with_the_levels_below_it(only))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("`level-2` is earned without `level-1`, a level below it");
    assertThatThrownBy(BROKEN::every_credential_can_be_earned)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("level-3");
    assertThatThrownBy(BROKEN::every_requirement_is_met_by_some_and_not_by_others)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("\"age\"=\"not met\"");
  }

  @Example
  void a_record_is_printed_as_it_is_pasted_into_a_scenario() {
    LearnerRecord record = RECORDS.earning("level-1").sample();
    ScenarioFormat format = new ScenarioFormat();

    assertThat(format.appliesTo(record)).isTrue();
    assertThat(format.report(record).toString())
        .startsWith("record: {")
        .contains("\"AssessmentResult\"");
    assertThat(Tuple.of(format.appliesTo("text"))).isEqualTo(Tuple.of(false));
  }
}
