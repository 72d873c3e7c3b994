package io.credentialrules.internal.evaluate;

import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Limits;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementState;
import io.credentialrules.internal.compile.RuleNetwork;
import io.credentialrules.internal.compile.Verdicts;
import io.credentialrules.internal.explain.Explanation;
import io.credentialrules.internal.explain.Situation;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.vocabulary.Fact;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;

/** Weighs records with compiled rules. Immutable and thread-safe. */
public final class Evaluator {
  private final Program program;
  private final RuleNetwork network;
  private final Limits limits;
  private final String policyDigest;

  /** Builds the network of a program. */
  public Evaluator(Program program, Limits limits, String policyDigest) {
    this.program = program;
    this.network = new RuleNetwork(program);
    this.limits = limits;
    this.policyDigest = policyDigest;
  }

  /** Weighs a record. */
  public Evaluation evaluate(LearnerRecord record, ZonedDateTime asOf) {
    WeighedFacts facts = WeighedFacts.of(record, program.vocabulary(), asOf, limits);
    Waived waived = Waived.of(record.waivers(), program, asOf.toLocalDate());
    Verdicts verdicts = settle(record, asOf, waived, facts.counted());
    return new RecordEvaluation(this, record, asOf, facts, waived, verdicts);
  }

  Verdicts settle(
      LearnerRecord record, ZonedDateTime asOf, Waived waived, Collection<Fact> counted) {
    Budget budget = new Budget(limits);
    Facts facts = new Facts(program.vocabulary(), counted, asOf, budget);
    List<Integer> held = facts.held(program);
    return network.settle(
        facts.all(),
        waived.requirements().keySet(),
        held,
        asOf,
        record.policyDate(),
        budget,
        limits,
        (way, verdicts) -> isValid(record, asOf, waived, counted, way, verdicts));
  }

  private boolean isValid(
      LearnerRecord record,
      ZonedDateTime asOf,
      Waived waived,
      Collection<Fact> counted,
      Way way,
      Verdicts verdicts) {
    return explanation(
            record, asOf, waived, counted, List.of(), verdicts, number -> RequirementState.UNMET)
        .isValid(way);
  }

  /**
   * Made afresh for each question, because it remembers within one question and is used by one
   * thread.
   */
  Explanation explanation(
      LearnerRecord record,
      ZonedDateTime asOf,
      Waived waived,
      Collection<Fact> counted,
      List<NotCounted> notCounted,
      Verdicts verdicts,
      IntFunction<RequirementState> stateByWiderFacts) {
    List<Fact> sorted = new ArrayList<>(counted);
    sorted.sort(WeighedFacts.CANONICAL);
    Budget budget = new Budget(limits);
    Facts facts = new Facts(program.vocabulary(), sorted, asOf, budget);
    return new Explanation(
        program,
        new Situation(program, facts.all(), verdicts, asOf, record.policyDate(), budget),
        notCounted,
        waived.requirements(),
        stateByWiderFacts);
  }

  Program program() {
    return program;
  }

  Limits limits() {
    return limits;
  }

  String policyDigest() {
    return policyDigest;
  }
}
