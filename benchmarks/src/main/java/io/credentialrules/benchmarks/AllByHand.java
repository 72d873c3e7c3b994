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
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Setting;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All packs of {@link PackSet#ALL}, in an order in which each asks for earlier ones only. */
final class AllByHand {
  private static final Set<String> UNITS =
      Set.of("WOODS_WORK", "SUGARHOUSE", "KITCHEN_AND_BUSINESS");

  private static final Set<String> DISCIPLINES =
      Set.of("canoeing", "backpacking", "cross-country-skiing", "climbing");

  private static final Set<String> B_OR_BETTER = Set.of("A+", "A", "A-", "B+", "B");

  private static final Set<EnrolmentLevel> OF_THE_UNIVERSITY =
      Set.of(
          EnrolmentLevel.EARLY_COLLEGE,
          EnrolmentLevel.UNDERGRADUATE,
          EnrolmentLevel.GRADUATE,
          EnrolmentLevel.NON_CREDIT);

  private AllByHand() {}

  /** Feedback that counts as performance feedback: not by the learner, nor by a peer. */
  private static boolean fromOthers(PerformanceFeedback given) {
    return given.providerRole() != ReviewerRole.LEARNER
        && given.providerRole() != ReviewerRole.PEER;
  }

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
    skill(
        person,
        "creative-problem-solving",
        List.of(
            "convergent-and-divergent-thinking",
            "manage-ambiguity",
            "iterative-process",
            "identify-patterns"));
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
            && isFedBack(
                person,
                work ->
                    work.type() == WorkExperienceType.EXTERNSHIP
                        && "AQUACULTURE".equals(work.industry()))
            && isAssessed(person, "aquaculture", "aquaculture-level-3"));
    person.stack("aquaculture");
  }

  /** The last day included, where nobody wrote down the weeks. */
  private static boolean isTwelveWeeksByDates(WorkExperience work) {
    return work.weeks() == null
        && work.startedOn() != null
        && work.endedOn() != null
        && !work.endedOn().isBefore(work.startedOn().plusWeeks(12).minusDays(1));
  }

  /** Whether somebody else gave feedback on such work. */
  private static boolean isFedBack(Person person, Predicate<WorkExperience> which) {
    return person.work.stream()
        .filter(which)
        .anyMatch(
            work ->
                work.experience() != null && isFedBack(person, String.valueOf(work.experience())));
  }

  private static boolean isFedBack(Person person, String experience) {
    return person.feedback.stream()
        .anyMatch(given -> experience.equals(given.experience()) && fromOthers(given));
  }

  /** By a rubric, or by an assessment that was passed. */
  private static boolean isAssessed(Person person, String rubric, String assessment) {
    return proficientInAny(person, rubric)
        || person.assessments.stream()
            .anyMatch(each -> assessment.equals(each.assessment()) && each.passed());
  }

  private static void humanities(Person person) {
    Person vetted = person.atTheUniversity();
    person.award(
        "black-bear-humanities-level-1",
        different(
                vetted.participations,
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
    Person vetted = person.atTheUniversity();
    person.award(
        "career-prepared-level-1",
        (person.learner.roles().contains("STUDENT") || enrolled(person))
            && tookPart(vetted, ParticipationType.EXPLORATION, "career-resources")
            && tookPart(vetted, ParticipationType.EXPLORATION, "career-options")
            && tookPart(vetted, ParticipationType.REGISTRATION, "job-board"));
    boolean planned =
        vetted.participations.stream().anyMatch(each -> "CAREER_ACTION_PLAN".equals(each.subject()))
            || vetted.work.stream().anyMatch(work -> "CAREER_ACTION_PLAN".equals(work.subject()));
    boolean searched =
        vetted.participations.stream()
            .anyMatch(
                each ->
                    (each.type() == ParticipationType.EXPLORATION
                            || each.type() == ParticipationType.APPLICATION)
                        && ("JOB".equals(each.subject()) || "INTERNSHIP".equals(each.subject())));
    person.award(
        "career-prepared-level-2",
        person.has("career-prepared-level-1")
            && vetted.handedIn(EvidenceType.PLAN, "career-action-plan")
            && planned
            && searched
            && vetted.handedIn(EvidenceType.REFLECTION, "career-action-plan"));
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

  private static boolean enrolled(Person person) {
    return person.enrolments.stream().anyMatch(each -> OF_THE_UNIVERSITY.contains(each.level()));
  }

  private static boolean evaluated(Person person, WorkExperience work) {
    boolean suitable =
        work.approved()
            || work.type() == WorkExperienceType.INTERNSHIP
            || "CAREER_ACTION_PLAN".equals(work.subject());
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
        isFedBack(
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
            && isAssessed(
                person, "food-processing-sanitation", "food-processing-sanitation-level-3"));
    person.stack("food-processing-sanitation");
  }

  /**
   * Another training than that of Level 1, and no earlier; whoever holds Level 1 need not show it.
   */
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

  private static void innovation(Person person) {
    Person vetted = person.atTheUniversity();
    person.award(
        "innovation-level-1",
        vetted.trainings.stream().anyMatch(each -> "INNOVATION".equals(each.subject()))
            || vetted.participations.stream()
                .anyMatch(
                    each ->
                        each.type() == ParticipationType.EVENT
                            && "INNOVATION".equals(each.subject())));
    boolean ledSession =
        vetted.participations.stream()
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
            && vetted.trainings.stream()
                .anyMatch(each -> "INNOVATION_STRATEGIES".equals(each.subject()))
            && vetted.participations.stream()
                .anyMatch(
                    each ->
                        each.type() == ParticipationType.MEETING
                            && "INNOVATION".equals(each.subject())
                            && "MENTEE".equals(each.role()))
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
        person.has("innovation-level-2")
            && applied
            && person.proficientInAll("innovation")
            && person.feedback.stream().anyMatch(given -> onInnovation(person, given))
            && person.handedIn(EvidenceType.REFLECTION, "innovation"));
    person.stack("innovation");
  }

  private static boolean onInnovation(Person person, PerformanceFeedback given) {
    return fromOthers(given)
        && ("INNOVATION".equals(given.subject())
            || person.work.stream()
                .anyMatch(
                    work ->
                        work.type() == WorkExperienceType.INTERNSHIP
                            && "INNOVATION".equals(work.subject())
                            && work.experience() != null
                            && work.experience().equals(given.experience())));
  }

  private static boolean proficientInAny(Person person, String rubric) {
    return person.scores.stream()
        .anyMatch(each -> rubric.equals(each.rubric()) && "PROFICIENT".equals(each.level()));
  }

  private static void leadership(Person person) {
    Person vetted = person.atTheUniversity();
    boolean isStudent =
        "USM".equals(person.learner.campus())
            ? person.enrolments.stream()
                .anyMatch(each -> each.program() != null && each.program().contains("Hussey"))
            : person.learner.roles().contains("STUDENT") || enrolled(person);
    boolean introduced =
        vetted.participations.stream()
                .anyMatch(
                    each ->
                        (each.type() == ParticipationType.MEETING
                                || each.type() == ParticipationType.EVENT
                                || each.type() == ParticipationType.SERVICE
                                || each.type() == ParticipationType.OTHER)
                            && "LEADERSHIP".equals(each.subject())
                            && each.confirmed())
            || vetted.trainings.stream()
                .anyMatch(
                    each ->
                        "LEADERSHIP".equals(each.subject())
                            && each.approved()
                            && (each.type() != TrainingType.COURSE
                                || B_OR_BETTER.contains(each.grade() + "")));
    person.award("leadership-level-1", isStudent && introduced);
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
            && vetted.trainings.stream()
                .anyMatch(each -> "LEADERSHIP".equals(each.subject()) && each.approved())
            && badge
            && vetted.proficient("leadership-initiative", "lead")
            && vetted.proficient("leadership-initiative", "act-as-catalyst")
            && vetted.proficient("leadership-initiative", "self-awareness")
            && vetted.proficient("leadership-initiative", "learn-from-experience"));
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
                                    fromOthers(given)
                                        && each.activity().equals(given.experience())
                                        && given.outcome() == FeedbackOutcome.POSITIVE));
    person.award(
        "leadership-level-3",
        person.has("leadership-level-2")
            && role
            && person.handedIn(EvidenceType.REFLECTION, "leadership"));
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
                            && isAged(person, 14, each.takenOn())));
    for (int level = 2; level <= 3; level++) {
      String name = "maple-sugaring-level-" + level;
      person.award(
          name,
          person.has("maple-sugaring-level-" + (level - 1))
              && units(level == 2 ? vetted : person, name)
              && shown(person, name)
              && (level == 2 || isFedBack(person, name)));
    }
    person.stack("maple-sugaring");
  }

  private static boolean isAged(Person person, int years, @Nullable LocalDate on) {
    LocalDate birth = person.learner.birthDate();
    return birth != null && on != null && !on.isBefore(birth.plusYears(years));
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
    Person vetted = person.atTheUniversity();
    String topic = "micro-credential-development";
    String subject = "MICRO_CREDENTIAL_DEVELOPMENT";
    person.award(
        "micro-credential-development-level-1",
        vetted.handedIn(EvidenceType.REFLECTION, topic)
            && vetted.assessments.stream()
                .anyMatch(
                    each ->
                        each.type() == AssessmentType.QUIZ
                            && "development-quiz".equals(each.assessment())
                            && atLeast(each.score(), 80)));
    boolean team =
        vetted.participations.stream()
            .anyMatch(
                each ->
                    each.type() == ParticipationType.TEAM
                        && subject.equals(each.subject())
                        && each.confirmed());
    boolean met =
        vetted.participations.stream()
            .filter(each -> each.type() == ParticipationType.TEAM)
            .filter(each -> subject.equals(each.subject()) && each.activity() != null)
            .anyMatch(each -> meetings(vetted, subject, each.activity() + "") >= 2);
    person.award(
        "micro-credential-development-level-2",
        person.has("micro-credential-development-level-1")
            && team
            && met
            && vetted.handedIn(EvidenceType.WORKSHEET, topic)
            && vetted.handedIn(EvidenceType.DRAFT, "badge-metadata"));
    person.award(
        "micro-credential-development-level-3",
        person.has("micro-credential-development-level-2")
            && approved(person, "badge-issuing")
            && approved(person, "badge-marketing")
            && (proficientInAny(person, topic)
                || person.assessments.stream()
                    .anyMatch(
                        each ->
                            "micro-credential-development-level-3".equals(each.assessment())
                                && each.passed()))
            && person.feedback.stream()
                .anyMatch(
                    each ->
                        subject.equals(each.subject())
                            && each.outcome() != FeedbackOutcome.NEGATIVE
                            && fromOthers(each)));
    person.stack("micro-credential-development");
  }

  private static int meetings(Person person, String subject, String team) {
    return different(
        person.participations,
        each ->
            each.type() == ParticipationType.MEETING
                && subject.equals(each.subject())
                && each.activity() != null
                && each.activity().contains(team),
        Participation::activity);
  }

  private static boolean approved(Person person, String topic) {
    return person.evidence.stream().anyMatch(each -> topic.equals(each.topic()) && each.approved());
  }

  private static void outdoor(Person person) {
    Person vetted = person.atTheUniversity();
    boolean eligible =
        person.enrolments.stream()
                .anyMatch(
                    each ->
                        each.level() == EnrolmentLevel.EARLY_COLLEGE
                            && isAged(person, 16, each.startedOn())
                            && !isAged(person, 19, each.startedOn()))
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
            && (isFedBack(person, work -> "OUTDOOR_LEADERSHIP".equals(work.subject()))
                || person.participations.stream()
                    .anyMatch(
                        each ->
                            each.type() == ParticipationType.LEADERSHIP_ROLE
                                && "OUTDOOR_LEADERSHIP".equals(each.subject())
                                && each.activity() != null
                                && isFedBack(person, String.valueOf(each.activity())))));
    person.stack("outdoor-leadership");
  }

  private static void researchScholar(Person person) {
    Person vetted = person.atTheUniversity();
    Set<String> events =
        Set.of("RESEARCH_TALK", "RESEARCH_SYMPOSIUM", "ARTS_EVENT", "EXHIBIT", "PERFORMANCE");
    boolean active =
        vetted.trainings.stream()
                .anyMatch(
                    each ->
                        (each.type() == TrainingType.WORKSHOP
                                || each.type() == TrainingType.WEBINAR)
                            && ("RESEARCH".equals(each.subject())
                                || "ARTIFICIAL_INTELLIGENCE".equals(each.subject())))
            || vetted.participations.stream()
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
            && vetted.handedIn(EvidenceType.REFLECTION, "undergraduate-research-scholar")
            && proficientInAny(vetted, "research-scholar-reflection")
            && person.scores.stream()
                .filter(each -> "research-scholar-reflection".equals(each.rubric()))
                .allMatch(each -> vetted.proficient(each.rubric(), each.criterion())));
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
