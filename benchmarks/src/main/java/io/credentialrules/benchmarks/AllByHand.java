package io.credentialrules.benchmarks;

import java.util.List;

/** All packs of {@link PackSet#ALL}, in an order in which each requires earlier ones only. */
final class AllByHand {
  private AllByHand() {}

  static void award(Person person) {
    skills(person);
    CertificationsByHand.award(person);
    HorticultureByHand.award(person);
    FieldworkByHand.aquaculture(person);
    ResearchByHand.humanities(person);
    CareersByHand.careerPrepared(person);
    FieldworkByHand.sanitation(person);
    ResearchByHand.innovation(person);
    CareersByHand.leadership(person);
    CareersByHand.careerExploration(person);
    FieldworkByHand.maple(person);
    CareersByHand.development(person);
    FieldworkByHand.outdoor(person);
    ResearchByHand.researchScholar(person);
    FieldworkByHand.apprenticeship(person);
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
}
