package io.credentialrules.internal.evaluate;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.Waiver;
import io.credentialrules.internal.compile.Verdicts;
import io.credentialrules.internal.explain.Explanation;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.vocabulary.Fact;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Knows at once what is earned, and works out why when it is asked. */
final class RecordEvaluation implements Evaluation {

  /**
   * Facts that do not count, and the state of a requirement that they would meet; the nearest
   * first.
   */
  private enum Wider {
    PENDING(RequirementState.PENDING_REVIEW, Reason.UNVETTED, Reason.VETTED_LATER),
    IN_PROGRESS(RequirementState.IN_PROGRESS, Reason.IN_PROGRESS),
    EXPIRED(RequirementState.EXPIRED, Reason.EXPIRED),
    REVOKED(RequirementState.REVOKED, Reason.REVOKED, Reason.SUSPENDED);

    private final RequirementState state;
    private final ImmutableSet<Reason> reasons;

    Wider(RequirementState state, Reason first, Reason... more) {
      this.state = state;
      this.reasons = Sets.immutableEnumSet(first, more);
    }
  }

  /** What would be satisfied if further facts counted. */
  private record Outlook(RequirementState state, Verdicts verdicts) {}

  private final Evaluator evaluator;
  private final LearnerRecord record;
  private final ZonedDateTime asOf;
  private final WeighedFacts facts;
  private final Waived waived;
  private final Verdicts verdicts;
  private final Supplier<List<Outlook>> outlooks = Suppliers.memoize(this::lookFurther);

  RecordEvaluation(
      Evaluator evaluator,
      LearnerRecord record,
      ZonedDateTime asOf,
      WeighedFacts facts,
      Waived waived,
      Verdicts verdicts) {
    this.evaluator = evaluator;
    this.record = record;
    this.asOf = asOf;
    this.facts = facts;
    this.waived = waived;
    this.verdicts = verdicts;
  }

  @Override
  public LearnerRecord record() {
    return record;
  }

  @Override
  public ZonedDateTime asOf() {
    return asOf;
  }

  @Override
  public String policyDigest() {
    return evaluator.policyDigest();
  }

  @Override
  public boolean isEarned(String credential) {
    return verdicts.earned(number(credential));
  }

  @Override
  public List<String> earned() {
    return program().credentials().stream()
        .filter(award -> verdicts.earned(award.number()))
        .map(award -> award.credential().id())
        .toList();
  }

  @Override
  public Decision decision(String credential) {
    return explanation().decision(program().credentials().get(number(credential)));
  }

  @Override
  public List<Decision> decisions() {
    Explanation explanation = explanation();
    List<Decision> decisions = new ArrayList<>();
    for (Award award : program().credentials()) {
      decisions.add(explanation.decision(award));
    }
    return decisions;
  }

  @Override
  public RequirementResult requirement(String id) {
    Integer number = program().requirementNumbers().get(id);
    if (number == null) {
      throw new IllegalArgumentException("the policy has no requirement `" + id + "`");
    }
    return explanation().requirement(number);
  }

  @Override
  public List<Fact> counted() {
    return facts.counted().stream().sorted(WeighedFacts.CANONICAL).toList();
  }

  @Override
  public List<NotCounted> notCounted() {
    List<NotCounted> sorted = new ArrayList<>(facts.notCounted());
    sorted.sort(Comparator.comparing(NotCounted::fact, WeighedFacts.CANONICAL));
    return sorted;
  }

  @Override
  public List<Waiver> unknownWaivers() {
    return waived.unknown();
  }

  private Program program() {
    return evaluator.program();
  }

  private int number(String credential) {
    Integer number = program().credentialNumbers().get(credential);
    if (number == null) {
      throw new IllegalArgumentException(
          "the catalogue has no credential `"
              + credential
              + "`; it has "
              + String.join(
                  ", ",
                  program().credentials().stream()
                      .map(award -> award.credential().id())
                      .limit(20)
                      .toList()));
    }
    return number;
  }

  private Explanation explanation() {
    return evaluator.explanation(
        record, asOf, waived, facts.counted(), notCounted(), verdicts, this::stateByWiderFacts);
  }

  private RequirementState stateByWiderFacts(int requirement) {
    for (Outlook outlook : Objects.requireNonNull(outlooks.get())) {
      if (outlook.verdicts().satisfied(requirement)) {
        return outlook.state();
      }
    }
    return RequirementState.UNMET;
  }

  /**
   * Each kind of facts alone, then together with the nearer kinds; only kinds that the record has.
   */
  private List<Outlook> lookFurther() {
    List<Outlook> alone = new ArrayList<>();
    List<Outlook> together = new ArrayList<>();
    List<Fact> all = new ArrayList<>(facts.counted());
    boolean hasNearer = false;
    for (Wider wider : Wider.values()) {
      List<Fact> further =
          facts.notCounted().stream()
              .filter(fact -> wider.reasons.contains(fact.reason()))
              .map(NotCounted::fact)
              .toList();
      if (further.isEmpty()) {
        continue;
      }
      List<Fact> counted = new ArrayList<>(facts.counted());
      counted.addAll(further);
      alone.add(new Outlook(wider.state, evaluator.settle(record, asOf, waived, counted)));
      all.addAll(further);
      if (hasNearer) {
        together.add(new Outlook(wider.state, evaluator.settle(record, asOf, waived, all)));
      }
      hasNearer = true;
    }
    alone.addAll(together);
    return List.copyOf(alone);
  }
}
