package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.Scenarios;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * In every scenario, a credential is earned on the days from since to until, as the record is known
 * on the date of the scenario, and not on the day before nor on the day after.
 */
@Tag("once")
final class DateScenarios {

  @TestFactory
  Stream<DynamicTest> every_credential_is_earned_from_since_to_until_and_not_around() {
    return Scenarios.in(Packs.FOLDER)
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(), scenario.file().toUri(), () -> holds(scenario)));
  }

  private static void holds(Scenario scenario) {
    CredentialRules rules = Packs.compile(scenario.packs());
    LocalDate today = scenario.asOf().toLocalDate();
    for (Decision decision : rules.evaluate(scenario.record(), scenario.asOf()).decisions()) {
      if (decision instanceof Decision.Earned earned) {
        LocalDate since = earned.since();
        LocalDate until = earned.until();
        if (since != null) {
          assertEarned(rules, scenario, decision, since, true);
          assertEarned(rules, scenario, decision, middle(since, today), true);
          assertEarned(rules, scenario, decision, since.minusDays(1), false);
        }
        if (until != null) {
          assertEarned(rules, scenario, decision, middle(today, until), true);
          assertEarned(rules, scenario, decision, until, true);
          assertEarned(rules, scenario, decision, until.plusDays(1), false);
        } else {
          assertEarned(rules, scenario, decision, today.plusYears(30), true);
        }
      }
    }
  }

  private static LocalDate middle(LocalDate one, LocalDate other) {
    return LocalDate.ofEpochDay((one.toEpochDay() + other.toEpochDay()) / 2);
  }

  private static void assertEarned(
      CredentialRules rules,
      Scenario scenario,
      Decision decision,
      LocalDate day,
      boolean isEarned) {
    ZonedDateTime asOf = scenario.asOf();
    ZonedDateTime then = ZonedDateTime.of(day, asOf.toLocalTime(), asOf.getZone());
    String id = decision.credential().id();
    assertThat(rules.evaluate(scenario.record(), then, asOf.toLocalDate()).isEarned(id))
        .as("%s on %s", id, day)
        .isEqualTo(isEarned);
  }
}
