package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Identified;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Earned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts that pass what a pattern says of them alone, on whatever day: only these can matter to
 * it. Sifted once, so that a day costs no more than the facts that concern its rules.
 */
final class PatternFacts {
  private final Program program;
  private final KnownRecord known;
  private final Budget budget;
  private final Map<String, Identified<TimedFact>> byType;
  private final IdentityHashMap<Step.Match, List<TimedFact>> sifted = new IdentityHashMap<>();
  private final IdentityHashMap<Step.Match, List<Candidate>> derived = new IdentityHashMap<>();
  private final Map<Integer, List<Candidate>> met = new HashMap<>();
  private final Map<Integer, List<Candidate>> earned = new HashMap<>();

  PatternFacts(Program program, KnownRecord known, Budget budget) {
    this.program = program;
    this.known = known;
    this.budget = budget;
    this.byType = Identified.byType(known.facts(), TimedFact::candidate);
  }

  /** The facts of the record that a pattern can match. */
  List<TimedFact> of(Step.Match match) {
    List<TimedFact> facts = sifted.get(match);
    if (facts == null) {
      facts = new ArrayList<>();
      Identified<TimedFact> ofType = byType.get(match.type().name());
      for (TimedFact fact : ofType == null ? List.<TimedFact>of() : ofType.of(match)) {
        budget.spendRow(match.tests());
        if (passes(match, fact.candidate())) {
          facts.add(fact);
        }
      }
      sifted.put(match, facts);
    }
    return facts;
  }

  List<TimedFact> ofType(VocabularyType type) {
    Identified<TimedFact> facts = byType.get(type.name());
    return facts == null ? List.of() : facts.all();
  }

  /** What a pattern on {@code Met} or {@code Earned} can match, in the order of the policy. */
  List<Candidate> derived(Step.Match match) {
    List<Candidate> candidates = derived.get(match);
    if (candidates == null) {
      boolean isCredential = match.type().name().equals(Vocabulary.EARNED);
      candidates = new ArrayList<>();
      for (int number : match.referents()) {
        for (Candidate candidate : isCredential ? earned(number, match) : met(number, match)) {
          budget.spendRow(match.tests());
          if (passes(match, candidate)) {
            candidates.add(candidate);
          }
        }
      }
      derived.put(match, candidates);
    }
    return candidates;
  }

  private List<Candidate> earned(int number, Step.Match match) {
    return earned.computeIfAbsent(
        number,
        first -> {
          Earned fact = program.credentials().get(number).fact();
          return List.of(
              new Candidate(fact, match.type(), known.asOf(), budget),
              Candidate.lapsed(fact, match.type(), known.asOf(), budget));
        });
  }

  private List<Candidate> met(int number, Step.Match match) {
    return met.computeIfAbsent(
        number,
        first ->
            List.of(
                new Candidate(
                    program.requirements().get(number).fact(),
                    match.type(),
                    known.asOf(),
                    budget)));
  }

  private static boolean passes(Step.Match match, Candidate candidate) {
    Row row = Row.of(candidate);
    for (Test test : match.tests()) {
      if (test.readsOnly(match.slot()) && !test.asksWhenEarned() && !test.in(row)) {
        return false;
      }
    }
    return true;
  }
}
