package io.credentialrules.benchmarks;

import static io.credentialrules.benchmarks.Person.atLeast;
import static io.credentialrules.benchmarks.Person.different;
import static io.credentialrules.benchmarks.Person.sum;

import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.FeedbackOutcome;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Setting;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.util.Set;

/** The packs of careers, leadership and development. */
final class CareersByHand {
  private static final Set<String> B_OR_BETTER = Set.of("A+", "A", "A-", "B+", "B");

  private CareersByHand() {}

  static void careerPrepared(Person person) {
    Person vetted = person.atTheUniversity();
    person.award(
        "career-prepared-level-1",
        (person.learner.roles().contains("STUDENT") || CriteriaByHand.enrolled(person))
            && CriteriaByHand.tookPart(vetted, ParticipationType.EXPLORATION, "career-resources")
            && CriteriaByHand.tookPart(vetted, ParticipationType.EXPLORATION, "career-options")
            && CriteriaByHand.tookPart(vetted, ParticipationType.REGISTRATION, "job-board"));
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

  /** In the Hussey program, or at another place than Southern Maine. */
  private static boolean mayLead(Enrolment enrolment, boolean isElsewhere) {
    return (enrolment.program() != null && enrolment.program().contains("Hussey"))
        || (CriteriaByHand.OF_THE_UNIVERSITY.contains(enrolment.level())
            && (enrolment.institution() == null
                ? isElsewhere
                : !enrolment.institution().equals("USM")));
  }

  static void leadership(Person person) {
    Person vetted = person.atTheUniversity();
    boolean isElsewhere = !"USM".equals(person.learner.campus());
    boolean isStudent =
        (isElsewhere && person.learner.roles().contains("STUDENT"))
            || person.enrolments.stream().anyMatch(each -> mayLead(each, isElsewhere));
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
                                    CriteriaByHand.fromOthers(given)
                                        && each.activity().equals(given.experience())
                                        && given.outcome() == FeedbackOutcome.POSITIVE));
    person.award(
        "leadership-level-3",
        person.has("leadership-level-2")
            && role
            && person.handedIn(EvidenceType.REFLECTION, "leadership"));
    person.stack("leadership");
  }

  static void careerExploration(Person person) {
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

  static void development(Person person) {
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
            && CriteriaByHand.approved(person, "badge-issuing")
            && CriteriaByHand.approved(person, "badge-marketing")
            && (CriteriaByHand.proficientInAny(person, topic)
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
                            && CriteriaByHand.fromOthers(each)));
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
}
