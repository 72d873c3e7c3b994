package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.Scenarios;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What was earned stays earned as time passes: no birthday, no end of an enrolment and no further
 * fact of the record takes it away. It may end only where the policy or the record says that it
 * does: by a validity, or by the version that the date of evaluation chooses.
 */
@Tag("once")
final class TimeScenarios {
  private static final int BIRTHDAYS = 100;

  @TestFactory
  Stream<DynamicTest> what_was_earned_stays_earned_as_time_passes() {
    return Scenarios.in(Packs.FOLDER)
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(), scenario.file().toUri(), () -> stays(scenario)));
  }

  private static void stays(Scenario scenario) {
    CredentialRules rules = Packs.compile(scenario.packs());
    LearnerRecord record = scenario.record();
    Evaluation first = rules.evaluate(record, scenario.asOf());
    if (somethingExpires(rules, record)) {
      return;
    }
    for (LocalDate day : later(record, scenario.asOf())) {
      ZonedDateTime then =
          ZonedDateTime.of(day, scenario.asOf().toLocalTime(), scenario.asOf().getZone());
      assertThat(rules.evaluate(record, then).earned()).as("%s", day).containsAll(first.earned());
    }
    assertThat(first.decisions())
        .filteredOn(Decision.Earned.class::isInstance)
        .allSatisfy(decision -> assertThat(((Decision.Earned) decision).until()).isNull());
  }

  /** Whether the policy or the record says that something ends. */
  private static boolean somethingExpires(CredentialRules rules, LearnerRecord record) {
    boolean byPolicy =
        rules.policy().rules().stream()
            .filter(CredentialRule.class::isInstance)
            .map(CredentialRule.class::cast)
            .anyMatch(rule -> rule.settings().validFor() != null);
    boolean byRecord =
        record.facts().stream()
            .map(Fact::provenance)
            .anyMatch(provenance -> provenance.validUntil() != null);
    return byPolicy || byRecord;
  }

  /** The days after the date on which something can change: birthdays, and a day for each fact. */
  private static Set<LocalDate> later(LearnerRecord record, ZonedDateTime asOf) {
    LocalDate today = asOf.toLocalDate();
    Set<LocalDate> days = new TreeSet<>(Set.of(today.plusDays(1), today.plusYears(30)));
    LocalDate birth = record.learner().birthDate();
    if (birth != null) {
      IntStream.rangeClosed(1, BIRTHDAYS).mapToObj(birth::plusYears).forEach(days::add);
    }
    IntStream.rangeClosed(1, 24).mapToObj(today::plusMonths).forEach(days::add);
    days.removeIf(day -> !day.isAfter(today));
    return days;
  }
}
