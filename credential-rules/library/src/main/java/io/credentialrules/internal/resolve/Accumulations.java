package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves an accumulate: its source, its functions and what is asked of their results. */
final class Accumulations {
  private static final int MOST_PATTERNS_SUMMED = 4;

  private final Conditions conditions;
  private final Findings findings;

  Accumulations(Conditions conditions, Findings findings) {
    this.conditions = conditions;
    this.findings = findings;
  }

  @Nullable Step resolve(Condition.Accumulate accumulate, Scope scope) {
    Condition.GroupBy groupBy =
        accumulate.source() instanceof Condition.GroupBy groups ? groups : null;
    Scope inner = scope.inner();
    List<Step> steps =
        steps(groupBy == null ? accumulate.source() : groupBy.each().source(), inner);
    if (steps == null) {
      return null;
    }
    Scope summed = groupBy == null ? inner : scope.inner();
    GroupedBy grouping = groupBy == null ? null : grouping(groupBy, steps, inner, summed);
    if (groupBy != null && grouping == null) {
      return null;
    }
    Set<Integer> filled = grouping == null ? filled(steps) : grouping.fills();
    String counted =
        groupBy == null || grouping == null
            ? Units.plural(steps)
            : Units.ofGroups(groupBy, grouping.key());
    List<Step.Function> functions =
        new TotalFunctions(conditions.vocabulary(), findings)
            .of(
                accumulate,
                new TotalFunctions.Source(
                    steps,
                    filled,
                    grouping == null ? TotalFunctions.NONE : grouping.slot(),
                    counted,
                    summed,
                    scope));
    if (functions == null) {
      return null;
    }
    scope.oneTotal(functions.stream().map(Step.Function::slot).toList());
    List<Test> tests = conditions.tests(accumulate.constraints(), scope, null);
    return tests == null ? null : new Step.Total(steps, grouping, functions, tests, accumulate);
  }

  private @Nullable List<Step> steps(Condition source, Scope inner) {
    List<List<Condition>> branches = Branching.expand(source);
    if (branches.size() > 1) {
      findings.error(source.span(), ConditionFaults.sourceOfAccumulateAlternatives());
      return null;
    }
    List<Step> steps = conditions.resolve(branches.get(0), inner);
    if (steps == null) {
      return null;
    }
    if (steps.stream().noneMatch(Step.Match.class::isInstance)) {
      findings.error(source.span(), ConditionFaults.nothingToAccumulate());
      return null;
    }
    if (steps.stream().filter(Step.Match.class::isInstance).count() > MOST_PATTERNS_SUMMED) {
      findings.error(source.span(), ConditionFaults.tooManyPatterns(MOST_PATTERNS_SUMMED));
      return null;
    }
    if (steps.stream().anyMatch(Step.Total.class::isInstance)) {
      findings.error(source.span(), ConditionFaults.sourceOfAccumulateNested());
      return null;
    }
    return steps;
  }

  private static Set<Integer> filled(List<Step> steps) {
    Set<Integer> filled = new HashSet<>();
    steps.forEach(step -> filled.addAll(step.fills()));
    return filled;
  }

  /** How facts are grouped, with the names of a group put into its scope. */
  private @Nullable GroupedBy grouping(
      Condition.GroupBy groupBy, List<Step> steps, Scope inner, Scope groups) {
    Value key =
        new Expressions(conditions.vocabulary(), inner, null, findings).resolve(groupBy.key());
    if (key == null) {
      return null;
    }
    if (!filled(steps).containsAll(key.slots()) || key.isLiteral() || isOfDay(key, steps)) {
      findings.error(groupBy.key().span(), ValueFaults.badArgumentGroup());
      return null;
    }
    int slot = groups.newSlot();
    String variable = groupBy.variable();
    if (variable != null) {
      if (groups.variable(variable) != null || inner.variable(variable) != null) {
        findings.error(groupBy.key().span(), ConstraintFaults.variableBoundTwice(variable));
        return null;
      }
      groups.bind(variable, new Value.Slot(slot, key.type(), key.unit()));
    }
    List<Step.Function> functions =
        new TotalFunctions(conditions.vocabulary(), findings)
            .of(
                groupBy.each(),
                new TotalFunctions.Source(
                    steps, filled(steps), TotalFunctions.NONE, Units.plural(steps), inner, groups));
    if (functions == null) {
      return null;
    }
    List<Integer> own = new ArrayList<>(functions.stream().map(Step.Function::slot).toList());
    own.add(slot);
    groups.oneTotal(own);
    List<Test> tests = conditions.tests(groupBy.each().constraints(), groups, null);
    if (tests == null) {
      return null;
    }
    for (Test test : tests) {
      if (!own.containsAll(test.slots())) {
        findings.error(test.source().span(), ValueFaults.badArgumentGroupTest());
        return null;
      }
    }
    return new GroupedBy(slot, key, functions, tests);
  }

  /** Whether it is computed from the day of the evaluation, which is none of the facts. */
  private static boolean isOfDay(Value key, List<Step> steps) {
    return steps.stream()
        .anyMatch(
            step ->
                step instanceof Step.Match match
                    && match.type().name().equals(Vocabulary.TODAY)
                    && key.slots().contains(match.slot()));
  }
}
