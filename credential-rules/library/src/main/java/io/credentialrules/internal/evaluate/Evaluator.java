package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Limits;
import io.credentialrules.NotCounted;
import io.credentialrules.internal.engine.Completion;
import io.credentialrules.internal.engine.Given;
import io.credentialrules.internal.engine.RuleNetwork;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.explain.Explanation;
import io.credentialrules.internal.explain.Outlook;
import io.credentialrules.internal.explain.Situation;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.vocabulary.Fact;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Weighs records with compiled rules. Immutable and thread-safe. */
public final class Evaluator {
  private final Program program;
  private final RuleNetwork network;
  private final Limits limits;
  private final String policyDigest;
  private final CanonicalOrder order;

  /** Builds the network of a program. */
  public Evaluator(Program program, Limits limits, String policyDigest) {
    this.program = program;
    this.network = new RuleNetwork(program);
    this.limits = limits;
    this.policyDigest = policyDigest;
    this.order = new CanonicalOrder(program);
  }

  /** Weighs a record. */
  public RecordEvaluation evaluate(LearnerRecord record, ZonedDateTime asOf) {
    Budget budget = new Budget(limits);
    Weighing weighing = weighing(record, asOf);
    Verdicts verdicts = settle(weighing, budget);
    if (!program.askedOnce().stream().allMatch(verdicts::earned)) {
      weighing =
          weighing.with(
              new History(program, record, asOf).earnedBefore(this, program.askedOnce(), budget));
      verdicts = weighing.once().isEmpty() ? verdicts : settle(weighing, budget.again());
    }
    return new RecordEvaluation(this, weighing, verdicts);
  }

  public Weighing weighing(LearnerRecord record, ZonedDateTime asOf) {
    WeighedFacts facts = WeighedFacts.of(record, program.vocabulary(), asOf, limits);
    return new Weighing(
        record,
        asOf,
        facts,
        Waived.of(record.waivers(), program, asOf.toLocalDate()),
        Standing.of(program, order, facts.counted(), facts.notCounted(), asOf.toLocalDate()),
        ImmutableSortedMap.of());
  }

  public Verdicts settle(Weighing weighing, Budget budget) {
    Facts facts =
        new Facts(program.vocabulary(), weighing.facts().counted(), weighing.asOf(), budget);
    return network.settle(
        new Given(
            facts.all(),
            ImmutableSet.copyOf(weighing.waived().requirements().keySet()),
            facts.held(program, weighing.standing()),
            weighing.once().keySet(),
            weighing.standing().withdrawn().keySet(),
            weighing.asOf(),
            weighing.record().policyDate(),
            budget),
        limits,
        completion(weighing, budget.again()));
  }

  /**
   * One explanation for all questions of one evaluation: what a rule depends on is settled when it
   * is asked about, so what was worked out stays true.
   */
  private Completion completion(Weighing weighing, Budget budget) {
    AtomicReference<@Nullable Explanation> shared = new AtomicReference<>();
    return (way, verdicts) -> {
      Explanation explanation = shared.get();
      if (explanation == null) {
        explanation = explanation(weighing, verdicts, Outlook.NONE, budget);
        shared.set(explanation);
      }
      budget.refill();
      return explanation.isComplete(way);
    };
  }

  /**
   * Made afresh for each question, because it remembers within one question and is used by one
   * thread.
   */
  public Explanation explanation(
      Weighing weighing, Verdicts verdicts, Outlook outlook, Budget budget) {
    List<Fact> counted = order.sorted(weighing.facts().counted());
    List<NotCounted> notCounted = order.sortedNotCounted(weighing.facts().notCounted());
    Facts facts = new Facts(program.vocabulary(), counted, weighing.asOf(), budget);
    return new Explanation(
        program,
        new Situation(
            program,
            facts.all(),
            verdicts,
            weighing.once(),
            weighing.asOf(),
            weighing.record().policyDate(),
            budget),
        notCounted,
        weighing.standing().withdrawn(),
        weighing.waived().requirements(),
        outlook);
  }

  public Program program() {
    return program;
  }

  public CanonicalOrder order() {
    return order;
  }

  public Limits limits() {
    return limits;
  }

  public String policyDigest() {
    return policyDigest;
  }
}
