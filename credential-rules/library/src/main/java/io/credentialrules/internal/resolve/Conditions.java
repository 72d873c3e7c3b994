package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.NameFaults;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.Scale;
import io.credentialrules.vocabulary.Learner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves the conditions of one branch. Returns null where it has reported a problem. */
final class Conditions {
  private final Vocabulary vocabulary;
  private final List<Scale> scales;
  private final boolean onceEarned;
  private final Findings findings;

  /**
   * With the scales of the rule.
   *
   * @param onceEarned whether {@code Earned} is also true of a credential that was earned and is
   *     not any more
   */
  Conditions(Vocabulary vocabulary, List<Scale> scales, boolean onceEarned, Findings findings) {
    this.vocabulary = vocabulary;
    this.scales = scales;
    this.onceEarned = onceEarned;
    this.findings = findings;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  @Nullable List<Step> resolve(List<Condition> conditions, Scope scope) {
    List<Step> steps = new ArrayList<>();
    boolean complete = true;
    for (Condition condition : conditions) {
      Interruption.check();
      Step step = resolve(condition, scope);
      if (step == null) {
        BoundNames.in(condition).keySet().forEach(scope::spoil);
        complete = false;
      } else {
        steps.add(step);
      }
    }
    return complete ? steps : null;
  }

  private @Nullable Step resolve(Condition condition, Scope scope) {
    if (condition instanceof Condition.Pattern pattern) {
      return pattern(pattern, scope);
    }
    if (condition instanceof Condition.Not not) {
      List<Step> steps = group(not.part(), scope.inner());
      return steps == null ? null : new Step.None(steps, not);
    }
    if (condition instanceof Condition.Exists exists) {
      List<Step> steps = group(exists.part(), scope.inner());
      return steps == null ? null : new Step.Some(steps, exists);
    }
    if (condition instanceof Condition.ForAll forAll) {
      return forAll(forAll, scope.inner());
    }
    if (condition instanceof Condition.Accumulate accumulate) {
      return new Accumulations(this, findings).resolve(accumulate, scope);
    }
    throw new IllegalStateException("branches hold no " + condition.getClass().getSimpleName());
  }

  /**
   * The conditions within {@code not} or {@code exists}, whose alternatives are expanded already.
   */
  private @Nullable List<Step> group(Condition condition, Scope inner) {
    List<Step> steps = resolve(Branching.expand(condition).get(0), inner);
    if (steps != null && steps.stream().anyMatch(Step.Total.class::isInstance)) {
      findings.error(condition.span(), ConditionFaults.accumulateInNot());
      return null;
    }
    return steps;
  }

  private Step.@Nullable Match pattern(Condition.Pattern pattern, Scope scope) {
    VocabularyType type = vocabulary.type(pattern.type());
    if (type == null) {
      findings.error(
          pattern.typeSpan(),
          NameFaults.unknownType(pattern.type(), new MeantTypes(vocabulary).hint(pattern.type())));
      return null;
    }
    if (!pattern.including().isEmpty()) {
      if (type.isDerived() || type.record() == Learner.class) {
        findings.error(pattern.span(), ConditionFaults.nothingToInclude(type.name()));
        return null;
      }
      type = type.including(pattern.including());
    }
    int slot = scope.newSlot();
    Value.Slot self = scope.shared(Value.Slot.ofFact(slot, type));
    String variable = pattern.variable();
    if (variable != null) {
      if (scope.variable(variable) != null) {
        findings.error(pattern.span(), ConstraintFaults.variableBoundTwice(variable));
        return null;
      }
      scope.bind(variable, self);
    }
    List<Test> tests = tests(pattern.constraints(), scope, self);
    if (tests != null && !onceEarned && type.name().equals(Vocabulary.EARNED)) {
      tests.add(0, stillEarned(pattern, self));
    }
    return tests == null ? null : new Step.Match(slot, type, tests, pattern);
  }

  /**
   * Unless the rule does not lapse with its components, what is not earned any more does not do.
   */
  private static Test stillEarned(Condition.Pattern pattern, Value.Slot credential) {
    return new Test(
        new Constraint.IsTrue(
            new Expression.This(pattern.span()), "still earned", pattern.typeSpan()),
        new Formula.StillEarned(credential));
  }

  private @Nullable Step forAll(Condition.ForAll forAll, Scope inner) {
    Step.Match each = pattern(forAll.each(), inner);
    List<Step> fits = new ArrayList<>();
    boolean complete = each != null;
    for (Condition.Pattern fit : forAll.fits()) {
      Step step = resolve(fit, inner);
      complete &= step != null;
      if (step instanceof Step.Match match && each != null) {
        fits.add(sameFact(forAll, match, each));
      }
    }
    return complete && each != null ? new Step.Every(each, fits, forAll) : null;
  }

  /** With a single pattern, each fact of the type must itself satisfy the constraints. */
  private static Step.Match sameFact(Condition.ForAll forAll, Step.Match fit, Step.Match each) {
    boolean single =
        forAll.each().constraints().isEmpty()
            && forAll.each().variable() == null
            && forAll.fits().size() == 1;
    if (!single) {
      return fit;
    }
    List<Test> tests = new ArrayList<>(fit.tests());
    tests.add(
        new Test(
            new Constraint.Both(List.of(), "the same fact", fit.source().span()),
            new Formula.SameFact(fit.self(), each.self())));
    return new Step.Match(fit.slot(), fit.type(), tests, fit.source());
  }

  /**
   * The tests of a pattern, or of the results of an accumulate, which have no fact of their own.
   */
  @Nullable List<Test> tests(List<Constraint> constraints, Scope scope, Value.@Nullable Slot self) {
    return new Constraints(vocabulary, scope, self, scales, findings).resolve(constraints);
  }
}
