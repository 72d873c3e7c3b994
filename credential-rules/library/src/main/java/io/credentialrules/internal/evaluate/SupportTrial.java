package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.engine.Extent;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.evaluate.Evaluator.Settled;
import io.credentialrules.internal.plan.Trial;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.reach.Affected;
import io.credentialrules.internal.reach.Support;
import io.credentialrules.policy.syntax.Earned;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a plan's goal rests on, settled for a record and then, trial after trial, for what the facts
 * of a plan change.
 *
 * <p><b>The idea.</b> A trial differs from the record by a few facts. Only requirements that look
 * at one of these are settled again, and then what looks at those whose answer differs; the rest
 * stays as the network has settled it for the record. A requirement whose branches are each one
 * pattern, or one total over one pattern, is settled by the functions and tests that the network
 * calls, without a session of it ({@link LiveBranch}). Any other is settled by the network, alone,
 * once for the same changes.
 *
 * <p><b>The invariant.</b> Of its parts it says what an evaluation of the record with the changes
 * says. It is not for goals that depend on when something was achieved or on what is evidence of
 * what, nor for changes of what the learner holds: those are evaluated as a whole ({@link
 * PlanTrial}). After each trial all is as it was. Used by one thread.
 */
final class SupportTrial {
  private final Evaluator evaluator;
  private final Weighing weighing;
  private final Verdicts verdicts;
  private final Support support;
  private final RecordFacts facts;
  private final ImmutableSet<Integer> held;
  private final SupportParts parts;
  private final Confirmed confirmed;
  private final Likenesses likenesses;
  private final BitSet now = new BitSet();

  SupportTrial(Evaluator evaluator, Settled settled, Support support, Budget budget) {
    this.evaluator = evaluator;
    this.weighing = settled.weighing();
    this.verdicts = settled.verdicts();
    this.support = support;
    this.facts = new RecordFacts(evaluator, weighing, budget);
    this.held = facts.held();
    this.parts = new SupportParts(evaluator.program(), settled, support, facts);
    this.confirmed = new Confirmed(parts);
    this.likenesses = new Likenesses(parts);
    parts.all().forEach(part -> now.set(part.place(), part.before()));
  }

  /** What its parts say of the record with changes. */
  Trial.Answer answer(Trial.Changed changed, Budget budget) {
    List<Candidate> gone = facts.replaced(changed.replaced());
    List<Candidate> come = facts.added(changed.added(), changed.replaced());
    Likenesses.Said said = likenesses.said(gone, come, budget, () -> settled(gone, come, budget));
    return new SupportAnswer(said.holding(), changed, budget);
  }

  private Likenesses.Said settled(List<Candidate> gone, List<Candidate> come, Budget budget) {
    Changes changes = new Changes(budget);
    try {
      gone.forEach(fact -> changes.of(fact, false));
      come.forEach(fact -> changes.of(fact, true));
      parts.all().forEach(changes::settle);
      return new Likenesses.Said((BitSet) now.clone(), changes.told);
    } finally {
      changes.undo();
    }
  }

  /** The changes of one trial. */
  private final class Changes {
    private final Budget budget;
    private final List<Change> all = new ArrayList<>();
    private final Set<Candidate> gone = new HashSet<>();
    private final List<Candidate> come = new ArrayList<>();
    private int told;

    private record Change(SupportPart part, Candidate fact, boolean comes) {}

    private Changes(Budget budget) {
      this.budget = budget;
    }

    private void of(Candidate fact, boolean comes) {
      if (comes) {
        come.add(fact);
      } else {
        gone.add(fact);
      }
      for (SupportPart part : parts.matching(fact)) {
        tell(part, fact, comes);
      }
    }

    private void tell(SupportPart part, Candidate fact, boolean comes) {
      if (part.change(fact, comes)) {
        all.add(new Change(part, fact, comes));
      }
    }

    private void settle(SupportPart part) {
      if (!part.isTouched()) {
        return;
      }
      boolean is = part.isCredential() ? isEarned(part, now) : isSatisfied(part, this);
      if (is == part.before()) {
        return;
      }
      now.set(part.place(), is);
      for (SupportPart reader : part.readers()) {
        Candidate derived = part.derived();
        if (reader.isCredential()) {
          reader.touch();
        } else if (derived != null) {
          told++;
          budget.countWork(1);
          if (reader.looksAt(derived)) {
            tell(reader, derived, is);
          }
        }
      }
    }

    private void undo() {
      for (int i = all.size() - 1; i >= 0; i--) {
        all.get(i).part().undo(all.get(i).fact(), all.get(i).comes());
      }
      for (SupportPart part : parts.all()) {
        part.rest();
        now.set(part.place(), part.before());
      }
    }
  }

  private boolean isEarned(SupportPart part, BitSet holding) {
    int number = part.number();
    if (held.contains(number) || weighing.standing().withdrawn().containsKey(number)) {
      return held.contains(number);
    }
    for (Way way : program().credentials().get(number).ways()) {
      if (isComplete(way, holding)) {
        return true;
      }
    }
    return false;
  }

  private boolean isComplete(Way way, BitSet holding) {
    for (int number : way.requires()) {
      if (!holding.get(parts.inRequirement(number).place())) {
        return false;
      }
    }
    return parts.isInForce(way.rule().header().window(), way.rule().settings().versionBy());
  }

  private boolean isSatisfied(SupportPart part, Changes changes) {
    if (weighing.waived().requirements().containsKey(part.number())) {
      return true;
    }
    return part.isFollowed()
        ? part.holds()
        : part.settled(changes.budget, () -> byNetwork(part, changes));
  }

  /** Settles one requirement over all facts, with what it looks at as it is now. */
  private boolean byNetwork(SupportPart part, Changes changes) {
    Set<Integer> met = new HashSet<>();
    Set<Integer> earned = new HashSet<>();
    for (int number : part.part().requirements()) {
      if (now.get(parts.inRequirement(number).place())) {
        met.add(number);
      }
    }
    for (int number : part.part().credentials()) {
      if (now.get(parts.inCredential(number).place())) {
        earned.add(number);
      }
    }
    Affected alone =
        new Affected(
            ImmutableSet.of(part.number()),
            ImmutableSet.of(),
            ImmutableSet.copyOf(met),
            ImmutableSet.copyOf(earned),
            false);
    Budget budget = changes.budget.again();
    return evaluator
        .settle(
            weighing,
            facts.with(changes.gone, changes.come, part::looksAt, budget),
            ImmutableSet.of(),
            Extent.of(Verdicts.of(met, earned), alone),
            budget)
        .satisfied(part.number());
  }

  /** Whether sessions of the network say that the goal is earned with changes. */
  boolean isConfirmed(Trial.Changed changed, Budget spent) {
    Set<Candidate> gone = new HashSet<>(facts.replaced(changed.replaced()));
    List<Candidate> come = facts.added(changed.added(), changed.replaced());
    return confirmed.isEarned(gone, come, this::isEarned, () -> session(gone, come, spent.again()));
  }

  /** All that the goal rests on, settled with changes. */
  private Verdicts session(Set<Candidate> gone, List<Candidate> come, Budget budget) {
    return evaluator.settle(
        weighing,
        facts.with(gone, come, fact -> !parts.matching(fact).isEmpty(), budget),
        held,
        Extent.of(new Verdicts(), support.all()),
        budget);
  }

  private Program program() {
    return evaluator.program();
  }

  /** Of what is no part of it, what was settled for the record. */
  private final class SupportAnswer implements Trial.Answer {
    private final BitSet holding;
    private final Trial.Changed changed;
    private final Budget budget;

    private SupportAnswer(BitSet holding, Trial.Changed changed, Budget budget) {
      this.holding = holding;
      this.changed = changed;
      this.budget = budget;
    }

    @Override
    public boolean satisfied(int requirement) {
      SupportPart part = parts.requirement(requirement);
      return part == null ? verdicts.satisfied(requirement) : holding.get(part.place());
    }

    @Override
    public boolean earned(int credential) {
      SupportPart part = parts.credential(credential);
      return part == null ? verdicts.earned(credential) : holding.get(part.place());
    }

    @Override
    public List<Integer> allSatisfied() {
      return all(false);
    }

    @Override
    public List<Integer> allEarned() {
      return all(true);
    }

    private List<Integer> all(boolean areCredentials) {
      return parts.all().stream()
          .filter(part -> part.isCredential() == areCredentials && holding.get(part.place()))
          .map(SupportPart::number)
          .toList();
    }

    @Override
    public Earned dated(int credential) {
      Weighing then =
          evaluator
              .settled(changed.record().get(), weighing.asOf(), weighing.knownOn(), budget)
              .weighing();
      return evaluator.dated(then, budget.again()).apply(credential);
    }

    @Override
    public ImmutableSet<Integer> lapsed() {
      return ImmutableSet.of();
    }

    @Override
    public ImmutableSet<Integer> withdrawn() {
      return ImmutableSet.copyOf(weighing.standing().withdrawn().keySet());
    }
  }
}
