package io.credentialrules.benchmarks;

import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The pack {@code ums-horticulture}. */
final class HorticultureByHand {
  private static final Set<String> AREAS =
      Set.of(
          "watering-and-irrigation",
          "pest-management",
          "plant-management",
          "customer-service",
          "planting-and-seeding",
          "plant-selection-and-design",
          "safe-equipment-use",
          "monitoring-plants-and-pests",
          "educational-outreach");

  private HorticultureByHand() {}

  static void award(Person person) {
    Person vetted = person.atTheUniversity();
    person.award("horticulture-level-1", vetted.completed("horticulture-online-first-part"));
    person.award(
        "horticulture-level-2",
        person.has("horticulture-level-1") && vetted.completed("horticulture-online"));
    person.award(
        "horticulture-level-3",
        person.has("horticulture-level-2")
            && enoughHours(person, work -> true)
            && feedback(person)
            && areas(person)
            && inTime(person)
            && underAgreement(person));
    person.stack("horticulture");
  }

  private static boolean feedback(Person person) {
    List<LocalDate> courses = courses(person);
    return person.feedback.stream()
        .filter(each -> "HORTICULTURE".equals(each.subject()))
        .filter(each -> each.providerRole() == ReviewerRole.HOST)
        .anyMatch(
            each ->
                person.work.stream()
                    .filter(HorticultureByHand::isHorticulture)
                    .filter(work -> work.experience() != null)
                    .filter(work -> Objects.equals(work.experience(), each.experience()))
                    .anyMatch(work -> courses.stream().anyMatch(ended -> begunAfter(work, ended))));
  }

  private static boolean isHorticulture(WorkExperience work) {
    return work.type() == WorkExperienceType.APPRENTICESHIP
        && work.siteApproved()
        && (work.industry() == null || "HORTICULTURE".equals(work.industry()));
  }

  private static boolean areas(Person person) {
    return Person.different(
            person.scores,
            score ->
                "horticulture-areas".equals(score.rubric())
                    && "PROFICIENT".equals(score.level())
                    && AREAS.contains(score.criterion()),
            score -> score.criterion())
        >= 5;
  }

  private static boolean inTime(Person person) {
    for (LocalDate ended : courses(person)) {
      Predicate<WorkExperience> inTime = work -> isInTime(work, ended);
      if (every(person, inTime) || enoughHours(person, inTime)) {
        return true;
      }
    }
    return false;
  }

  private static boolean underAgreement(Person person) {
    if (every(person, HorticultureByHand::agreed)) {
      return true;
    }
    for (LocalDate ended : courses(person)) {
      if (enoughHours(person, work -> agreed(work) && isInTime(work, ended))) {
        return true;
      }
    }
    return false;
  }

  private static List<LocalDate> courses(Person person) {
    return person.trainings.stream()
        .filter(training -> "horticulture-online".equals(training.training()))
        .map(TrainingCompletion::completedOn)
        .filter(ended -> ended != null)
        .distinct()
        .toList();
  }

  /** There is one, and each is so. */
  private static boolean every(Person person, Predicate<WorkExperience> so) {
    boolean any = false;
    for (WorkExperience work : person.work) {
      if (work.type() == WorkExperienceType.APPRENTICESHIP) {
        if (!so.test(work)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private static boolean enoughHours(Person person, Predicate<WorkExperience> which) {
    return Person.atLeast(
        Person.sum(
            person.work, work -> isHorticulture(work) && which.test(work), WorkExperience::hours),
        200);
  }

  private static boolean agreed(WorkExperience work) {
    return work.agreementSignedOn() != null
        && work.startedOn() != null
        && work.agreementSignedOn().isBefore(work.startedOn());
  }

  /** Begun on the day on which the course ended, or later. */
  private static boolean begunAfter(WorkExperience work, LocalDate ended) {
    return work.startedOn() != null && !work.startedOn().isBefore(ended);
  }

  private static boolean isInTime(WorkExperience work, LocalDate ended) {
    return begunAfter(work, ended)
        && work.endedOn() != null
        && !work.endedOn().isAfter(ended.plusYears(1));
  }
}
