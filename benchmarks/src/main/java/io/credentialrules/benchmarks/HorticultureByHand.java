package io.credentialrules.benchmarks;

import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    person.award("horticulture-level-1", person.completed("horticulture-online-first-part"));
    person.award(
        "horticulture-level-2",
        person.has("horticulture-level-1") && person.completed("horticulture-online"));
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
    return person.feedback.stream()
        .anyMatch(
            each ->
                "HORTICULTURE".equals(each.subject()) && each.providerRole() == ReviewerRole.HOST);
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
      Predicate<WorkExperience> inTime = work -> endedBy(work, ended.plusYears(1));
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
      if (enoughHours(person, work -> agreed(work) && endedBy(work, ended.plusYears(1)))) {
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
            person.work,
            work ->
                work.type() == WorkExperienceType.APPRENTICESHIP
                    && work.siteApproved()
                    && which.test(work),
            WorkExperience::hours),
        200);
  }

  private static boolean agreed(WorkExperience work) {
    return work.agreementSignedOn() != null
        && work.startedOn() != null
        && work.agreementSignedOn().isBefore(work.startedOn());
  }

  private static boolean endedBy(WorkExperience work, @Nullable LocalDate last) {
    return work.endedOn() != null && last != null && !work.endedOn().isAfter(last);
  }
}
