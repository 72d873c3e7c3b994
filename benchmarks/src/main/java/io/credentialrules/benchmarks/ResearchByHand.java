package io.credentialrules.benchmarks;

import static io.credentialrules.benchmarks.Person.different;

import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.Setting;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.util.Set;

/** The packs of research, innovation and the humanities. */
final class ResearchByHand {
  private ResearchByHand() {}

  static void humanities(Person person) {
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

  static void innovation(Person person) {
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
    return CriteriaByHand.fromOthers(given)
        && ("INNOVATION".equals(given.subject())
            || person.work.stream()
                .anyMatch(
                    work ->
                        work.type() == WorkExperienceType.INTERNSHIP
                            && "INNOVATION".equals(work.subject())
                            && work.experience() != null
                            && work.experience().equals(given.experience())));
  }

  static void researchScholar(Person person) {
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
            && CriteriaByHand.proficientInAny(vetted, "research-scholar-reflection")
            && person.scores.stream()
                .filter(each -> "research-scholar-reflection".equals(each.rubric()))
                .allMatch(each -> vetted.proficient(each.rubric(), each.criterion())));
  }
}
