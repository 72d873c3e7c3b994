package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final CredentialRules RULES =
      rules(
          """
          rule "Badge"
            @credential( "badge" )
          when
            AssessmentResult( assessment == "quiz", score >= 80 )
          then
          end

          rule "Seal"
            @credential( "seal" )
          when
            Earned( credential == "badge" )
            AssessmentResult( assessment == "quiz", score >= 90 )
          then
          end
          """);
  private static final HeldCredential BADGE =
      HeldCredential.builder().credential("badge").awardedOn(TODAY.minusYears(1)).build();

  private static Evaluation evaluate(Fact... facts) {
    return RULES.evaluate(record(facts), TODAY, ZONE);
  }

  @Test
  void what_is_earned_by_a_route_and_not_held_is_newly_earned() {
    assertThat(evaluate(quiz("85", VETTED)).newlyEarned()).containsExactly("badge");
    assertThat(evaluate(quiz("85", VETTED), BADGE).newlyEarned()).isEmpty();
    assertThat(evaluate(quiz("95", VETTED), BADGE).newlyEarned()).containsExactly("seal");
    assertThat(evaluate(BADGE).earned()).containsExactly("badge");
    assertThat(evaluate(BADGE).newlyEarned()).isEmpty();
  }

  @Test
  void a_held_credential_that_does_not_count_is_not_held() {
    HeldCredential expired =
        BADGE.toBuilder()
            .provenance(
                Provenance.builder()
                    .validUntil(TODAY.minusDays(1).atStartOfDay(ZONE).toInstant())
                    .build())
            .build();
    HeldCredential revoked =
        BADGE.toBuilder()
            .provenance(Provenance.builder().status(FactStatus.REVOKED).build())
            .build();

    assertThat(evaluate(quiz("85", VETTED), expired).newlyEarned()).containsExactly("badge");
    assertThat(evaluate(quiz("85", VETTED), revoked).newlyEarned()).isEmpty();
    assertThat(evaluate(quiz("85", VETTED), revoked).outcome().held()).isEmpty();
  }

  @Test
  void an_outcome_is_one_line_that_is_read_back() {
    Outcome outcome = evaluate(quiz("95", VETTED), BADGE).outcome();

    assertThat(outcome.newlyEarned()).containsExactly("seal");
    assertThat(outcome.held()).containsExactly("badge");
    assertThat(outcome.toString())
        .isEqualTo(
            "1 2026-05-01T23:59:59.999999999-04:00[America/New_York] "
                + RULES.digest()
                + " [seal] [badge]");
    assertThat(Outcome.parse(outcome.toString())).isEqualTo(outcome).hasSameHashCodeAs(outcome);
    Outcome nothing = evaluate().outcome();
    assertThat(Outcome.parse(nothing.toString())).isEqualTo(nothing).isNotEqualTo(outcome);
  }

  @Test
  void what_is_no_outcome_is_refused() {
    String line = evaluate(BADGE).outcome().toString();
    for (String broken :
        new String[] {
          "",
          line + " ",
          line.substring(0, line.length() - 1),
          line.replace("[badge]", "badge"),
          line.replace("1 2026-05-01", "2 2026-05-01"),
          line.replace("2026-05-01", "2026-05-32")
        }) {
      assertThatThrownBy(() -> Outcome.parse(broken)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void two_outcomes_say_what_was_gained_and_lost_between_them() {
    Outcome before = evaluate(BADGE).outcome();
    Outcome after = evaluate(quiz("95", VETTED)).outcome();
    Outcome never = evaluate(quiz("75", VETTED)).outcome();

    assertThat(after.gainedSince(before)).containsExactly("seal");
    assertThat(after.lostSince(before)).isEmpty();
    assertThat(never.gainedSince(after)).isEmpty();
    assertThat(never.lostSince(after)).containsExactly("badge", "seal");
  }

  @Test
  void facts_that_are_equal_count_once_and_the_others_are_told() {
    Fact shift = work("shift", "8");
    Fact other = work("shift-2", "8");

    Evaluation alike = evaluate(shift, shift, shift);
    assertThat(alike.counted()).filteredOn(shift::equals).hasSize(1);
    assertThat(alike.duplicates()).containsExactly(shift, shift);
    assertThat(evaluate(shift, other).duplicates()).isEmpty();
  }

  @Test
  void an_evaluation_knows_its_rules() {
    assertThat(evaluate().rules()).isSameAs(RULES);
    assertThat(evaluate(BADGE)).hasToString("learner-1 as of " + evaluate().asOf() + ": [badge]");
  }
}
