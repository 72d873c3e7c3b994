package io.credentialrules.testkit;

import static io.credentialrules.testkit.CredentialAssertions.verifyThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.RequirementState;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SignOff;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyVerificationTest {
  private static final ZoneId MAINE = ZoneId.of("America/New_York");
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final CredentialRules RULES =
      CredentialRules.compile(
          PolicyPack.of(
              "garden",
              Map.of(
                  "rules.drl",
                  """
                  package garden
                  import io.credentialrules.vocabulary.*

                  rule "A host signed" @requirement( "host" )
                  when
                    SignOff( subject == "plot", role == "HOST" )
                  then end

                  rule "The badge" @credential( "badge" )
                  when
                    Met( requirement == "host" )
                  then end
                  """)));

  private static SignOff signedBy(ReviewerRole role) {
    return new SignOff("plot", "J. Roy", role, DAY, null, Provenance.UNVETTED);
  }

  @Test
  void a_few_facts_say_what_is_earned_on_which_evidence_and_the_nearest_case_what_is_lacking() {
    PolicyVerification nobody = verifyThat(RULES);

    nobody
        .given(signedBy(ReviewerRole.HOST))
        .on(DAY, MAINE)
        .decision("badge")
        .isEarnedOn(signedBy(ReviewerRole.HOST));
    nobody
        .given(signedBy(ReviewerRole.STAFF))
        .on(DAY, MAINE)
        .hasNotEarned("badge")
        .lackingOnly("host");
    assertThatThrownBy(
            () -> nobody.given(signedBy(ReviewerRole.STAFF)).on(DAY, MAINE).hasEarned("badge"))
        .hasMessageContaining("garden/rules.drl:6:3: lacks `SignOff( subject == \"plot\", role ==")
        .hasMessageContaining("the nearest SignOff misses `role == \"HOST\"`, has STAFF");
    assertThatThrownBy(() -> nobody.on(DAY, MAINE).hasEarned("badge"))
        .hasMessageContaining("; no SignOff is near");
  }

  @Test
  void what_is_given_is_added_to_another_verification_and_leaves_the_first_as_it_was() {
    PolicyVerification first = verifyThat(RULES);
    first.given(signedBy(ReviewerRole.HOST)).on(DAY, MAINE).hasEarned("badge");

    first.on(DAY, MAINE).hasNotEarned("badge");
  }

  @Test
  void a_waiver_is_given_like_a_fact() {
    verifyThat(RULES)
        .given(Waiver.of("host", "C. Dow", ReviewerRole.STAFF, "The host closed.", DAY))
        .at(DAY.atTime(12, 0).atZone(MAINE))
        .hasEarned("badge")
        .requirement("host")
        .isIn(RequirementState.WAIVED);
  }

  @Test
  void a_failure_says_what_it_rests_on_instead() {
    assertThatThrownBy(
            () ->
                verifyThat(RULES)
                    .given(signedBy(ReviewerRole.HOST))
                    .on(DAY, MAINE)
                    .decision("badge")
                    .isEarnedOn(signedBy(ReviewerRole.STAFF)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected to rest on exactly")
        .hasMessageContaining("role=STAFF")
        .hasMessageContaining("role=HOST");
  }
}
