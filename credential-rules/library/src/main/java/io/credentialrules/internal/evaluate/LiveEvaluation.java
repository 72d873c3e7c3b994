package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.internal.engine.Extent;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.listen.Listeners;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.reach.Affected;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one learner, kept up to date while the record changes.
 *
 * <p>The idea: of a change it is known which requirements look at it, and what follows from them.
 * These are settled again, by the engine, over all facts that they look at; what the others said is
 * taken as it is. Where none is left to settle, because what a further fact bears on is satisfied
 * and cannot fail, nothing is.
 *
 * <p>The invariant: after each step it says what an evaluation of the record says. Where that
 * depends on whether a credential was earned once, and where the clock moves, the record is
 * evaluated.
 *
 * <p>The bound: a step costs what evaluating the facts would that the same requirements look at;
 * what else the record has is written out for whoever asks for it ({@link StepFacts}). Rejected: a
 * session of the engine for each learner. What a rule proved is settled for good there, and memory
 * would be held by whoever forgets to close. Used by one thread.
 */
public final class LiveEvaluation {
  private final Evaluator evaluator;
  private final CredentialRules rules;
  private final Listeners listeners;
  private final Learner learner;
  private final @Nullable LocalDate policyDate;
  private ImmutableList<Waiver> waivers;
  private LiveFacts facts;
  private @Nullable LiveTotals totals;
  private RecordEvaluation current;

  /** Evaluates a record. Throws as an evaluation. */
  public LiveEvaluation(
      Evaluator evaluator,
      CredentialRules rules,
      Listeners listeners,
      LearnerRecord record,
      ZonedDateTime asOf) {
    this.evaluator = evaluator;
    this.rules = rules;
    this.listeners = listeners;
    this.learner = record.learner();
    this.policyDate = record.policyDate();
    this.waivers = ImmutableList.copyOf(record.waivers());
    this.current = evaluated(record, asOf);
    this.facts = facts(record, asOf);
  }

  private RecordEvaluation evaluated(LearnerRecord record, ZonedDateTime asOf) {
    return told(
        record.facts().size(),
        () -> evaluator.evaluate(rules, listeners, record, asOf, asOf.toLocalDate()));
  }

  /** Each step is told as an evaluation. */
  private RecordEvaluation told(int size, Supplier<RecordEvaluation> work) {
    return listeners.evaluating(
        evaluator.policyDigest(), size, evaluation -> evaluation.earned().size(), work);
  }

  private LiveFacts facts(LearnerRecord record, ZonedDateTime asOf) {
    LiveFacts all =
        new LiveFacts(evaluator, record.learner(), new Counting(asOf, asOf.toLocalDate()));
    record.facts().forEach(all::add);
    return all;
  }

  /** What is decided now. */
  public RecordEvaluation current() {
    return current;
  }

  /** Moves the clock; back too. What is thrown leaves all as it was. */
  public void moveTo(ZonedDateTime asOf) {
    LearnerRecord record = current.record();
    RecordEvaluation then = evaluated(record, asOf);
    facts = facts(record, asOf);
    totals = null;
    current = then;
  }

  /** Has other waivers. What is thrown leaves all as it was. */
  public void waive(List<Waiver> waivers) {
    Waived waived =
        Waived.of(waivers, evaluator.program(), current.asOf().toLocalDate(), evaluator.limits());
    Set<Integer> touched =
        new LinkedHashSet<>(
            Sets.union(current.weighing().waived().days().keySet(), waived.days().keySet()));
    settle(
        weighed(waivers),
        waived,
        current.weighing().standing(),
        evaluator.reach().from(touched, Set.of()));
    this.waivers = ImmutableList.copyOf(waivers);
  }

  /** Loses facts and gets others, in one step. What is thrown leaves all as it was. */
  public void change(Collection<? extends Fact> withdrawn, Collection<? extends Fact> added) {
    List<Fact> gone = new ArrayList<>();
    List<Fact> come = new ArrayList<>();
    if (totals == null) {
      totals = new LiveTotals(evaluator.program(), facts);
    }
    try {
      List<KnownFact> less = new ArrayList<>();
      List<KnownFact> more = new ArrayList<>();
      for (Fact fact : withdrawn) {
        KnownFact known = facts.withdraw(fact);
        gone.add(fact);
        if (known != null) {
          less.add(known);
        }
      }
      for (Fact fact : added) {
        KnownFact known = facts.add(fact);
        come.add(fact);
        if (known != null) {
          more.add(known);
        }
      }
      WeighedFacts.checkSize(facts.size(), evaluator.limits());
      settle(
          weighed(waivers),
          current.weighing().waived(),
          standing(less, more),
          affected(totals, less, more));
    } catch (RuntimeException failure) {
      come.forEach(facts::withdraw);
      gone.forEach(facts::add);
      totals = null;
      throw failure;
    }
  }

  private WeighedRecord weighed(List<Waiver> waivers) {
    StepFacts now = facts.now();
    return WeighedRecord.later(
        policyDate,
        () ->
            LearnerRecord.builder(learner)
                .addAll(now.facts(learner))
                .waive(waivers.toArray(new Waiver[0]))
                .policyDate(policyDate)
                .build(),
        now::weighed);
  }

  /** It is another one only where a credential that is held came or went. */
  private Standing standing(List<KnownFact> less, List<KnownFact> more) {
    for (KnownFact known : Iterables.concat(less, more)) {
      if (known.fact() instanceof HeldCredential) {
        return facts.standing(current.asOf().toLocalDate());
      }
    }
    return current.weighing().standing();
  }

  private Affected affected(LiveTotals branches, List<KnownFact> less, List<KnownFact> more) {
    SetMultimap<Integer, KnownFact> gone = byRequirement(less);
    SetMultimap<Integer, KnownFact> come = byRequirement(more);
    Set<Integer> touched = Sets.union(gone.keySet(), come.keySet());
    Set<Integer> changed = new LinkedHashSet<>();
    for (int number : touched) {
      if (branches.changes(number, gone.get(number), come.get(number), facts)) {
        changed.add(number);
      }
    }
    Set<Integer> credentials = new LinkedHashSet<>();
    less.forEach(known -> addHeld(known, credentials));
    more.forEach(known -> addHeld(known, credentials));
    Affected affected = evaluator.reach().from(touched, credentials);
    if (affected.looksAtDates()) {
      return affected;
    }
    changed.retainAll(open(less, more));
    return evaluator.reach().from(changed, credentials);
  }

  private static SetMultimap<Integer, KnownFact> byRequirement(List<KnownFact> facts) {
    SetMultimap<Integer, KnownFact> byRequirement = LinkedHashMultimap.create();
    facts.forEach(known -> known.lookedAtBy().forEach(number -> byRequirement.put(number, known)));
    return byRequirement;
  }

  /** What may be settled otherwise: what looks at a fact that is seen, and can fail or is open. */
  private Set<Integer> open(List<KnownFact> less, List<KnownFact> more) {
    Set<Integer> open = new LinkedHashSet<>();
    for (KnownFact known : less) {
      if (!known.seenAs().isEmpty()) {
        open.addAll(known.lookedAtBy());
      }
    }
    for (KnownFact known : more) {
      if (!known.seenAs().isEmpty()) {
        known.lookedAtBy().stream()
            .filter(number -> !current.isSatisfied(number) || !evaluator.reach().isMonotone(number))
            .forEach(open::add);
      }
    }
    return open;
  }

  private void addHeld(KnownFact known, Set<Integer> credentials) {
    if (known.fact() instanceof HeldCredential held) {
      Integer number = evaluator.program().credentialNumbers().get(held.credential());
      if (number != null) {
        credentials.add(number);
      }
    }
  }

  private void settle(WeighedRecord weighed, Waived waived, Standing standing, Affected affected) {
    Weighing before = current.weighing();
    Weighing weighing =
        new Weighing(
            weighed, before.counting(), ImmutableSet.of(), waived, standing, before.once());
    current = told(facts.size(), () -> settled(weighing, affected));
  }

  private RecordEvaluation settled(Weighing weighing, Affected affected) {
    Budget budget = new Budget(evaluator.limits());
    if (!Sets.intersection(affected.credentials(), evaluator.program().askedOnce()).isEmpty()) {
      Evaluator.Settled afresh =
          evaluator.settled(
              weighing.with(ImmutableSet.of(), weighing.facts(), weighing.standing()), budget);
      return evaluation(afresh.weighing(), afresh.verdicts());
    }
    Verdicts before = current.verdicts();
    boolean isNothing = affected.requirements().isEmpty() && affected.credentials().isEmpty();
    return evaluation(
        weighing,
        isNothing
            ? before
            : evaluator.settle(
                weighing,
                facts.lookedAtBy(affected.requirements(), budget),
                facts.held(weighing.standing(), budget),
                Extent.of(before, affected),
                budget));
  }

  private RecordEvaluation evaluation(Weighing weighing, Verdicts verdicts) {
    return new RecordEvaluation(evaluator, rules, listeners, weighing, verdicts);
  }
}
