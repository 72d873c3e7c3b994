package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.SubmittedEvidence;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many steps plans have, and of which it is known that there can be no fewer. */
class PlanSizesTest {
  private static final String JOB = "WorkExperience( type == \"JOB\" )";
  private static final String HOURS =
      "accumulate( WorkExperience( siteApproved, $h : hours ); $s : sum( $h ); $s >= 80 )";
  private static final String MEAN =
      "accumulate( AssessmentResult( $a : score ); $m : average( $a ); $m >= 90 )";
  private static final String LEAST =
      "accumulate( AssessmentResult( $a : score ); $l : min( $a ); $l >= 90 )";

  private static Plan plan(String policy, Fact... facts) {
    return rules(policy).evaluate(record(facts), TODAY, ZONE).plan("badge");
  }

  private static String badge(String more, String when) {
    return "rule \"Badge\" @credential( \"badge\" ) " + more + " when\n" + when + "\nthen end\n";
  }

  private static void hasProven(Plan plan, int steps) {
    assertThat(((Plan.Steps) plan).steps()).hasSize(steps);
    assertThat(((Plan.Steps) plan).isProvenSmallest()).isTrue();
  }

  @Test
  void one_job_has_the_hours_too() {
    hasProven(plan(badge("", JOB + "\n" + HOURS)), 1);
    hasProven(plan(badge("", JOB.replace("type ==", "paid, type !=") + "\n" + HOURS)), 1);
    hasProven(plan(badge("", JOB.replace(" )", ", !siteApproved )") + "\n" + HOURS)), 2);
  }

  @Test
  void a_score_that_is_enough_for_one_condition_is_made_enough_for_all() {
    String quiz = "AssessmentResult( type == \"QUIZ\", score >= 60%s )\n";
    hasProven(plan(badge("", quiz.formatted("") + LEAST)), 1);
    assertThat(plan(badge("", quiz.formatted(", score <= 80") + LEAST)))
        .isInstanceOf(Plan.Unreachable.class);
  }

  /** 4 × 100 and 50 have a mean of 90, 3 × 100 and 50 of 87.5. */
  @Test
  void a_mean_takes_as_many_of_the_greatest_as_it_takes() {
    hasProven(plan(badge("", MEAN), Records.quiz("50", VETTED)), 4);
    hasProven(plan(badge("", MEAN), Records.quiz("80", VETTED)), 1);
  }

  @ParameterizedTest
  @CsvSource({
    "'score >= 100', 'score > 60, score <= 90', 2",
    "'score >= 90', 'score > 60, score <= 90', 1"
  })
  void one_score_is_not_in_two_ranges_apart(String one, String other, int steps) {
    hasProven(
        plan(badge("", "AssessmentResult( " + one + " )\nAssessmentResult( " + other + " )")),
        steps);
  }

  @Test
  void what_would_have_to_have_happened_already_is_no_smaller_plan() {
    String policy =
        badge("", "SubmittedEvidence( submittedOn < \"2026-02-15\" )")
            + badge("", JOB + "\nSubmittedEvidence( type == \"LOG\" )").replace("Badge", "Other");
    hasProven(plan(policy), 2);
    hasProven(plan(policy, log("2026-01-10", Provenance.UNVETTED)), 1);
  }

  @Test
  void something_new_does_not_come_before_what_is_there() {
    String policy =
        badge(
            "",
            "SubmittedEvidence( type == \"PLAN\", $d : submittedOn )\nSubmittedEvidence( type == \"LOG\", submittedOn > $d )");
    hasProven(plan(policy, log("2026-01-10", VETTED)), 2);
    hasProven(
        plan(
            policy,
            log("2026-01-10", VETTED),
            log("2026-01-05", Provenance.UNVETTED).toBuilder().type(EvidenceType.PLAN).build()),
        1);
  }

  @Test
  void what_exists_for_one_requirement_serves_no_other_where_evidence_is_exclusive() {
    String policy =
        "rule \"One\" @requirement( \"one\" ) when\n%s\nthen end\n".formatted(JOB)
            + "rule \"Two\" @requirement( \"two\" ) when\nexists %s\nthen end\n".formatted(JOB);
    String both = "Met( requirement == \"one\" )\nMet( requirement == \"two\" )";
    hasProven(plan(policy + badge("@evidence( \"exclusive\" )", both)), 2);
    hasProven(plan(policy + badge("", both)), 1);
  }

  @Test
  void nothing_is_renewed_in_the_past() {
    SubmittedEvidence expired =
        log(
            "2026-01-10",
            VETTED.toBuilder()
                .validUntil(LocalDate.parse("2026-02-01").atStartOfDay(ZONE).toInstant())
                .build());
    assertThat(plan(badge("", "SubmittedEvidence( submittedOn < \"2026-02-15\" )"), expired))
        .isInstanceOf(Plan.Unreachable.class);
    hasProven(plan(badge("", "SubmittedEvidence( submittedOn > \"2026-02-15\" )"), expired), 1);
  }

  private static SubmittedEvidence log(String on, Provenance provenance) {
    return SubmittedEvidence.builder()
        .type(EvidenceType.LOG)
        .submittedOn(LocalDate.parse(on))
        .provenance(provenance)
        .build();
  }

  /** 98.6 of 100 at the last count, over 847 plans. */
  @Test
  @Tag("long")
  void of_a_hundred_plans_more_than_ninety_seven_are_proven_smallest() {
    int plans = 0;
    int proven = 0;
    for (long seed = 1; seed <= 600; seed++) {
      SmallWorld world = new SmallWorld(seed * 7_919);
      CredentialRules rules;
      try {
        rules = rules(world.policy());
      } catch (PolicyException refused) {
        continue;
      }
      Evaluation evaluation = rules.evaluate(world.record(), TODAY, ZONE);
      for (Credential credential : rules.catalogue()) {
        if (evaluation.plan(credential.id()) instanceof Plan.Steps steps
            && steps.waitUntil() == null
            && steps.startOn() == null) {
          plans++;
          proven += steps.isProvenSmallest() ? 1 : 0;
        }
      }
    }
    assertThat(plans).isGreaterThan(500);
    assertThat(proven * 100).as("%s of %s", proven, plans).isGreaterThan(plans * 97);
  }
}
