package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Types the constraints of a pattern or of a total, and binds the variables that they name. */
final class Constraints {
  /** The fact of the pattern itself and as many others as the engine can hand over. */
  private static final int MOST_FACTS = 3;

  private final Scope scope;
  private final Expressions expressions;
  private final Comparisons comparisons;
  private final Findings findings;

  Constraints(
      Vocabulary vocabulary,
      Scope scope,
      @Nullable Value self,
      List<Scale> scales,
      Findings findings) {
    this.scope = scope;
    this.expressions = new Expressions(vocabulary, scope, self, findings);
    this.comparisons = new Comparisons(vocabulary, expressions, scales, findings);
    this.findings = findings;
  }

  /** The tests in order; null when one of them has a problem. */
  @Nullable List<Test> resolve(List<Constraint> constraints) {
    List<Test> tests = new ArrayList<>();
    boolean complete = true;
    for (Constraint constraint : constraints) {
      if (constraint instanceof Constraint.Bind bind) {
        complete &= bind(bind);
        continue;
      }
      Test test = resolve(constraint);
      if (test != null && scope.facts(test.slots()) > MOST_FACTS) {
        findings.error(constraint.span(), ConstraintFaults.tooManyFacts(MOST_FACTS));
        test = null;
      }
      if (test == null) {
        complete = false;
      } else {
        tests.add(test);
      }
    }
    return complete ? tests : null;
  }

  private boolean bind(Constraint.Bind bind) {
    Value value = expressions.resolve(bind.value());
    if (value == null) {
      scope.spoil(bind.variable());
      return false;
    }
    if (value.isLiteral()) {
      scope.spoil(bind.variable());
      findings.error(
          bind.span(),
          ConstraintFaults.constantBinding(
              bind.variable(),
              bind.variable().startsWith("$")
                  ? "write the constant where it is compared"
                  : "write `==` to compare with it"));
      return false;
    }
    return bindTo(scope, bind.variable(), value, bind, findings);
  }

  private static boolean bindTo(
      Scope scope, String name, Value value, Constraint at, Findings findings) {
    if (scope.variable(name) != null) {
      findings.error(at.span(), ConstraintFaults.variableBoundTwiceConstraint(name));
      return false;
    }
    scope.bind(name, value);
    return true;
  }

  private @Nullable Test resolve(Constraint constraint) {
    if (constraint instanceof Constraint.Compare compare) {
      return comparisons.resolve(compare);
    }
    if (constraint instanceof Constraint.IsTrue isTrue) {
      return truth(isTrue);
    }
    if (constraint instanceof Constraint.Opposite opposite) {
      Test part = resolve(opposite.part());
      return part == null ? null : new Test(constraint, new Formula.Not(part));
    }
    if (constraint instanceof Constraint.Both both) {
      return joined(constraint, both.parts(), Formula.And::new);
    }
    if (constraint instanceof Constraint.Either either) {
      return joined(constraint, either.parts(), AnyOf::formula);
    }
    findings.error(constraint.span(), ConstraintFaults.bindingInsideConstraintJoined());
    return null;
  }

  private @Nullable Test joined(
      Constraint constraint, List<Constraint> parts, Function<List<Test>, Formula> by) {
    List<Test> tests = new ArrayList<>();
    for (Constraint part : parts) {
      Test test = resolve(part);
      if (test != null) {
        tests.add(test);
      }
    }
    return tests.size() < parts.size() ? null : new Test(constraint, by.apply(tests));
  }

  private @Nullable Test truth(Constraint.IsTrue isTrue) {
    Value value = expressions.resolve(isTrue.value());
    if (value == null) {
      return null;
    }
    if (!value.type().is(FieldKind.TRUTH) || value.isLiteral()) {
      findings.error(
          isTrue.span(), ValueFaults.typeMismatchTruth(isTrue.text(), value.type().described()));
      return null;
    }
    return new Test(isTrue, new Formula.IsTrue(value));
  }
}
