package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the condition that a fact of a plan is for says a demand already, so that a sentence that
 * has the condition need not say it again.
 */
final class StatedInCondition {
  private final List<Draft> drafts;
  private final Draft draft;
  private final PlanStart start;
  private final boolean isOfSeveralTotals;

  StatedInCondition(PlanStart start, List<Draft> drafts, int number) {
    this.start = start;
    this.drafts = drafts;
    this.draft = drafts.get(number);
    this.isOfSeveralTotals = draft.origin().amount() == null && comparesTotals();
  }

  /**
   * Whether the condition compares several totals, so that its sentence is about the facts of each,
   * and does not say which of them this one is.
   */
  private boolean comparesTotals() {
    Set<Step.Total> totals = new HashSet<>();
    start
        .program()
        .requirements()
        .get(draft.origin().requirement())
        .visit(step -> addTotal(step, totals));
    Set<Integer> results = new HashSet<>();
    totals.forEach(total -> total.functions().forEach(one -> results.add(one.slot())));
    for (Step.Total total : totals) {
      Set<Integer> others = new HashSet<>(results);
      total.functions().forEach(own -> others.remove(own.slot()));
      for (Test test : total.tests()) {
        boolean readsOther =
            start.operands(test).reads().stream()
                .anyMatch(read -> read.field() == null && others.contains(read.slot()));
        if (readsOther && total.source().equals(draft.origin().condition())) {
          return true;
        }
      }
    }
    return false;
  }

  private static void addTotal(Step step, Set<Step.Total> totals) {
    if (step instanceof Step.Total total) {
      totals.add(total);
    }
  }

  boolean says(FieldDemands field, StatedDemand demand) {
    if (draft.base() != null || isOfSeveralTotals) {
      return false;
    }
    return switch (demand.relation()) {
      case DIFFERENT ->
          isCounted(field)
              && demand.steps().stream().allMatch(step -> isForTheSame(drafts.get(step)));
      case SAME -> false;
      case GIVEN, NONE_OF -> isCounted(field) || isOfThePattern(field, demand);
      case AT_LEAST -> isAdded(field) || isOfThePattern(field, demand);
      default -> isOfThePattern(field, demand);
    };
  }

  private boolean isAdded(FieldDemands field) {
    Draft.Amount amount = draft.origin().amount();
    return amount != null && field.field().name().equals(amount.field());
  }

  private boolean isForTheSame(Draft other) {
    return other.origin().condition().equals(draft.origin().condition());
  }

  /** Whether the fact is there to have one more different value in this field. */
  private boolean isCounted(FieldDemands field) {
    Step.Function function = draft.origin().function();
    Operands.Read read =
        function == null || function.argument() == null
            ? null
            : Operands.onlyRead(function.argument());
    return function != null
        && function.kind() == Aggregation.COUNT_DISTINCT
        && read != null
        && field.field().name().equals(read.field());
  }

  /** Whether the pattern alone excludes whatever the demand excludes. */
  private boolean isOfThePattern(FieldDemands field, StatedDemand demand) {
    Step.Match pattern = draft.origin().pattern();
    if (pattern == null || (pattern.type() != draft.type() && !isHeld(pattern, field))) {
      return false;
    }
    FieldDemands only = field.with(List.of(demand));
    Set<Object> counted = isCounted(field) ? onRecord(field) : Set.of();
    for (Optional<Object> value : field.domain()) {
      boolean isSaidToDiffer = value.isPresent() && counted.contains(value.get());
      if (!only.allows(value.orElse(null), Map.of())
          && !isSaidToDiffer
          && passes(pattern, field, value)) {
        return false;
      }
    }
    return true;
  }

  private Set<Object> onRecord(FieldDemands field) {
    Set<Object> values = new HashSet<>();
    for (Candidate candidate : start.candidates(draft.type(), start.empty())) {
      Object value = Domain.canonical(candidate.value(field.field()));
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** Whether it is which credential is held where the pattern says which is to be earned. */
  private boolean isHeld(Step.Match pattern, FieldDemands field) {
    return pattern.type().name().equals(Vocabulary.EARNED)
        && draft.fact() instanceof HeldCredential
        && field.field().name().equals("credential");
  }

  private boolean passes(Step.Match pattern, FieldDemands field, Optional<Object> value) {
    if (isHeld(pattern, field)) {
      return pattern.referents().stream()
          .map(number -> start.program().credentials().get(number).credential().id())
          .anyMatch(id -> value.equals(Optional.of(id)));
    }
    Draft other = start.drafts().changed(draft, Map.of(field.field().name(), value));
    Candidate candidate = other == null ? null : other.candidate();
    Slots slots = Slots.empty(pattern.slot() + 1);
    slots.put(pattern.slot(), candidate);
    for (Test test : pattern.own()) {
      boolean looksAtIt = start.operands(test).reads(pattern.slot(), field.field().name());
      if (candidate == null || (looksAtIt && !Passing.passes(test, slots))) {
        return false;
      }
    }
    return true;
  }
}
