package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.LearnerRecord;
import io.credentialrules.internal.engine.Extent;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.evaluate.Evaluator.Settled;
import io.credentialrules.internal.plan.Trial;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.reach.Support;
import io.credentialrules.internal.timeline.Timeline;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what the rules would say of the records that a plan for one credential would lead to: by
 * what the changes bear on where that can be told, otherwise by weighing the whole record. Used by
 * one thread.
 */
final class PlanTrial implements Trial {
  /** What a fact of the record costs, in units of work, when the record is settled as a whole. */
  private static final int WORK_OF_A_FACT = 7;

  private final Evaluator evaluator;
  private final Settled settled;
  private final Counting counting;
  private final Support support;
  private final Map<Changes, Answer> wholes = new HashMap<>();
  private @Nullable SupportTrial parts;

  /** All that the rules can tell two trials by. */
  private record Changes(Set<Fact> replaced, Set<Fact> added) {}

  /** From a record that is settled. */
  PlanTrial(Evaluator evaluator, Settled settled, int credential) {
    this(evaluator, settled, Support.of(evaluator.program(), credential));
  }

  /** From a record that is settled, for a credential that is known to rest on something. */
  PlanTrial(Evaluator evaluator, Settled settled, Support support) {
    this.evaluator = evaluator;
    this.settled = settled;
    this.counting = settled.weighing().counting();
    this.support = support;
  }

  @Override
  public Answer answer(Changed changed, Budget budget) {
    if (isOfParts(changed)) {
      countWork(budget);
      return parts(budget).answer(changed, budget);
    }
    return whole(changed, budget);
  }

  @Override
  public boolean isConfirmed(Changed changed, Budget budget) {
    if (isOfParts(changed)) {
      countWork(budget);
      return parts(budget).isConfirmed(changed, budget);
    }
    return whole(changed, budget).earned(support.goal());
  }

  @Override
  public boolean isConfirmed(List<Candidate> facts, Budget budget) {
    Verdicts before = settled.verdicts();
    return evaluator
        .settle(
            settled.weighing(),
            facts,
            ImmutableSet.of(),
            Extent.of(before, support.missing(before::satisfied, before::earned)),
            budget.again())
        .earned(support.goal());
  }

  /** Whether what the changes bear on can be told, and settled alone. */
  private boolean isOfParts(Changed changed) {
    return !support.looksAtDates() && !isTooLarge(changed) && !changesHoldings(changed);
  }

  /** What is saved is not spent on a longer search, so that a plan does not depend on it. */
  private void countWork(Budget budget) {
    budget.countWork(WORK_OF_A_FACT * settled.weighing().record().facts().size());
  }

  private SupportTrial parts(Budget budget) {
    SupportTrial known = parts;
    if (known == null) {
      known = new SupportTrial(evaluator, settled, support, budget);
      parts = known;
    }
    return known;
  }

  /** More facts than the limits allow: whoever weighs the record says so. */
  private boolean isTooLarge(Changed changed) {
    int facts = settled.weighing().record().facts().size() + changed.added().size();
    return facts > evaluator.limits().maxFacts();
  }

  private static boolean changesHoldings(Changed changed) {
    for (Candidate added : changed.added()) {
      if (added.fact() instanceof HeldCredential) {
        return true;
      }
    }
    for (Fact replaced : changed.replaced()) {
      if (replaced instanceof HeldCredential) {
        return true;
      }
    }
    return false;
  }

  private Answer whole(Changed changed, Budget budget) {
    Changes changes =
        new Changes(
            changed.replaced(),
            changed.added().stream()
                .map(one -> (Fact) one.fact())
                .collect(Collectors.toUnmodifiableSet()));
    Answer answer = wholes.get(changes);
    if (answer == null) {
      answer = whole(changed.record().get(), budget);
      wholes.put(changes, answer);
    }
    return answer;
  }

  private Answer whole(LearnerRecord record, Budget budget) {
    Settled then = evaluator.settled(record, counting.asOf(), counting.knownOn(), budget);
    Weighing weighing = then.weighing();
    return new Whole(
        then.verdicts(),
        ImmutableSet.copyOf(weighing.once().keySet()),
        ImmutableSet.copyOf(weighing.standing().withdrawn().keySet()),
        evaluator.dated(weighing, budget.again()));
  }

  /** What the network says of all rules. */
  private record Whole(
      Verdicts verdicts,
      ImmutableSet<Integer> lapsed,
      ImmutableSet<Integer> withdrawn,
      IntFunction<Earned> when)
      implements Answer {
    @Override
    public boolean satisfied(int requirement) {
      return verdicts.satisfied(requirement);
    }

    @Override
    public boolean earned(int credential) {
      return verdicts.earned(credential);
    }

    @Override
    public List<Integer> allSatisfied() {
      return verdicts.requirementsInTurn();
    }

    @Override
    public List<Integer> allEarned() {
      return verdicts.credentialsInTurn();
    }

    @Override
    public Earned dated(int credential) {
      return when.apply(credential);
    }
  }

  @Override
  public @Nullable LocalDate eligibleFrom(Changed changed, Budget budget) {
    countWork(budget);
    Weighing weighing =
        changed.isNothing()
            ? settled.weighing()
            : evaluator.weighing(changed.record().get(), counting.asOf(), counting.knownOn());
    Timeline timeline = evaluator.timeline(weighing, counting.knownOn(), budget.again());
    LocalDate today = counting.asOf().toLocalDate();
    int goal = support.goal();
    if (!mayChange(weighing, timeline)) {
      return answer(changed, budget).earned(goal) ? today.plusDays(1) : null;
    }
    return new Forecast(evaluator, weighing, timeline, budget.again()).next(goal, today, true);
  }

  /** Whether the goal can be earned or lost by waiting alone. */
  boolean mayChange(Budget budget) {
    Weighing weighing = settled.weighing();
    return mayChange(weighing, evaluator.timeline(weighing, counting.knownOn(), budget.again()));
  }

  private boolean mayChange(Weighing weighing, Timeline timeline) {
    return timeline.mayChangeByDay(support.goal())
        || timeline.recordChangesAfter(counting.asOf().toLocalDate())
        || weighing.facts().notCounted().stream()
            .anyMatch(not -> Forecast.reviewedLater(not.fact(), counting.knownOn()) != null);
  }

  @Override
  public boolean sees(Fact fact, VocabularyType view) {
    return new Seeing(counting).sees(fact, view, ImmutableSet.of());
  }

  @Override
  public boolean counts(Fact fact) {
    VocabularyType type =
        Objects.requireNonNull(evaluator.program().vocabulary().typeOf(fact), "a registered type");
    return counting.against(fact, type) == null;
  }
}
