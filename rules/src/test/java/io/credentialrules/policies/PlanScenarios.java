package io.credentialrules.policies;

import static io.credentialrules.Plan.Cause.INSTITUTION;
import static io.credentialrules.Plan.Cause.LEARNER;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.Plan.Cause;
import io.credentialrules.internal.result.StatedSteps;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.Scenarios;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * For each scenario that is not earned: a plan that earns it and is minimal, or why there is none.
 */
@Tag("once")
final class PlanScenarios {

  /** Nobody can change their age, only the institution enrols, and what is past is past. */
  private static final Map<String, Cause> UNREACHABLE =
      Map.ofEntries(
          entry(
              "ums-career-prepared/career-prepared-level-1/not-earned/not-a-student", INSTITUTION),
          entry(
              "ums-career-prepared/career-prepared-level-1/not-earned/pupil-of-a-high-school",
              INSTITUTION),
          entry("ums-career-prepared/career-prepared/not-earned/without-level-1", INSTITUTION),
          entry("ums-leadership/leadership-level-1/not-earned/not-a-student", INSTITUTION),
          entry(
              "ums-leadership/leadership-level-1/not-earned/student-at-southern-maine-outside-hussey",
              INSTITUTION),
          entry(
              "ums-leadership/leadership-level-1/not-earned/enrolled-at-a-place-that-is-left-open-and-of-southern-maine",
              INSTITUTION),
          entry(
              "ums-leadership/leadership-level-1/not-earned/enrolled-at-southern-maine-and-at-farmington-since",
              INSTITUTION),
          entry("ums-leadership/leadership-level-2/not-earned/without-level-1", INSTITUTION),
          entry("ums-leadership/leadership-level-3/not-earned/without-level-2", INSTITUTION),
          entry("ums-leadership/leadership/not-earned/without-level-1", INSTITUTION),
          entry(
              "jmg-career-exploration/maine-career-exploration/not-earned/sophomore", INSTITUTION),
          entry(
              "jmg-career-exploration/maine-career-exploration/not-earned/early-college-without-exploration",
              INSTITUTION),
          entry(
              "ums-global-competency/global-competency-level-1/not-earned/pupil-of-a-high-school-by-another-rubric",
              INSTITUTION),
          entry(
              "ums-leadership/leadership-level-1/not-earned/pupil-of-a-high-school-at-another-meeting",
              INSTITUTION),
          entry("ums-leadership/leadership-level-1/not-earned/pupil-of-a-high-school", INSTITUTION),
          entry(
              "ums-global-competency/global-competency-level-1/not-earned/not-a-student",
              INSTITUTION),
          entry("ums-maple-sugaring/maple-sugaring-level-1/not-earned/age-unknown", LEARNER),
          entry("ums-maple-sugaring/maple-sugaring/not-earned/level-3-only", LEARNER),
          entry("ums-maple-sugaring/maple-sugaring/not-earned/without-level-1", LEARNER));

  /** What is lacking is a birthday, or the day of something that is on record already. */
  private static final Map<String, LocalDate> WAITING =
      Map.ofEntries(
          entry(
              "scouts-star-rank/star-scout/not-earned/a-day-short-of-four-months",
              LocalDate.of(2026, 5, 1)),
          entry(
              "scouts-star-rank/star-scout/not-earned/four-months-tomorrow-position-waived",
              LocalDate.of(2026, 5, 1)),
          // three days, of which today is the first
          entry(
              "osha-hazwoper/hazwoper-initial/not-earned/not-by-a-supervisor",
              LocalDate.of(2025, 3, 14)),
          // what takes four months is done from today on
          entry(
              "scouts-star-rank/star-scout/not-earned/position-a-day-short",
              LocalDate.of(2026, 9, 1)),
          entry("scouts-star-rank/star-scout/not-earned/events-only", LocalDate.of(2026, 9, 1)),
          entry(
              "scouts-star-rank/star-scout/not-earned/nobody-confirmed", LocalDate.of(2026, 9, 1)),
          entry(
              "maine-nursing-assistant/maine-nursing-assistant/not-earned/one-day-before-the-16th-birthday",
              LocalDate.of(2026, 5, 2)),
          entry(
              "ums-black-bear-humanities/black-bear-humanities-level-1/not-earned/third-event-tomorrow",
              LocalDate.of(2026, 5, 2)),
          entry(
              "ums-horticulture/horticulture-level-3/not-earned/feedback-waived-a-day-later",
              LocalDate.of(2025, 5, 2)),
          entry(
              "ums-maple-sugaring/maple-sugaring-level-1/not-earned/under-age-with-the-assessment-waived",
              LocalDate.of(2026, 5, 2)));

  /** What is new has to wait for a day. */
  private static final Map<String, LocalDate> STARTING =
      Map.ofEntries(
          // the assessment is for those who are 14 when they take it
          entry(
              "ums-maple-sugaring/maple-sugaring-level-1/not-earned/one-day-before-the-14th-birthday",
              LocalDate.of(2026, 5, 2)),
          // today is one of the days already
          entry(
              "osha-hazwoper/hazwoper-initial/not-earned/course-not-approved-and-work-elsewhere",
              LocalDate.of(2025, 3, 13)),
          entry(
              "osha-hazwoper/hazwoper-initial/not-earned/excavation-on-campus",
              LocalDate.of(2025, 3, 13)));

  /** Counted by hand, from the rules and the records. */
  private static final Map<String, Integer> SIZES =
      Map.ofEntries(
          // service, a position, a conference and a board of review
          entry("scouts-star-rank/star-scout/not-earned/events-only", 4),
          entry("scouts-star-rank/star-scout/not-earned/nobody-confirmed", 4),
          entry("scouts-star-rank/star-scout/not-earned/position-a-day-short", 1),
          entry("osha-hazwoper/hazwoper-initial/not-earned/not-by-a-supervisor", 3),
          // another meeting of the team, and the team as it is called already
          entry(
              "ums-micro-credential-development/micro-credential-development-level-2/not-earned/one-meeting",
              1),
          entry(
              "ums-micro-credential-development/micro-credential-development-level-2/not-earned/team-vetted-by-a-host",
              1),
          // one badge of the seven
          entry("eagle-scout/eagle-scout-merit-badges/not-earned/twenty-badges", 1),
          // the certification is renewed, and a new cycle needs 50 units, in one course
          entry("comptia-stacks/comptia-security-plus-renewal/not-earned/certification-expired", 2),
          // the training again, because the application came too late for it, and an application
          entry("maine-nursing-assistant/maine-nursing-assistant/not-earned/applied-a-day-late", 2),
          // the hours, and an application that comes after them
          entry("maine-nursing-assistant/maine-nursing-assistant/not-earned/clinical-short", 2),
          // the badge has four sub-competencies
          entry("ums-career-prepared/career-prepared-level-3/not-earned/no-skill-badge", 4),
          // four scores, an experience, its evaluation, a reflection
          entry("ums-career-prepared/career-prepared/not-earned/without-level-3", 7),
          // 200 hours, feedback, five areas, and the course again: its year is over
          entry("ums-horticulture/horticulture/not-earned/without-level-3", 8),
          // the course again, and 200 hours after it: those that are there began before it ended
          entry("ums-horticulture/horticulture-level-3/not-earned/one-day-late", 2),
          entry("ums-horticulture/horticulture-level-3/not-earned/four-areas", 1),
          // another badge, in which four sub-competencies are shown
          entry("ums-leadership/leadership-level-2/not-earned/empathy-badge-at-farmington", 4),
          // a reflection and a quiz
          entry(
              "ums-micro-credential-development/micro-credential-development-level-1/not-earned/empty-record",
              2),
          // four micro-badges, the externship, feedback on it and an assessment
          entry("ums-aquaculture/aquaculture/not-earned/without-level-3", 7),
          // a course for level 1, two badges of four scores each, training, mentoring and an idea
          // session
          entry("ums-innovation/innovation-level-3/not-earned/without-level-2", 12),
          entry("us-apprenticeship/us-apprenticeship/not-earned/one-hour-short", 1));

  @TestFactory
  Stream<DynamicTest> every_plan_earns_and_is_minimal() {
    return notEarned()
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> verify(scenario)));
  }

  @Test
  void every_expectation_has_its_scenario() {
    List<String> names = notEarned().map(Scenario::name).toList();

    assertThat(names)
        .containsAll(UNREACHABLE.keySet())
        .containsAll(WAITING.keySet())
        .containsAll(STARTING.keySet())
        .containsAll(SIZES.keySet());
  }

  private static Stream<Scenario> notEarned() {
    return Scenarios.in(Packs.FOLDER).filter(scenario -> !scenario.earned());
  }

  private static void verify(Scenario scenario) {
    CredentialRules rules = Packs.compile(scenario.packs().stream().sorted().toList());
    Plan plan = rules.evaluate(scenario.record(), scenario.asOf()).plan(scenario.credential());

    Cause closed = UNREACHABLE.get(scenario.name());
    if (closed != null) {
      assertThat(plan).isInstanceOf(Plan.Unreachable.class);
      Plan.Unreachable unreachable = (Plan.Unreachable) plan;
      assertThat(unreachable.isCertain()).isEqualTo(closed == LEARNER);
      assertThat(unreachable.routes().get(0).obstacles())
          .extracting(Plan.Obstacle::cause)
          .contains(closed);
      return;
    }
    assertThat(plan).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    LocalDate waitUntil = steps.waitUntil();
    assertThat(waitUntil).isEqualTo(WAITING.get(scenario.name()));
    if (waitUntil != null) {
      assertThat(steps.steps()).hasSize(SIZES.getOrDefault(scenario.name(), 0));
      for (LocalDate day : List.of(waitUntil.minusDays(1), waitUntil)) {
        assertThat(isEarned(rules, scenario, steps.steps(), scenario.asOf().with(day)))
            .isEqualTo(day.equals(waitUntil));
      }
      return;
    }
    assertThat(steps.startOn()).isEqualTo(STARTING.get(scenario.name()));
    ZonedDateTime then =
        steps.startOn() == null ? scenario.asOf() : scenario.asOf().with(steps.startOn());
    assertThat(isEarned(rules, scenario, steps.steps(), then)).isTrue();
    for (Plan.Step left : steps.steps()) {
      assertThat(
              isEarned(
                  rules,
                  scenario,
                  steps.steps().stream().filter(step -> !step.equals(left)).toList(),
                  then))
          .as("without %s", left)
          .isFalse();
    }
    assertThat(steps.steps()).hasSize(SIZES.getOrDefault(scenario.name(), steps.steps().size()));
  }

  private static boolean isEarned(
      CredentialRules rules, Scenario scenario, List<Plan.Step> steps, ZonedDateTime asOf) {
    LearnerRecord record = scenario.record();
    if (!steps.isEmpty()) {
      record =
          new StatedSteps(
                  rules.catalogue().stream()
                      .filter(credential -> credential.id().equals(scenario.credential()))
                      .findFirst()
                      .orElseThrow(),
                  steps)
              .appliedTo(record);
    }
    return rules.evaluate(record, asOf).isEarned(scenario.credential());
  }
}
