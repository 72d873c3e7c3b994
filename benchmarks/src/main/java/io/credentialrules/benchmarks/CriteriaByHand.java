package io.credentialrules.benchmarks;

import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Criteria that several packs share. */
final class CriteriaByHand {
  static final Set<EnrolmentLevel> OF_THE_UNIVERSITY =
      Set.of(
          EnrolmentLevel.EARLY_COLLEGE,
          EnrolmentLevel.UNDERGRADUATE,
          EnrolmentLevel.GRADUATE,
          EnrolmentLevel.NON_CREDIT);

  private CriteriaByHand() {}

  static boolean fromOthers(PerformanceFeedback given) {
    return given.providerRole() != ReviewerRole.LEARNER
        && given.providerRole() != ReviewerRole.PEER;
  }

  static boolean isFedBack(Person person, Predicate<WorkExperience> which) {
    return person.work.stream()
        .filter(which)
        .anyMatch(
            work ->
                work.experience() != null && isFedBack(person, String.valueOf(work.experience())));
  }

  static boolean isFedBack(Person person, String experience) {
    return person.feedback.stream()
        .anyMatch(given -> experience.equals(given.experience()) && fromOthers(given));
  }

  static boolean isAssessed(Person person, String rubric, String assessment) {
    return proficientInAny(person, rubric)
        || person.assessments.stream()
            .anyMatch(each -> assessment.equals(each.assessment()) && each.passed());
  }

  static boolean tookPart(Person person, ParticipationType type, String activity) {
    return person.participations.stream()
        .anyMatch(each -> each.type() == type && activity.equals(each.activity()));
  }

  static boolean enrolled(Person person) {
    return person.enrolments.stream().anyMatch(each -> OF_THE_UNIVERSITY.contains(each.level()));
  }

  static boolean proficientInAny(Person person, String rubric) {
    return person.scores.stream()
        .anyMatch(each -> rubric.equals(each.rubric()) && "PROFICIENT".equals(each.level()));
  }

  static boolean isAged(Person person, int years, @Nullable LocalDate on) {
    LocalDate birth = person.learner.birthDate();
    return birth != null && on != null && !on.isBefore(birth.plusYears(years));
  }

  static boolean approved(Person person, String topic) {
    return person.evidence.stream().anyMatch(each -> topic.equals(each.topic()) && each.approved());
  }

  static boolean within(LocalDate day, LocalDate from, int years) {
    return !day.isBefore(from) && !day.isAfter(from.plusYears(years));
  }
}
