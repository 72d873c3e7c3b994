package io.credentialrules.internal.plan;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Earned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The credentials and requirements that rules derive, as patterns see them. */
record DerivedFacts(PlanStart start) {
  /** All that an answer of the rules says are there. */
  List<Candidate> of(Trial.Answer answer) {
    List<Candidate> derived = new ArrayList<>();
    for (int number : answer.allSatisfied().stream().sorted().toList()) {
      Requirement requirement = start.program().requirements().get(number);
      if (requirement.kind() == Kind.REQUIREMENT) {
        derived.add(met(requirement));
      }
    }
    Set<Integer> credentials = new TreeSet<>(answer.allEarned());
    credentials.addAll(answer.lapsed());
    for (int number : credentials) {
      Award award = start.program().credentials().get(number);
      Candidate candidate =
          answer.earned(number)
              ? fresh(award)
              : Candidate.lapsed(
                  award.fact(), start.type(Vocabulary.EARNED), start.asOf(), start.budget());
      derived.add(candidate.dated(() -> answer.dated(number)));
    }
    return derived;
  }

  Candidate met(Requirement requirement) {
    return new Candidate(
        requirement.fact(), start.type(Vocabulary.MET), start.asOf(), start.budget());
  }

  /** A credential as if it were earned from a day on. */
  Candidate earned(Award award, LocalDate since) {
    Earned fact = award.fact();
    return fresh(award).dated(() -> fact.during(since, null));
  }

  private Candidate fresh(Award award) {
    return new Candidate(award.fact(), start.type(Vocabulary.EARNED), start.asOf(), start.budget());
  }
}
