package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.vocabulary.Affiliation;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Over learners of each pack that are made up: what is earned stays earned as time passes, but for
 * what says that it expires.
 */
final class TimeProperties {
  private static final int LATER_DAYS = 1;
  private static final int DAYS_AHEAD = 40 * 365;

  private static final Map<String, List<Scenario>> SCENARIOS = Packs.scenariosByPack();

  /** Every pack in each try, so that few tries look at all of them. */
  @Property
  void what_is_earned_stays_earned_but_for_what_says_that_it_expires(@ForAll long seed) {
    Random random = new Random(seed);
    SCENARIOS.forEach((pack, scenarios) -> stays(pack, MixedLearner.of(scenarios, random), random));
  }

  private static void stays(String pack, MixedLearner learner, Random random) {
    CredentialRules rules = Packs.compileWithNeeds(pack);
    LearnerRecord record = learner.record();
    ZonedDateTime asOf = learner.asOf();
    Map<String, Decision.Earned> earned = earned(rules.evaluate(record, asOf));
    if (!saysThatSomethingExpires(rules)
        && record.facts().stream().noneMatch(TimeProperties::ends)) {
      assertThat(earned.values())
          .allSatisfy(
              decision -> assertThat(decision.until()).as("%s of %s", pack, record).isNull());
    }
    for (ZonedDateTime day : later(asOf, record.learner().birthDate(), random)) {
      List<String> still = rules.evaluate(record, day, asOf.toLocalDate()).earned();
      earned.forEach(
          (id, decision) -> {
            LocalDate until = decision.until();
            if (until == null || !day.toLocalDate().isAfter(until)) {
              assertThat(still).as("on %s of %s", day, record).contains(id);
            }
          });
    }
  }

  private static Map<String, Decision.Earned> earned(Evaluation evaluation) {
    return evaluation.decisions().stream()
        .filter(Decision.Earned.class::isInstance)
        .map(Decision.Earned.class::cast)
        .collect(Collectors.toMap(decision -> decision.credential().id(), decision -> decision));
  }

  /**
   * A learner's roles are those of today; an enrolment or an affiliation that ended says that there
   * was one.
   */
  @TestFactory
  Stream<DynamicTest> nothing_is_lost_by_leaving_a_role() {
    return Packs.names().stream()
        .flatMap(pack -> SCENARIOS.getOrDefault(pack, List.of()).stream())
        .filter(scenario -> scenario.earned() && !scenario.record().learner().roles().isEmpty())
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(), scenario.file().toUri(), () -> staysWithoutRole(scenario)));
  }

  private static void staysWithoutRole(Scenario scenario) {
    Learner learner = scenario.record().learner();
    LocalDate today = scenario.asOf().toLocalDate();
    LearnerRecord.Builder left = LearnerRecord.builder(learner.id());
    if (learner.birthDate() != null) {
      left.birthDate(learner.birthDate());
    }
    if (learner.campus() != null) {
      left.campus(learner.campus());
    }
    LearnerRecord record =
        left.addAll(scenario.record().facts().stream().filter(TimeProperties::isNoLearner).toList())
            .add(
                Enrolment.builder()
                    .level(EnrolmentLevel.UNDERGRADUATE)
                    .startedOn(today.minusYears(2))
                    .endedOn(today.minusDays(1))
                    .build())
            .addAll(
                learner.roles().stream()
                    .map(
                        role ->
                            Affiliation.builder()
                                .role(role)
                                .institution(learner.campus())
                                .startedOn(today.minusYears(2))
                                .endedOn(today.minusDays(1))
                                .build())
                    .toList())
            .policyDate(scenario.record().policyDate())
            .build();
    CredentialRules rules = Packs.compile(scenario.packs());
    assertThat(rules.evaluate(record, scenario.asOf()).isEarned(scenario.credential())).isTrue();
  }

  /** Who moves has an enrolment at each campus; the record says at which campus somebody is now. */
  @TestFactory
  Stream<DynamicTest> nothing_is_lost_by_moving_to_another_campus() {
    return Packs.names().stream()
        .flatMap(pack -> SCENARIOS.getOrDefault(pack, List.of()).stream())
        .filter(scenario -> scenario.earned() && scenario.record().learner().campus() != null)
        .flatMap(
            scenario ->
                Stream.of("USM", "UMF", "UM")
                    .map(
                        campus ->
                            DynamicTest.dynamicTest(
                                scenario.name() + " moves to " + campus,
                                scenario.file().toUri(),
                                () -> staysAt(campus, scenario))));
  }

  private static void staysAt(String campus, Scenario scenario) {
    Learner learner = scenario.record().learner();
    LocalDate today = scenario.asOf().toLocalDate();
    LearnerRecord.Builder moved =
        LearnerRecord.builder(learner.toBuilder().campus(campus).build())
            .addAll(scenario.record().facts().stream().filter(TimeProperties::isNoLearner).toList())
            .add(
                Enrolment.builder()
                    .level(EnrolmentLevel.UNDERGRADUATE)
                    .institution(learner.campus())
                    .startedOn(today.minusYears(2))
                    .endedOn(today.minusDays(1))
                    .build(),
                Enrolment.builder()
                    .level(EnrolmentLevel.UNDERGRADUATE)
                    .institution(campus)
                    .startedOn(today)
                    .build())
            .policyDate(scenario.record().policyDate());
    for (String role : learner.roles()) {
      moved.add(
          Affiliation.builder()
              .role(role)
              .institution(learner.campus())
              .startedOn(today.minusYears(2))
              .endedOn(today.minusDays(1))
              .build());
    }
    CredentialRules rules = Packs.compile(scenario.packs());
    assertThat(rules.evaluate(moved.build(), scenario.asOf()).isEarned(scenario.credential()))
        .isTrue();
  }

  private static boolean isNoLearner(Fact fact) {
    return !(fact instanceof Learner);
  }

  private static List<ZonedDateTime> later(
      ZonedDateTime asOf, @Nullable LocalDate birth, Random random) {
    List<ZonedDateTime> later = new ArrayList<>();
    for (int i = 0; i < LATER_DAYS; i++) {
      later.add(asOf.plusDays(1 + random.nextInt(DAYS_AHEAD)));
    }
    if (birth != null && birth.isBefore(asOf.toLocalDate())) {
      later.add(
          asOf.with(
              birth.plusYears(
                  1 + birth.until(asOf.toLocalDate()).getYears() + random.nextInt(60))));
    }
    return later;
  }

  private static boolean ends(Fact fact) {
    return fact.provenance().validUntil() != null;
  }

  /** A validity, a version that ends, or a comparison with the date of evaluation. */
  private static boolean saysThatSomethingExpires(CredentialRules rules) {
    return rules.policy().rules().stream()
        .anyMatch(
            rule ->
                rule.header().window().until() != null
                    || readsToday(rule.when())
                    || (rule instanceof CredentialRule award
                        && award.settings().validFor() != null));
  }

  private static boolean readsToday(Condition condition) {
    return (condition instanceof Condition.Pattern pattern
            && pattern.type().equals(Vocabulary.TODAY))
        || condition.parts().stream().anyMatch(TimeProperties::readsToday);
  }
}
