package io.credentialrules.internal.explain;

import io.credentialrules.NotCounted;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Identified;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The facts that do not count and would bear on a requirement if they did: some pattern asks for
 * their type and for what identifies them.
 */
final class Bearing {

  /** One that does not count, by its place among all of them. */
  private record Placed(int place, NotCounted not, Candidate candidate) {}

  private final Situation situation;
  private final List<NotCounted> notCounted;
  private final IdentityHashMap<VocabularyType, Identified<Placed>> byType =
      new IdentityHashMap<>();

  /** With all that do not count, in canonical order. */
  Bearing(Situation situation, List<NotCounted> notCounted) {
    this.situation = situation;
    this.notCounted = notCounted;
  }

  /** Those that bear on what is proven, in canonical order. */
  List<NotCounted> on(List<Proof> proofs) {
    TreeMap<Integer, NotCounted> found = new TreeMap<>();
    for (Proof proof : proofs) {
      for (Branch branch : proof.branches()) {
        find(branch.steps(), found);
      }
    }
    return List.copyOf(found.values());
  }

  private void find(List<Step> steps, Map<Integer, NotCounted> found) {
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        find(match, found);
      } else if (step instanceof Step.Some some) {
        find(some.steps(), found);
      } else if (step instanceof Step.Total total) {
        find(total.steps(), found);
      }
    }
  }

  private void find(Step.Match match, Map<Integer, NotCounted> found) {
    for (Placed one : byType.computeIfAbsent(match.type(), this::ofType).of(match)) {
      situation.budget().spendRow(match.tests());
      if (!found.containsKey(one.place()) && isIdentified(match, one.candidate())) {
        found.put(one.place(), one.not());
      }
    }
  }

  private static boolean isIdentified(Step.Match match, Candidate candidate) {
    Row row = Row.of(candidate);
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null && comparison.isIdentity() && !test.in(row)) {
        return false;
      }
    }
    return true;
  }

  private Identified<Placed> ofType(VocabularyType type) {
    boolean isEarned = type.name().equals(Vocabulary.EARNED);
    List<Placed> ofType = new ArrayList<>();
    for (int i = 0; i < notCounted.size(); i++) {
      NotCounted not = notCounted.get(i);
      Fact fact = not.fact();
      if (isEarned && fact instanceof HeldCredential held) {
        Earned earned = new Earned(held.credential(), null, null);
        ofType.add(new Placed(i, not, situation.candidate(earned, type)));
      } else if (type.record() == fact.getClass()) {
        ofType.add(new Placed(i, not, situation.candidate(fact, type)));
      }
    }
    return new Identified<>(ofType, Placed::candidate);
  }
}
