package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.Credential;
import io.credentialrules.Decision;
import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementState;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixturesTest {
  private static final Credential BADGE = Fixtures.credential("badge", "The badge");
  private static final Enrolment STUDENT =
      Enrolment.builder().level(EnrolmentLevel.UNDERGRADUATE).build();
  private static final Measure HOURS =
      Fixtures.atLeast(new BigDecimal(140), new BigDecimal(200), "hours");

  @Test
  void a_decision_is_made_of_requirements() {
    Decision.Earned earned =
        Fixtures.earned(
            BADGE, LocalDate.of(2026, 5, 1), Fixtures.met("student", "A student", STUDENT));
    assertThat(earned.isEarned()).isTrue();
    assertThat(earned.requirements().get(0).evidence()).containsExactly(STUDENT);

    Decision.NotEarned missed =
        Fixtures.notEarned(
            BADGE,
            Fixtures.met("student", "A student", STUDENT),
            Fixtures.unmet("hours", "200 hours", Fixtures.amount("$total >= 200", HOURS)));
    assertThat(missed.missing()).extracting("id").containsExactly("hours");
    assertThat(missed.missing().get(0).measure()).isEqualTo(HOURS);
    assertThat(missed.routes().get(0).progress()).hasToString("1 of 2");
    assertThat(missed).hasToString("badge: not earned, lacks [hours: UNMET, 140 of 200 hours]");
  }

  @Test
  void a_requirement_can_wait_for_a_review() {
    assertThat(
            Fixtures.missing(
                    "student",
                    "A student",
                    RequirementState.PENDING_REVIEW,
                    List.of(Fixtures.notCounted(STUDENT, NotCounted.Reason.UNVETTED)),
                    Fixtures.missingFact("Enrolment()", "Enrolment"))
                .notCounted())
        .extracting(NotCounted::fact)
        .containsExactly(STUDENT);
  }

  @Test
  void a_decision_that_contradicts_itself_cannot_be_made() {
    assertThatThrownBy(
            () ->
                Fixtures.earned(
                    BADGE,
                    null,
                    Fixtures.unmet("student", "A student", Fixtures.missingFact("x", "Enrolment"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Fixtures.notEarned(BADGE, Fixtures.met("student", "A student")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Fixtures.unmet("student", "A student"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
