package io.credentialrules.benchmarks;

import static io.credentialrules.benchmarks.Person.atLeast;
import static io.credentialrules.benchmarks.Person.different;
import static io.credentialrules.benchmarks.Person.sum;

import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.FeedbackOutcome;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Setting;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** All packs of {@link PackSet#ALL}, in an order in which each asks for earlier ones only. */
final class AllByHand {
  private static final Set<String> UNITS =
      Set.of("WOODS_WORK", "SUGARHOUSE", "KITCHEN_AND_BUSINESS");

  private AllByHand() {}

  static void award(Person person) {
    skills(person);
    CertificationsByHand.award(person);
    HorticultureByHand.award(person);
    aquaculture(person);
    humanities(person);
    careerPrepared(person);
    sanitation(person);
    innovation(person);
    leadership(person);
    careerExploration(person);
    maple(person);
    development(person);
    outdoor(person);
    researchScholar(person);
    apprenticeship(person);
  }

  private static void skills(Person person) {
    skill(person, "collaboration", numbered());
    skill(person, "creative-problem-solving", numbered());
    skill(person, "oral-communication", numbered());
    skill(
        person,
        "critical-thinking",
        List.of(
            "gather-information", "identify-patterns", "question-assumptions", "draw-conclusions"));
    skill(
        person,
        "empathy",
        List.of(
            "listen-actively", "recognise-needs", "validate-feelings", "incorporate-perspectives"));
    skill(
        person,
        "initiative",
        List.of("lead", "act-as-catalyst", "self-awareness", "learn-from-experience"));
    skill(
        person,
        "intercultural-fluency",
        List.of("challenge-biases", "curiosity", "self-awareness", "incorporate-perspectives"));
    skill(
        person,
        "resilience",
        List.of("learn-from-experience", "flexibility", "self-awareness", "focus-on-solutions"));
  }

  private static List<String> numbered() {
    return List.of("sub-competency-1", "sub-competency-2", "sub-competency-3", "sub-competency-4");
  }

  private static void skill(Person person, String skill, List<String> criteria) {
    person.award(
        skill, criteria.stream().allMatch(criterion -> person.proficient(skill, criterion)));
  }

  private static void aquaculture(Person person) {
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
                        && atLeast(work.weeks(), 12));
    person.award("aquaculture-level-1", badges >= 1);
    person.award("aquaculture-level-2", person.has("aquaculture-level-1") && badges >= 3);
    person.award(
        "aquaculture-level-3", person.has("aquaculture-level-2") && badges >= 4 && externship);
    person.stack("aquaculture");
  }

  private static void humanities(Person person) {
    person.award(
        "black-bear-humanities-level-1",
        different(
                person.participations,
                each ->
                    each.type() == ParticipationType.EVENT && "HUMANITIES".equals(each.subject()),
                Participation::activity)
            >= 3);
  }

  private static boolean tookPart(Person person, ParticipationType type, String activity) {
    return person.participations.stream()
        .anyMatch(each -> each.type() == type && activity.equals(each.activity()));
  }

  private static void careerPrepared(Person person) {
    person.award(
        "career-prepared-level-1",
        person.learner.roles().contains("STUDENT")
            && tookPart(person, ParticipationType.EXPLORATION, "career-resources")
            && tookPart(person, ParticipationType.EXPLORATION, "career-options")
            && tookPart(person, ParticipationType.REGISTRATION, "job-board"));
    boolean planned =
        person.participations.stream().anyMatch(each -> "CAREER_ACTION_PLAN".equals(each.subject()))
            || person.work.stream().anyMatch(work -> "CAREER_ACTION_PLAN".equals(work.subject()));
    boolean searched =
        person.participations.stream()
            .anyMatch(
                each ->
                    each.type() == ParticipationType.APPLICATION
                        && ("JOB".equals(each.subject()) || "INTERNSHIP".equals(each.subject())));
    person.award(
        "career-prepared-level-2",
        person.has("career-prepared-level-1")
            && person.handedIn(EvidenceType.PLAN, "career-action-plan")
            && planned
            && searched
            && person.handedIn(EvidenceType.REFLECTION, "career-action-plan"));
    person.award(
        "career-prepared-level-3",
        person.has("career-prepared-level-2")
            && person.work.stream().anyMatch(work -> evaluated(person, work))
            && person.hasAny(
                "critical-thinking",
                "empathy",
                "initiative",
                "resilience",
                "intercultural-fluency",
                "collaboration",
                "creative-problem-solving",
                "oral-communication")
            && person.handedIn(EvidenceType.REFLECTION, "career-prepared"));
    person.stack("career-prepared");
  }

  private static boolean evaluated(Person person, WorkExperience work) {
    boolean suitable =
        work.approved()
            || work.type() == WorkExperienceType.INTERNSHIP
            || work.type() == WorkExperienceType.JOB;
    return suitable
        && work.experience() != null
        && person.feedback.stream()
            .anyMatch(
                each ->
                    work.experience().equals(each.experience())
                        && each.outcome() == FeedbackOutcome.POSITIVE
                        && each.providerRole() == ReviewerRole.SUPERVISOR);
  }

  private static void sanitation(Person person) {
    person.award(
        "food-processing-sanitation-level-1",
        person.trainings.stream()
            .anyMatch(
                each ->
                    "food-processing-sanitation".equals(each.training())
                        && atLeast(each.score(), 80)));
    boolean handsOn =
        person.evidence.stream()
                .anyMatch(
                    each ->
                        each.type() == EvidenceType.PROOF
                            && "hands-on-sanitation-course".equals(each.topic())
                            && each.approved())
            || person.trainings.stream()
                .anyMatch(
                    each ->
                        each.type() == TrainingType.COURSE
                            && "SANITATION".equals(each.subject())
                            && each.handsOn()
                            && each.approved());
    person.award(
        "food-processing-sanitation-level-2",
        person.has("food-processing-sanitation-level-1") && handsOn);
    boolean worked =
        person.work.stream()
            .anyMatch(
                work ->
                    (work.type() == WorkExperienceType.INTERNSHIP
                            || work.type() == WorkExperienceType.APPRENTICESHIP
                            || work.type() == WorkExperienceType.ON_THE_JOB_TRAINING)
                        && "FOOD_PROCESSING".equals(work.industry())
                        && "SANITATION".equals(work.subject())
                        && work.approved());
    person.award(
        "food-processing-sanitation-level-3",
        person.has("food-processing-sanitation-level-2") && worked);
    person.stack("food-processing-sanitation");
  }

  private static void innovation(Person person) {
    person.award("innovation-level-1", person.handedIn(EvidenceType.REFLECTION, "innovation"));
    boolean ledSession =
        person.participations.stream()
            .anyMatch(
                each ->
                    each.type() == ParticipationType.IDEA_SESSION
                        && "LEADER".equals(each.role())
                        && each.setting() != null
                        && each.setting() != Setting.COURSE
                        && each.setting() != Setting.TRAINING);
    person.award(
        "innovation-level-2",
        person.has("innovation-level-1")
            && person.has("creative-problem-solving")
            && person.has("critical-thinking")
            && ledSession);
    boolean applied =
        person.evidence.stream()
                .anyMatch(
                    each ->
                        each.type() == EvidenceType.PROJECT
                            && "innovation".equals(each.topic())
                            && each.approved())
            || person.work.stream()
                .anyMatch(
                    work ->
                        work.type() == WorkExperienceType.INTERNSHIP
                            && "INNOVATION".equals(work.subject()));
    person.award(
        "innovation-level-3",
        person.has("innovation-level-2") && applied && proficientInAny(person, "innovation"));
    person.stack("innovation");
  }

  private static boolean proficientInAny(Person person, String rubric) {
    return person.scores.stream()
        .anyMatch(each -> rubric.equals(each.rubric()) && "PROFICIENT".equals(each.level()));
  }

  private static void leadership(Person person) {
    person.award("leadership-level-1", person.handedIn(EvidenceType.REFLECTION, "leadership"));
    boolean badge =
        person.hasAny(
                "critical-thinking",
                "initiative",
                "resilience",
                "intercultural-fluency",
                "collaboration",
                "creative-problem-solving",
                "oral-communication")
            || ("UM".equals(person.learner.campus()) && person.has("empathy"));
    person.award(
        "leadership-level-2",
        person.has("leadership-level-1")
            && badge
            && person.proficient("leadership-initiative", "lead")
            && person.proficient("leadership-initiative", "act-as-catalyst")
            && person.proficient("leadership-initiative", "self-awareness")
            && person.proficient("leadership-initiative", "learn-from-experience"));
    boolean role =
        person.participations.stream()
            .anyMatch(
                each ->
                    each.type() == ParticipationType.LEADERSHIP_ROLE
                        && (each.setting() == Setting.CAMPUS || each.setting() == Setting.COMMUNITY)
                        && each.activity() != null
                        && person.feedback.stream()
                            .anyMatch(
                                given ->
                                    each.activity().equals(given.experience())
                                        && given.outcome() == FeedbackOutcome.POSITIVE));
    person.award("leadership-level-3", person.has("leadership-level-2") && role);
    person.stack("leadership");
  }

  private static void careerExploration(Person person) {
    person.award(
        "maine-career-exploration",
        person.enrolments.stream()
                .anyMatch(
                    each ->
                        each.level() == EnrolmentLevel.HIGH_SCHOOL
                            && ("JUNIOR".equals(each.year()) || "SENIOR".equals(each.year())))
            && atLeast(sum(person.work, WorkExperience::approved, WorkExperience::hours), 40)
            && person.participations.stream()
                .anyMatch(
                    each ->
                        each.type() == ParticipationType.EXPLORATION
                            && "CAREERS".equals(each.subject()))
            && person.handedIn(EvidenceType.REFLECTION, "career-exploration"));
  }

  private static void maple(Person person) {
    person.award(
        "maple-sugaring-level-1",
        person.agedAtLeast(14)
            && units(person, "maple-sugaring-level-1")
            && person.assessments.stream()
                .anyMatch(
                    each ->
                        each.type() == AssessmentType.OPEN_BOOK
                            && "maple-sugaring-level-1".equals(each.assessment())
                            && atLeast(each.score(), 80)));
    for (int level = 2; level <= 3; level++) {
      String name = "maple-sugaring-level-" + level;
      person.award(
          name,
          person.has("maple-sugaring-level-" + (level - 1))
              && units(person, name)
              && shown(person, name));
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

  private static void development(Person person) {
    String topic = "micro-credential-development";
    String subject = "MICRO_CREDENTIAL_DEVELOPMENT";
    person.award(
        "micro-credential-development-level-1",
        person.handedIn(EvidenceType.REFLECTION, topic)
            && person.assessments.stream()
                .anyMatch(
                    each ->
                        each.type() == AssessmentType.QUIZ
                            && "development-quiz".equals(each.assessment())
                            && atLeast(each.score(), 80)));
    boolean team =
        person.participations.stream()
            .anyMatch(
                each ->
                    each.type() == ParticipationType.TEAM
                        && subject.equals(each.subject())
                        && each.confirmed());
    int meetings =
        different(
            person.participations,
            each -> each.type() == ParticipationType.MEETING && subject.equals(each.subject()),
            Participation::activity);
    person.award(
        "micro-credential-development-level-2",
        person.has("micro-credential-development-level-1")
            && team
            && meetings >= 2
            && person.handedIn(EvidenceType.WORKSHEET, topic)
            && person.handedIn(EvidenceType.DRAFT, "badge-metadata"));
    Set<WorkExperienceType> types =
        Set.of(
            WorkExperienceType.WORK_BASED_LEARNING,
            WorkExperienceType.EXPERIENTIAL_LEARNING,
            WorkExperienceType.JOB,
            WorkExperienceType.ON_THE_JOB_TRAINING);
    person.award(
        "micro-credential-development-level-3",
        person.has("micro-credential-development-level-2")
            && person.work.stream()
                .anyMatch(
                    work ->
                        types.contains(work.type())
                            && subject.equals(work.subject())
                            && work.approved())
            && person.feedback.stream().anyMatch(each -> subject.equals(each.subject())));
    person.stack("micro-credential-development");
  }

  private static void outdoor(Person person) {
    Integer age = person.learner.age();
    boolean eligible =
        (age != null
                && age >= 16
                && age <= 18
                && person.enrolments.stream()
                    .anyMatch(each -> each.level() == EnrolmentLevel.EARLY_COLLEGE))
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
        "outdoor-leadership-level-1", eligible && person.proficient(rubric, "safety-and-risk"));
    person.award(
        "outdoor-leadership-level-2",
        person.has("outdoor-leadership-level-1")
            && person.proficient(rubric, "orienteering")
            && (person.proficient(rubric, "wilderness-first-aid")
                || person.certified("wilderness-first-aid")));
    int disciplines =
        different(
            person.scores,
            each ->
                "outdoor-disciplines".equals(each.rubric()) && "PROFICIENT".equals(each.level()),
            each -> each.criterion());
    person.award(
        "outdoor-leadership-level-3",
        person.has("outdoor-leadership-level-2")
            && disciplines >= 2
            && person.proficient(rubric, "group-management"));
    person.stack("outdoor-leadership");
  }

  private static void researchScholar(Person person) {
    Set<String> events = Set.of("RESEARCH_TALK", "RESEARCH_SYMPOSIUM", "ARTS_EVENT");
    boolean active =
        person.trainings.stream()
                .anyMatch(
                    each ->
                        each.type() == TrainingType.WORKSHOP && "RESEARCH".equals(each.subject()))
            || person.participations.stream()
                .anyMatch(
                    each ->
                        (each.type() == ParticipationType.EVENT
                                && each.subject() != null
                                && events.contains(each.subject()))
                            || (each.type() == ParticipationType.APPLICATION
                                && "FELLOWSHIP".equals(each.subject())));
    person.award(
        "undergraduate-research-scholar-level-1",
        active
            && person.handedIn(EvidenceType.REFLECTION, "undergraduate-research-scholar")
            && proficientInAny(person, "research-scholar-reflection"));
  }

  private static void apprenticeship(Person person) {
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

  /** Whether a day is within a number of years, the last day included. */
  static boolean within(LocalDate day, LocalDate from, int years) {
    return !day.isBefore(from) && !day.isAfter(from.plusYears(years));
  }
}
