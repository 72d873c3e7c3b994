package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.NotCounted;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.result.StatedNotCounted;
import io.credentialrules.internal.work.OrderedKey;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Today;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a live learner on a date, found by the requirements that look at them. Used by one
 * thread.
 */
final class LiveFacts {
  private final Evaluator evaluator;
  private final Learner learner;
  private final Counting counting;
  private final Map<OrderedKey, KnownFact> all = new LinkedHashMap<>();
  private final Map<Integer, Set<KnownFact>> byRequirement = new HashMap<>();
  private final Set<Integer> lookAtToday = new LinkedHashSet<>();
  private final Set<KnownFact> held = new LinkedHashSet<>();
  private @Nullable StepFacts now;
  private int size;

  /** The learner, who is a fact too, and no other. */
  LiveFacts(Evaluator evaluator, Learner learner, Counting counting) {
    this.evaluator = evaluator;
    this.learner = learner;
    this.counting = counting;
    evaluator.reach().lookingAt(today(new Budget(evaluator.limits())), lookAtToday::add);
    add(learner);
    size = 0;
  }

  private Candidate today(Budget budget) {
    ZonedDateTime asOf = counting.asOf();
    VocabularyType type =
        Objects.requireNonNull(program().vocabulary().type(Vocabulary.TODAY), "it is always there");
    return new Candidate(new Today(asOf.toLocalDate()), type, asOf, budget);
  }

  /**
   * Adds a fact.
   *
   * @return what is known of it; null where the record had it already
   * @throws IllegalArgumentException when it cannot be a fact of the record, which stays as it was
   */
  @Nullable KnownFact add(Fact fact) {
    KnownFact there = all.get(new OrderedKey(fact));
    if (there != null) {
      there.add(1);
      size++;
      changed(there);
      return null;
    }
    KnownFact known = known(fact);
    all.put(new OrderedKey(fact), known);
    known
        .lookedAtBy()
        .forEach(
            number ->
                byRequirement.computeIfAbsent(number, none -> new LinkedHashSet<>()).add(known));
    if (fact instanceof HeldCredential) {
      held.add(known);
    }
    size++;
    changed(known);
    return known;
  }

  private void changed(KnownFact known) {
    if (now != null) {
      now = now.isFarFromBefore() ? null : now.changed(known);
    }
  }

  private KnownFact known(Fact fact) {
    Reason reason = WeighedFacts.against(fact, learner, program().vocabulary(), counting);
    VocabularyType type =
        Objects.requireNonNull(program().vocabulary().typeOf(fact), "it was weighed");
    Budget budget = new Budget(evaluator.limits());
    Set<Integer> lookedAtBy = new LinkedHashSet<>();
    List<Candidate> seenAs = new ArrayList<>(1);
    Candidate itself = new Candidate(fact, type, counting.asOf(), budget);
    evaluator.reach().lookingAt(itself, lookedAtBy::add);
    if (reason == null) {
      seenAs.add(itself);
    }
    Seeing seeing = new Seeing(counting);
    for (VocabularyType view : program().views()) {
      if (fact.getClass() == view.record()) {
        Candidate viewed = new Candidate(fact, view, counting.asOf(), budget);
        evaluator.reach().lookingAt(viewed, lookedAtBy::add);
        if (reason == null || seeing.sees(fact, view, ImmutableSet.of())) {
          seenAs.add(viewed);
        }
      }
    }
    return new KnownFact(fact, reason, seenAs, lookedAtBy);
  }

  /**
   * Withdraws a fact.
   *
   * @return what is known of it; null where the record still has it
   * @throws IllegalArgumentException when the record has no such fact
   */
  @Nullable KnownFact withdraw(Fact fact) {
    KnownFact there = all.get(new OrderedKey(fact));
    if (there == null || times(there) == 0) {
      throw new IllegalArgumentException(
          "the record of `"
              + learner.id()
              + "` has no such fact; withdraw a fact as it was added: "
              + fact);
    }
    there.add(-1);
    size--;
    changed(there);
    if (there.times() > 0) {
      return null;
    }
    all.remove(new OrderedKey(fact));
    held.remove(there);
    there
        .lookedAtBy()
        .forEach(number -> byRequirement.getOrDefault(number, Set.of()).remove(there));
    return there;
  }

  /** The learner is there in any case. */
  private int times(KnownFact known) {
    return known.fact().equals(learner) ? known.times() - 1 : known.times();
  }

  /** How many facts the record has, those that are repeated included. */
  int size() {
    return size;
  }

  /** The facts as they are now, which stay as they are there. */
  StepFacts now() {
    if (now == null || now.isFarFromBefore()) {
      now = StepFacts.of(all.values());
    }
    return now;
  }

  /** What the issuers of credentials that the learner holds say now. */
  Standing standing(LocalDate today) {
    List<Fact> counted = new ArrayList<>();
    List<NotCounted> notCounted = new ArrayList<>();
    for (KnownFact known : held) {
      if (known.reason() == null) {
        counted.add(known.fact());
      } else {
        notCounted.add(new StatedNotCounted(known.fact(), known.reason()));
      }
    }
    return Standing.of(program(), evaluator.order(), counted, notCounted, today);
  }

  /** The facts that some of the requirements look at, as rules see them. */
  List<Candidate> lookedAtBy(Collection<Integer> requirements, Budget budget) {
    Set<KnownFact> found = new LinkedHashSet<>();
    requirements.forEach(number -> found.addAll(byRequirement.getOrDefault(number, Set.of())));
    List<Candidate> candidates = new ArrayList<>(found.size() + 1);
    if (!Collections.disjoint(lookAtToday, requirements)) {
      candidates.add(today(budget));
    }
    for (KnownFact known : found) {
      for (Candidate seen : known.seenAs()) {
        candidates.add(new Candidate(known.fact(), seen.type(), counting.asOf(), budget));
      }
    }
    return candidates;
  }

  /** The facts that a requirement looks at, as its patterns see them. */
  List<Candidate> lookedAtBy(int requirement) {
    Set<KnownFact> found = byRequirement.getOrDefault(requirement, Set.of());
    List<Candidate> candidates = new ArrayList<>(found.size());
    found.forEach(known -> candidates.addAll(known.seenAs()));
    return candidates;
  }

  /** The requirements that look at some of the facts. */
  Set<Integer> lookedAt() {
    return byRequirement.keySet();
  }

  /** The credentials of the catalogue that the learner holds in good standing, by number. */
  ImmutableSet<Integer> held(Standing standing, Budget budget) {
    List<Fact> counted =
        held.stream().filter(known -> known.reason() == null).map(KnownFact::fact).toList();
    return new Facts(program().vocabulary(), counted, counting.asOf(), budget)
        .held(program(), standing);
  }

  private Program program() {
    return evaluator.program();
  }
}
