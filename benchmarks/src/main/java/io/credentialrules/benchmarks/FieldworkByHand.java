package io.credentialrules.benchmarks;

import static io.credentialrules.benchmarks.Person.atLeast;
import static io.credentialrules.benchmarks.Person.different;
import static io.credentialrules.benchmarks.Person.sum;

import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.util.Set;

/** The packs of work in the field: on farms, in woods and outdoors. */
final class FieldworkByHand {
  private static final Set<String> UNITS =
      Set.of("WOODS_WORK", "SUGARHOUSE", "KITCHEN_AND_BUSINESS");

  private static final Set<String> DISCIPLINES =
      Set.of("canoeing", "backpacking", "cross-country-skiing", "climbing");

  private FieldworkByHand() {}

  static void aquaculture(Person person) {
    long badges =
        person.held.stream()
            .filter(
                badge ->
                    badge.startsWith("aquaculture-badge-")
                        && badge.length() > "aquaculture-badge-".length())
            .count();
    boolean externship =
        person.work.stream()
            .anyMatch(
                work ->
                    work.type() == WorkExperienceType.EXTERNSHIP
                        && "AQUACULTURE".equals(work.industry())
                        && work.paid()
                        && (atLeast(work.weeks(), 12) || isTwelveWeeksByDates(work)));
    boolean educated =
        person.held.contains("high-school-diploma")
            || person.held.contains("high-school-equivalency")
            || person.enrolments.stream()
                .anyMatch(
                    each ->
                        each.level() == EnrolmentLevel.UNDERGRADUATE
                            || each.level() == EnrolmentLevel.GRADUATE);
    person.award(
        "aquaculture-level-1",
        educated && person.held.contains("aquaculture-badge-aquatic-animal-husbandry"));
    person.award("aquaculture-level-2", person.has("aquaculture-level-1") && badges >= 3);
    person.award(
        "aquaculture-level-3",
        person.has("aquaculture-level-2")
            && badges >= 4
            && externship
            && CriteriaByHand.isFedBack(
                person,
                work ->
                    work.type() == WorkExperienceType.EXTERNSHIP
                        && "AQUACULTURE".equals(work.industry()))
            && CriteriaByHand.isAssessed(person, "aquaculture", "aquaculture-level-3"));
    person.stack("aquaculture");
  }

  private static boolean isTwelveWeeksByDates(WorkExperience work) {
    return work.weeks() == null
        && work.startedOn() != null
        && work.endedOn() != null
        && !work.endedOn().isBefore(work.startedOn().plusWeeks(12).minusDays(1));
  }

  static void sanitation(Person person) {
    Person vetted = person.atTheUniversity();
    person.award(
        "food-processing-sanitation-level-1",
        vetted.trainings.stream()
            .anyMatch(
                each ->
                    "food-processing-sanitation".equals(each.training())
                        && atLeast(each.score(), 80)));
    boolean handsOn =
        vetted.evidence.stream()
                .anyMatch(
                    each ->
                        each.type() == EvidenceType.PROOF
                            && "hands-on-sanitation-course".equals(each.topic())
                            && each.approved())
            || vetted.trainings.stream().anyMatch(each -> afterLevel1(person, vetted, each));
    person.award(
        "food-processing-sanitation-level-2",
        person.has("food-processing-sanitation-level-1") && handsOn);
    boolean worked =
        CriteriaByHand.isFedBack(
            person,
            work ->
                (work.type() == WorkExperienceType.INTERNSHIP
                        || work.type() == WorkExperienceType.APPRENTICESHIP
                        || work.type() == WorkExperienceType.ON_THE_JOB_TRAINING)
                    && "FOOD_PROCESSING".equals(work.industry())
                    && "SANITATION".equals(work.subject())
                    && work.approved());
    person.award(
        "food-processing-sanitation-level-3",
        person.has("food-processing-sanitation-level-2")
            && worked
            && CriteriaByHand.isAssessed(
                person, "food-processing-sanitation", "food-processing-sanitation-level-3"));
    person.stack("food-processing-sanitation");
  }

  private static boolean afterLevel1(Person person, Person vetted, TrainingCompletion training) {
    return !"food-processing-sanitation".equals(training.training())
        && "SANITATION".equals(training.subject())
        && training.handsOn()
        && training.approved()
        && (person.held.contains("food-processing-sanitation-level-1")
            || vetted.trainings.stream()
                .anyMatch(
                    first ->
                        "food-processing-sanitation".equals(first.training())
                            && atLeast(first.score(), 80)
                            && first.completedOn() != null
                            && training.completedOn() != null
                            && !training.completedOn().isBefore(first.completedOn())));
  }

  static void maple(Person person) {
    Person vetted = person.atTheUniversity();
    person.award(
        "maple-sugaring-level-1",
        person.agedAtLeast(14)
            && vetted.assessments.stream()
                .anyMatch(
                    each ->
                        each.type() == AssessmentType.OPEN_BOOK
                            && "maple-sugaring-level-1".equals(each.assessment())
                            && atLeast(each.score(), 80)
                            && CriteriaByHand.isAged(person, 14, each.takenOn())));
    for (int level = 2; level <= 3; level++) {
      String name = "maple-sugaring-level-" + level;
      person.award(
          name,
          person.has("maple-sugaring-level-" + (level - 1))
              && units(level == 2 ? vetted : person, name)
              && shown(person, name)
              && (level == 2 || CriteriaByHand.isFedBack(person, name)));
    }
    person.stack("maple-sugaring");
  }

  private static boolean units(Person person, String training) {
    return different(
            person.trainings,
            each -> training.equals(each.training()) && UNITS.contains(each.subject() + ""),
            TrainingCompletion::subject)
        >= 3;
  }

  private static boolean shown(Person person, String assessment) {
    return person.assessments.stream()
        .anyMatch(
            each ->
                assessment.equals(each.assessment())
                    && each.passed()
                    && each.provenance().vetting().role() == ReviewerRole.INSTRUCTOR);
  }

  static void outdoor(Person person) {
    Person vetted = person.atTheUniversity();
    boolean eligible =
        person.enrolments.stream()
                .anyMatch(
                    each ->
                        each.level() == EnrolmentLevel.EARLY_COLLEGE
                            && CriteriaByHand.isAged(person, 16, each.startedOn())
                            && !CriteriaByHand.isAged(person, 19, each.startedOn()))
            || person.enrolments.stream()
                .anyMatch(
                    each ->
                        each.level() == EnrolmentLevel.YOUTH_PROGRAM
                            && "4-H".equals(each.program()))
            || person.signOffs.stream()
                .anyMatch(
                    each ->
                        "outdoor-eligible".equals(each.subject())
                            && (each.role() == ReviewerRole.FACULTY
                                || each.role() == ReviewerRole.STAFF));
    String rubric = "outdoor-leadership";
    person.award(
        "outdoor-leadership-level-1", eligible && vetted.proficient(rubric, "safety-and-risk"));
    person.award(
        "outdoor-leadership-level-2",
        person.has("outdoor-leadership-level-1")
            && vetted.proficient(rubric, "orienteering")
            && (vetted.proficient(rubric, "wilderness-first-aid")
                || vetted.certified("wilderness-first-aid")));
    int disciplines =
        different(
            person.scores,
            each ->
                "outdoor-disciplines".equals(each.rubric())
                    && "PROFICIENT".equals(each.level())
                    && DISCIPLINES.contains(each.criterion()),
            each -> each.criterion());
    person.award(
        "outdoor-leadership-level-3",
        person.has("outdoor-leadership-level-2")
            && disciplines >= 2
            && person.proficient(rubric, "group-management")
            && (CriteriaByHand.isFedBack(
                    person, work -> "OUTDOOR_LEADERSHIP".equals(work.subject()))
                || person.participations.stream()
                    .anyMatch(
                        each ->
                            each.type() == ParticipationType.LEADERSHIP_ROLE
                                && "OUTDOOR_LEADERSHIP".equals(each.subject())
                                && each.activity() != null
                                && CriteriaByHand.isFedBack(
                                    person, String.valueOf(each.activity())))));
    person.stack("outdoor-leadership");
  }

  static void apprenticeship(Person person) {
    person.award(
        "us-apprenticeship",
        atLeast(
            sum(
                person.work,
                work ->
                    work.type() == WorkExperienceType.APPRENTICESHIP
                        || work.type() == WorkExperienceType.ON_THE_JOB_TRAINING,
                WorkExperience::hours),
            2000));
  }
}
