package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Plan.Cause;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What had to happen before the date of evaluation is too late; what only takes time is not. */
class PlanCausesTest {
  private static final String CHILD = "  Learner( age < 18 )\n";

  @Test
  void a_day_that_has_passed_is_too_late() {
    assertThat(causes("TrainingCompletion( type == \"COURSE\", completedOn <= \"2026-02-01\" )"))
        .contains(Cause.TOO_LATE);
  }

  @Test
  void weeks_that_can_be_filled_are_not_too_late() {
    assertThat(
            causes(
                """
                accumulate( groupby( Participation( type == "SERVICE", $on : heldOn, $h : hours );
                  $w : $on.startOfWeek(); $s : sum( $h ); $s >= 10 ); $n : count(); $n >= 3 )"""))
        .doesNotContain(Cause.TOO_LATE);
  }

  @Test
  void months_that_are_counted_are_not_too_late() {
    assertThat(
            causes(
                """
                accumulate( Participation( type == "SERVICE", $on : heldOn );
                  $n : countDistinct( $on.startOfMonth() ); $n >= 3 )"""))
        .doesNotContain(Cause.TOO_LATE);
  }

  @Test
  void what_must_only_grow_old_is_not_too_late() {
    assertThat(
            causes(
                """
                HeldCredential( credential == "elsewhere", $a : awardedOn )
                Today( date >= $a.plusDays( 112 ) )"""))
        .doesNotContain(Cause.TOO_LATE);
  }

  /** Why nobody who is of age earns it with this condition. */
  private static List<Cause> causes(String condition) {
    CredentialRules rules =
        Records.rules(
            "rule \"R\" @credential( \"c\" ) when\n" + CHILD + condition + "\nthen end\n");
    LearnerRecord record =
        LearnerRecord.of(
            new Learner(
                "learner-1", LocalDate.of(2000, 1, 1), "UM", Set.of(), Provenance.UNVETTED));
    Plan plan = rules.evaluate(record, TODAY, ZONE).plan("c");
    assertThat(plan).isInstanceOf(Plan.Unreachable.class);
    List<Cause> causes =
        ((Plan.Unreachable) plan)
            .routes().stream()
                .flatMap(route -> route.obstacles().stream())
                .map(Plan.Obstacle::cause)
                .toList();
    assertThat(causes).isNotEmpty();
    return causes;
  }
}
