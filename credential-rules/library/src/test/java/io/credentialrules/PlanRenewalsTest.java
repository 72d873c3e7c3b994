package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans where a credential is held, and not for long enough. */
class PlanRenewalsTest {
  private static final String BASE =
      """
      rule "A" @requirement( "a" ) when TrainingCompletion( training == "a" ) then end
      rule "B" @credential( "b" ) @validFor( "1 year" ) @renews( "%s" )
      when Met( requirement == "a" ) TrainingCompletion( training == "b" ) then end
      rule "C" @credential( "c" ) when %s then end
      """;

  private static TrainingCompletion course(String id, LocalDate on) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(id)
        .completedOn(on)
        .provenance(VETTED)
        .build();
  }

  private static final Fact[] HELD = {
    course("a", LocalDate.of(2025, 6, 1)), course("b", LocalDate.of(2025, 6, 1))
  };

  /** What the plan does again; it earns the credential. */
  private static List<String> again(String renews, String when, Fact... facts) {
    CredentialRules rules = rules(BASE.formatted(renews, when));
    LearnerRecord record = Records.record(facts);
    assertThat(rules.evaluate(record, TODAY, ZONE).isEarned("b")).isTrue();
    Plan plan = rules.evaluate(record, TODAY, ZONE).plan("c");
    if (plan instanceof Plan.AlreadyEarned) {
      return List.of();
    }
    if (!(plan instanceof Plan.Steps steps)) {
      return List.of("none");
    }
    assertThat(rules.evaluate(steps.appliedTo(record), TODAY, ZONE).isEarned("c")).isTrue();
    return steps.steps().stream()
        .map(step -> ((TrainingCompletion) step.fact()).training())
        .toList();
  }

  @Test
  void what_must_be_valid_for_longer_is_earned_again() {
    String until = "Earned( credential == \"b\", until >= \"2027-01-01\" )";
    assertThat(again("whole", until, HELD)).containsExactlyInAnyOrder("a", "b");
    assertThat(again("latest-part", until, HELD)).hasSize(1);
    String moving = "Today( $t : date ) Earned( credential == \"b\", until >= $t.plusMonths( 6 ) )";
    assertThat(again("whole", moving, HELD)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void what_is_valid_for_long_enough_is_not_and_what_no_renewal_reaches_has_no_plan() {
    assertThat(again("whole", "Earned( credential == \"b\", until >= \"2026-05-20\" )", HELD))
        .isEmpty();
    assertThat(again("whole", "Earned( credential == \"b\", until >= \"2029-01-01\" )", HELD))
        .containsExactly("none");
  }
}
