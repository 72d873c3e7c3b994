package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.reflection;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Difference.Change;
import io.credentialrules.Difference.Kind;
import io.credentialrules.Difference.Presence;
import io.credentialrules.internal.result.StatedDetail;
import io.credentialrules.internal.result.StatedRequirementChange;
import io.credentialrules.vocabulary.ReviewerRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final CredentialRules RULES = rules(policy("80"));

  private static String policy(String score) {
    return """
    rule "A quiz of enough percent"
      @requirement( "quiz" )
    when
      AssessmentResult( assessment == "quiz", score >= %s )
    then
    end

    rule "A reflection"
      @requirement( "reflection" )
    when
      SubmittedEvidence( type == "REFLECTION" )
    then
    end

    rule "Level 1"
      @credential( "level-1" )
    when
      Met( requirement == "quiz" )
      Met( requirement == "reflection" )
    then
    end
    """
        .formatted(score);
  }

  @Test
  void an_evaluation_does_not_differ_from_itself_made_again() {
    Difference difference =
        Difference.between(
            evaluate(RULES, quiz("90", VETTED), reflection(VETTED)),
            evaluate(RULES, reflection(VETTED), quiz("90", VETTED)));

    assertThat(difference.isEmpty()).isTrue();
  }

  @Test
  void a_further_fact_gains_the_credential_by_the_requirement_it_meets() {
    Difference difference =
        Difference.between(
            evaluate(RULES, quiz("90", VETTED)),
            evaluate(RULES, quiz("90", VETTED), reflection(VETTED)));

    Change change = only(difference);
    assertThat(change.kind()).isEqualTo(Kind.GAINED);
    assertThat(change.presence()).isEqualTo(Presence.BOTH);
    assertThat(change.decisive())
        .containsExactly(
            new StatedRequirementChange(
                "reflection",
                "A reflection",
                "A reflection",
                RequirementState.UNMET,
                RequirementState.MET,
                null,
                null));
  }

  @Test
  void a_higher_score_that_is_still_too_low_changes_the_amount_and_gains_nothing() {
    Difference difference =
        Difference.between(
            evaluate(RULES, quiz("50", VETTED)), evaluate(RULES, quiz("70", VETTED)));

    Change change = only(difference);
    assertThat(change.kind()).isEqualTo(Kind.STILL_NOT_EARNED);
    assertThat(change.requirements())
        .extracting(Difference.RequirementChange::id)
        .containsExactly("quiz");
    assertThat(has(change.requirements().get(0).measureBefore())).isEqualByComparingTo("50");
    assertThat(has(change.requirements().get(0).measureAfter())).isEqualByComparingTo("70");
  }

  @Test
  void the_same_amount_written_otherwise_is_no_difference() {
    assertThat(
            Difference.between(
                    evaluate(RULES, quiz("50", VETTED)), evaluate(RULES, quiz("50.0", VETTED)))
                .isEmpty())
        .isTrue();
  }

  @Test
  void a_stricter_policy_loses_the_credential_and_the_reverse_gains_it() {
    Evaluation lenient = evaluate(RULES, quiz("85", VETTED), reflection(VETTED));
    Evaluation strict = evaluate(rules(policy("90")), quiz("85", VETTED), reflection(VETTED));

    Difference difference = Difference.between(lenient, strict);

    Change change = only(difference);
    assertThat(change.kind()).isEqualTo(Kind.LOST);
    assertThat(change.decisive())
        .extracting(Difference.RequirementChange::id)
        .containsExactly("quiz");
    assertThat(Difference.between(strict, lenient)).isEqualTo(difference.reversed());
    assertThat(only(difference.reversed()).kind()).isEqualTo(Kind.GAINED);
  }

  @Test
  void a_credential_that_only_one_policy_awards_is_reported_for_that_side() {
    CredentialRules wider =
        rules(
            policy("80")
                + "rule \"Extra\" @credential( \"extra\" ) when Met( requirement == \"quiz\" ) then"
                + " end");

    Difference difference =
        Difference.between(
            evaluate(RULES, quiz("90", VETTED)), evaluate(wider, quiz("90", VETTED)));

    Change change = only(difference);
    assertThat(change.credential().id()).isEqualTo("extra");
    assertThat(change.kind()).isEqualTo(Kind.GAINED);
    assertThat(change.presence()).isEqualTo(Presence.ONLY_AFTER);
    assertThat(only(difference.reversed()).presence()).isEqualTo(Presence.ONLY_BEFORE);
  }

  @Test
  void a_waiver_is_what_changes_a_requirement() {
    Waiver waiver =
        Waiver.of("quiz", "Dean", ReviewerRole.FACULTY, "transfer", LocalDate.of(2026, 4, 1));
    LearnerRecord record = record(reflection(VETTED));

    Difference difference =
        Difference.between(
            RULES.evaluate(record, TODAY, ZONE),
            RULES.evaluate(record.waiving(waiver), TODAY, ZONE));

    assertThat(only(difference).kind()).isEqualTo(Kind.GAINED);
    assertThat(only(difference).decisive().get(0).after()).isEqualTo(RequirementState.WAIVED);
  }

  @Test
  void an_earlier_date_loses_what_was_not_yet_there_and_a_later_one_changes_nothing() {
    LearnerRecord record = record(quiz("90", VETTED), reflection(VETTED));
    Evaluation today = RULES.evaluate(record, TODAY, ZONE);

    assertThat(
            Difference.between(today, RULES.evaluate(record, TODAY.plusYears(1), ZONE)).isEmpty())
        .isTrue();
    assertThat(
            only(Difference.between(today, RULES.evaluate(record, LocalDate.of(2026, 2, 20), ZONE)))
                .kind())
        .isEqualTo(Kind.LOST);
  }

  @Test
  void another_version_of_the_policy_shows_its_route_and_its_settings() {
    CredentialRules versions =
        rules(
            """
            rule "Old" @credential( "c" ) @validFor( "5 years" )
              date-expires "2026-01-01"
            when SubmittedEvidence( type == "REFLECTION" ) then end

            rule "New" @credential( "c" ) @validFor( "1 year" )
              date-effective "2026-01-01"
            when SubmittedEvidence( type == "REFLECTION" ) then end
            """);
    LearnerRecord record =
        record(
            new io.credentialrules.vocabulary.SubmittedEvidence(
                io.credentialrules.vocabulary.EvidenceType.REFLECTION,
                null,
                null,
                null,
                false,
                null,
                LocalDate.of(2025, 6, 1),
                io.credentialrules.vocabulary.Provenance.vettedBy(
                    "R", ReviewerRole.FACULTY, LocalDate.of(2025, 6, 1))));

    Change change =
        only(
            Difference.between(
                versions.evaluate(record, LocalDate.of(2025, 12, 1), ZONE),
                versions.evaluate(record, LocalDate.of(2026, 2, 1), ZONE)));

    assertThat(change.kind()).isEqualTo(Kind.STILL_EARNED);
    assertThat(change.details())
        .contains(
            new StatedDetail("route", "Old", "New"), new StatedDetail("valid for", "P5Y", "P1Y"))
        .extracting(Difference.Detail::name)
        .as("the version that follows ended it on the same day already before it was in force")
        .doesNotContain("until");
  }

  private static @Nullable BigDecimal has(@Nullable Measure measure) {
    return measure == null ? null : measure.has();
  }

  private static Change only(Difference difference) {
    List<Change> changes = difference.changes();
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }

  @Test
  void a_condition_is_compared_with_the_one_that_says_the_same_wherever_it_is() {
    String quiz = "AssessmentResult( assessment == \"quiz\", score >= %s )";
    Evaluation before =
        evaluate(
            rules(conditions(quiz.formatted("80") + " TrainingCompletion( handsOn )")),
            quiz("85", VETTED));
    Evaluation after =
        evaluate(
            rules(conditions("SubmittedEvidence( ) " + quiz.formatted("80"))), quiz("85", VETTED));
    Evaluation stricter =
        evaluate(
            rules(conditions("SubmittedEvidence( ) " + quiz.formatted("90"))), quiz("85", VETTED));

    assertThat(only(Difference.between(before, after)).decisive())
        .extracting(Difference.RequirementChange::name)
        .containsExactly("SubmittedEvidence( )", "TrainingCompletion( handsOn )");
    Change change = only(Difference.between(before, stricter));
    assertThat(change.decisive())
        .extracting(each -> each.name() + ": " + each.before() + ", " + each.after())
        .containsExactly(
            quiz.formatted("90") + ": MET, UNMET",
            "SubmittedEvidence( ): null, UNMET",
            "TrainingCompletion( handsOn ): UNMET, null");
    assertThat(Difference.between(stricter, before))
        .isEqualTo(Difference.between(before, stricter).reversed());
  }

  private static String conditions(String when) {
    return "rule \"C\" @credential( \"c\" ) when " + when + " then end";
  }
}
