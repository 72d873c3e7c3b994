package io.credentialrules.internal.evaluate;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.work.Distinct;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The facts of a record and the facts of plans for it, each as patterns see it. Each is looked at
 * once, however many trials have it. Used by one thread.
 */
final class RecordFacts {
  private static final int FEW = 100;

  private final Evaluator evaluator;
  private final Weighing weighing;
  private final Budget budget;
  private final Facts record;
  private final IdentityHashMap<Fact, List<Candidate>> taken = new IdentityHashMap<>();
  private final IdentityHashMap<Candidate, Seen> planned = new IdentityHashMap<>();
  private final Supplier<Distinct<Object>> different =
      Suppliers.memoize(() -> Distinct.of(Iterables.transform(all(), Candidate::fact)));

  /** A fact of a plan, as patterns see it. */
  private record Seen(Fact fact, List<Candidate> as, boolean isOnRecord) {}

  RecordFacts(Evaluator evaluator, Weighing weighing, Budget budget) {
    this.evaluator = evaluator;
    this.weighing = weighing;
    this.budget = budget;
    this.record =
        new Facts(
            evaluator.program(),
            weighing.facts().counted(),
            weighing.facts().notCounted(),
            weighing.counting(),
            weighing.overlooked(),
            budget);
  }

  /** What rules see of the record. */
  List<Candidate> all() {
    return record.all();
  }

  Budget budget() {
    return budget;
  }

  /** The credentials of the catalogue that the learner holds in good standing, by number. */
  ImmutableSet<Integer> held() {
    return record.held(evaluator.program(), weighing.standing());
  }

  /** Facts of the record that are taken from it, as rules see them; nothing of what none sees. */
  List<Candidate> replaced(Set<Fact> facts) {
    if (facts.isEmpty()) {
      return List.of();
    }
    List<Candidate> replaced = new ArrayList<>();
    for (Fact fact : facts) {
      replaced.addAll(
          taken.computeIfAbsent(
              fact, one -> all().stream().filter(seen -> seen.fact().equals(one)).toList()));
    }
    return replaced;
  }

  /**
   * Facts of a plan that come to the record, as rules see them, each once.
   *
   * @param replaced what is taken from the record
   */
  List<Candidate> added(List<Candidate> facts, Set<Fact> replaced) {
    List<Candidate> added = new ArrayList<>(facts.size());
    for (Candidate one : facts) {
      Seen seen = planned.get(one);
      if (seen == null) {
        seen = seen(one);
        planned.put(one, seen);
      }
      boolean isThere = seen.isOnRecord() && !replaced.contains(seen.fact());
      if (!isThere && !has(added, seen.fact())) {
        added.addAll(seen.as());
      }
    }
    return added;
  }

  private static boolean has(List<Candidate> facts, Fact fact) {
    for (Candidate one : facts) {
      if (one.fact().equals(fact)) {
        return true;
      }
    }
    return false;
  }

  private Seen seen(Candidate planned) {
    Fact fact = (Fact) planned.fact();
    Program program = evaluator.program();
    if (WeighedFacts.against(
            fact, weighing.record().learner(), program.vocabulary(), weighing.counting())
        != null) {
      throw new IllegalStateException("a fact of a plan counts, or it would not be in it");
    }
    VocabularyType type = Objects.requireNonNull(program.vocabulary().typeOf(fact));
    List<Candidate> as = new ArrayList<>(1);
    as.add(new Candidate(fact, type, weighing.asOf(), budget));
    for (VocabularyType view : program.views()) {
      if (fact.getClass() == view.record()) {
        as.add(new Candidate(fact, view, weighing.asOf(), budget));
      }
    }
    return new Seen(fact, List.copyOf(as), isOnRecord(fact));
  }

  /** Few facts are sooner compared than put into a set, which reads all of each. */
  private boolean isOnRecord(Fact fact) {
    if (all().size() > FEW) {
      return different.get().contains(fact);
    }
    for (Candidate there : all()) {
      if (there.fact().equals(fact)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What rules see with changes, on a budget.
   *
   * @param wanted what the rules that are asked look at
   */
  List<Candidate> with(
      Set<Candidate> gone, List<Candidate> come, Predicate<Candidate> wanted, Budget spent) {
    List<Candidate> with = new ArrayList<>();
    for (Candidate candidate : Iterables.concat(all(), come)) {
      if (!gone.contains(candidate) && wanted.test(candidate)) {
        with.add(new Candidate(candidate.fact(), candidate.type(), weighing.asOf(), spent));
      }
    }
    return with;
  }
}
