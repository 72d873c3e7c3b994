package io.credentialrules.benchmarks;

import static io.credentialrules.benchmarks.Person.atLeast;
import static io.credentialrules.benchmarks.Person.sum;

import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.TrainingCompletion;
import java.time.LocalDate;
import java.util.Map;

/** The packs of CompTIA, Salesforce and Maine's nursing assistants. */
final class CertificationsByHand {
  private static final Map<String, Integer> UNITS_TO_RENEW =
      Map.of(
          "comptia-a-plus", 20,
          "comptia-network-plus", 30,
          "comptia-security-plus", 50,
          "comptia-linux-plus", 50,
          "comptia-cloud-plus", 50,
          "comptia-pentest-plus", 60,
          "comptia-cysa-plus", 60,
          "comptia-securityx", 75);

  private CertificationsByHand() {}

  static void award(Person person) {
    UNITS_TO_RENEW.forEach(
        (certification, units) ->
            person.award(certification + "-renewal", renewed(person, certification, units)));
    stacks(person);
    person.award(
        "salesforce-application-architect",
        person.certified("salesforce-data-architect")
            && person.certified("salesforce-platform-app-builder")
            && person.certified("salesforce-platform-developer-i")
            && person.certified("salesforce-sharing-and-visibility-architect"));
    nursingAssistant(person);
  }

  private static void stacks(Person person) {
    boolean a = person.certified("comptia-a-plus");
    boolean network = person.certified("comptia-network-plus");
    boolean security = person.certified("comptia-security-plus");
    boolean linux = person.certified("comptia-linux-plus");
    boolean cloud = person.certified("comptia-cloud-plus");
    boolean server = person.certified("comptia-server-plus");
    boolean pentest = person.certified("comptia-pentest-plus");
    boolean cysa = person.certified("comptia-cysa-plus");
    boolean securityX = person.certified("comptia-securityx");
    person.award("comptia-cios", a && network);
    person.award("comptia-csss", a && linux);
    person.award("comptia-csis", a && network && security);
    person.award("comptia-ccap", network && cloud);
    person.award("comptia-cnip", network && server);
    person.award("comptia-clnp", network && linux);
    person.award("comptia-cscp", security && cloud);
    person.award("comptia-cnvp", security && pentest);
    person.award("comptia-cnsp", security && pentest && cysa);
    person.award("comptia-csap", security && cysa);
    person.award("comptia-csae", security && cysa && securityX);
    person.award("comptia-csie", security && cysa && pentest && securityX);
  }

  /** A course counts once: when it was first completed within the three years. */
  private static boolean renewed(Person person, String certification, int units) {
    for (IndustryCertification each : person.certifications) {
      LocalDate issued = each.earnedOn();
      if (certification.equals(each.certification())
          && issued != null
          && atLeast(
              sum(
                  person.trainings,
                  course -> isFirst(person, course, certification, issued),
                  TrainingCompletion::units),
              units)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFirst(
      Person person, TrainingCompletion course, String certification, LocalDate issued) {
    LocalDate done = course.completedOn();
    return course.categories().contains(certification)
        && done != null
        && CriteriaByHand.within(done, issued, 3)
        && person.trainings.stream()
            .noneMatch(
                other ->
                    other.categories().contains(certification)
                        && course.training() != null
                        && course.training().equals(other.training())
                        && other.completedOn() != null
                        && !other.completedOn().isBefore(issued)
                        && other.completedOn().isBefore(done));
  }

  private static void nursingAssistant(Person person) {
    person.award(
        "maine-nursing-assistant",
        person.agedAtLeast(16)
            && hours(person, "CLASSROOM", 90)
            && hours(person, "LABORATORY", 20)
            && hours(person, "CLINICAL", 70)
            && passed(person, AssessmentType.KNOWLEDGE_TEST)
            && passed(person, AssessmentType.SKILLS_TEST)
            && applied(person));
  }

  private static boolean hours(Person person, String part, int least) {
    return atLeast(
        sum(
            person.trainings,
            each -> "nursing-assistant".equals(each.training()) && each.categories().contains(part),
            TrainingCompletion::hours),
        least);
  }

  private static boolean passed(Person person, AssessmentType type) {
    return person.assessments.stream()
        .anyMatch(
            each ->
                each.type() == type
                    && "nursing-assistant".equals(each.assessment())
                    && each.passed());
  }

  private static boolean applied(Person person) {
    for (TrainingCompletion training : person.trainings) {
      LocalDate completed = training.completedOn();
      if ("nursing-assistant".equals(training.training())
          && completed != null
          && person.participations.stream()
              .anyMatch(
                  each ->
                      each.type() == ParticipationType.APPLICATION
                          && "nursing-assistant-registry".equals(each.activity())
                          && each.heldOn() != null
                          && CriteriaByHand.within(each.heldOn(), completed, 2)
                          && (isLast(person, completed) || isTrained(person, each.heldOn())))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLast(Person person, LocalDate day) {
    return person.trainings.stream()
        .filter(each -> "nursing-assistant".equals(each.training()))
        .allMatch(each -> each.completedOn() != null && !each.completedOn().isAfter(day));
  }

  /** Whether each part had its hours by a day. */
  private static boolean isTrained(Person person, LocalDate by) {
    return hours(person, "CLASSROOM", 90, by)
        && hours(person, "LABORATORY", 20, by)
        && hours(person, "CLINICAL", 70, by);
  }

  private static boolean hours(Person person, String part, int least, LocalDate by) {
    return atLeast(
        sum(
            person.trainings,
            each ->
                "nursing-assistant".equals(each.training())
                    && each.categories().contains(part)
                    && each.completedOn() != null
                    && !each.completedOn().isAfter(by),
            TrainingCompletion::hours),
        least);
  }
}
