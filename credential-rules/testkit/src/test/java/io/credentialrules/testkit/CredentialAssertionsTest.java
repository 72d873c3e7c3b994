package io.credentialrules.testkit;

import static io.credentialrules.testkit.CredentialAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.RequirementState;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialAssertionsTest {
  @TempDir private Path folder = Path.of("");
  private Evaluation just;
  private Evaluation below;

  private static Evaluation evaluation(CredentialRules rules, String score) {
    LearnerRecord record =
        LearnerRecord.of(
            Learner.of("ada"),
            new AssessmentResult(
                AssessmentType.QUIZ,
                "quiz",
                null,
                new BigDecimal(score),
                false,
                LocalDate.of(2026, 3, 1),
                Provenance.vettedBy("Dr. Fox", ReviewerRole.FACULTY, null)));
    return rules.evaluate(record, LocalDate.of(2026, 5, 1), ZoneId.of("America/New_York"));
  }

  @BeforeEach
  void evaluate() {
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.read(new TemporaryRules(folder).folder().resolve("garden")));
    just = evaluation(rules, "80");
    below = evaluation(rules, "79.99");
  }

  private static void fails(ThrowingCallable assertion, String... parts) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
  }

  @Test
  void verdicts_on_an_evaluation() {
    assertThat(just).hasEarned("level-1").hasEarnedOnly("level-1");
    assertThat(below).hasEarnedOnly().hasNotEarned("level-1").lackingOnly("quiz");

    fails(
        () -> assertThat(below).hasEarned("level-1"),
        "expected to be earned, but was",
        "level-1: not earned",
        "\n  quiz: unmet, has 79.99, needs 80, in percent",
        "\n    garden/rules.drl:7:3: lacks `AssessmentResult( assessment == \"quiz\", score >= 80 )`;"
            + " the nearest AssessmentResult misses `score >= 80`, has 79.99");
    fails(
        () -> assertThat(just).hasNotEarned("level-1"),
        "expected not to be earned, but was",
        "level-1: earned");
    fails(
        () -> assertThat(just).hasEarnedOnly("level-1", "level-2"),
        "expected to have earned exactly [level-1, level-2], but earned [level-1]");
  }

  @Test
  void an_unknown_credential_is_told_with_those_that_there_are() {
    assertThatThrownBy(() -> assertThat(just).hasEarned("level-3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the packs award no `level-3`; they award level-1, level-2");
  }

  @Test
  void what_a_decision_lacks() {
    assertThat(below.decision("level-2"))
        .isNotEarned()
        .lacking("hours")
        .lackingOnly("hours", "level-1");

    fails(
        () -> assertThat(below.decision("level-2")).lacking("quiz"),
        "expected to lack [quiz], but was",
        "level-2: not earned");
    fails(
        () -> assertThat(below.decision("level-2")).lackingOnly("hours"),
        "expected to lack exactly [hours], but was");
    fails(
        () -> assertThat(just.decision("level-1")).lacking("quiz"),
        "expected not to be earned, but was");
    fails(
        () -> assertThat(just.decision("level-1")).requirement("hours"),
        "expected to have the requirement `hours`, but has [quiz]");
  }

  @Test
  void where_a_requirement_stands() {
    assertThat(just).requirement("quiz").isSatisfied().isIn(RequirementState.MET);
    assertThat(below)
        .requirement("quiz")
        .isIn(RequirementState.UNMET)
        .hasAmount("79.990", "80.0", "percent");
    assertThat(below.decision("level-2")).requirement("level-1").isBlockedBy("level-1");

    fails(
        () -> assertThat(below).requirement("quiz").isSatisfied(),
        "expected to be satisfied, but was",
        "quiz: unmet");
    fails(
        () -> assertThat(below).requirement("quiz").isIn(RequirementState.EXPIRED),
        "expected to be expired, but was");
    fails(
        () -> assertThat(below).requirement("quiz").hasAmount("80", "80", "percent"),
        "expected to have 80 and to need 80 percent, but was",
        "has 79.99, needs 80, in percent");
    fails(
        () -> assertThat(below).requirement("quiz").hasAmount("79.99", "80", "points"),
        "to need 80 points");
    fails(
        () -> assertThat(just.decision("level-2")).requirement("level-1").isBlockedBy("level-0"),
        "expected to be blocked by [level-0], but was");
  }

  @Test
  void what_is_described_is_told_in_the_failure_of_what_follows() {
    fails(
        () -> assertThat(below).as("ada in May").hasEarned("level-1"),
        "[ada in May]",
        "expected to be earned");
    fails(
        () -> assertThat(below).as("ada in May").requirement("quiz").isSatisfied(), "[ada in May]");
  }

  @Test
  void amounts_are_compared_exactly() {
    assertThat(new BigDecimal("79.99")).isLessThan(new BigDecimal("80"));
    fails(
        () -> assertThat(below).requirement("quiz").hasAmount("80.00", "80", "percent"),
        "has 79.99");
  }
}
