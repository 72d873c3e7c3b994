package io.credentialrules.internal.resolve;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.Condition;
import io.credentialrules.policy.Constraint;
import io.credentialrules.policy.Expression;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Scale;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves the conditions of one branch. Returns null where it has reported a problem. */
final class Conditions {
  private static final int MOST_PATTERNS_SUMMED = 4;

  /** What other languages call the functions. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "avg", "average",
          "mean", "average",
          "total", "sum",
          "size", "count",
          "number", "count",
          "distinct", "countDistinct",
          "minimum", "min",
          "maximum", "max",
          "list", "collectList",
          "set", "collectSet");

  private final Vocabulary vocabulary;
  private final @Nullable Scale scale;
  private final boolean onceEarned;
  private final Findings findings;

  /**
   * With the scale of the rule.
   *
   * @param onceEarned whether {@code Earned} is also true of a credential that was earned and is
   *     not any more
   */
  Conditions(Vocabulary vocabulary, @Nullable Scale scale, boolean onceEarned, Findings findings) {
    this.vocabulary = vocabulary;
    this.scale = scale;
    this.onceEarned = onceEarned;
    this.findings = findings;
  }

  @Nullable List<Step> resolve(List<Condition> conditions, Scope scope) {
    List<Step> steps = new ArrayList<>();
    boolean complete = true;
    for (Condition condition : conditions) {
      Step step = resolve(condition, scope);
      if (step == null) {
        VariableUse.boundIn(condition).forEach(scope::spoil);
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
      return total(accumulate, scope);
    }
    throw new IllegalStateException("branches hold no " + condition.getClass().getSimpleName());
  }

  /**
   * The conditions within {@code not} or {@code exists}, whose alternatives are expanded already.
   */
  private @Nullable List<Step> group(Condition condition, Scope inner) {
    List<Step> steps = resolve(Branching.expand(condition).get(0), inner);
    if (steps != null && steps.stream().anyMatch(Step.Total.class::isInstance)) {
      findings.error(
          "accumulate-in-not",
          condition.span(),
          "an accumulate cannot stand within `not` or `exists`",
          "write it by itself, with the opposite comparison");
      return null;
    }
    return steps;
  }

  private Step.@Nullable Match pattern(Condition.Pattern pattern, Scope scope) {
    VocabularyType type = vocabulary.type(pattern.type());
    if (type == null) {
      List<String> names = vocabulary.types().stream().map(VocabularyType::name).toList();
      String maybe = NearestWord.maybe(pattern.type(), names);
      findings.error(
          "unknown-type",
          pattern.typeSpan(),
          "unknown fact type `" + pattern.type() + "`",
          maybe.isEmpty() ? "the types are " + String.join(", ", names) : maybe);
      return null;
    }
    int slot = scope.newSlot();
    Value.Slot self = Value.Slot.ofFact(slot, type);
    String variable = pattern.variable();
    if (variable != null) {
      if (scope.variable(variable) != null) {
        findings.error(
            "variable-bound-twice",
            pattern.span(),
            "`" + variable + "` is bound already",
            "give it another name");
        return null;
      }
      scope.bind(variable, self);
    }
    List<Test> tests =
        new Constraints(vocabulary, scope, self, scale, findings).resolve(pattern.constraints());
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

  private @Nullable Step total(Condition.Accumulate accumulate, Scope scope) {
    List<List<Condition>> branches = Branching.expand(accumulate.source());
    if (branches.size() > 1) {
      findings.error(
          "source-of-accumulate",
          accumulate.source().span(),
          "an accumulate cannot sum up alternatives",
          "use `in ( … )` or `||` within one pattern");
      return null;
    }
    Scope inner = scope.inner();
    List<Step> steps = resolve(branches.get(0), inner);
    if (steps == null) {
      return null;
    }
    if (steps.stream().noneMatch(Step.Match.class::isInstance)) {
      findings.error(
          "nothing-to-accumulate",
          accumulate.source().span(),
          "an accumulate needs a pattern whose facts it sums up",
          "");
      return null;
    }
    if (steps.stream().filter(Step.Match.class::isInstance).count() > MOST_PATTERNS_SUMMED) {
      findings.error(
          "too-many-patterns",
          accumulate.source().span(),
          "an accumulate sums up at most " + MOST_PATTERNS_SUMMED + " patterns together",
          "use fewer");
      return null;
    }
    if (steps.stream().anyMatch(Step.Total.class::isInstance)) {
      findings.error(
          "source-of-accumulate",
          accumulate.source().span(),
          "an accumulate cannot stand within another",
          "bind the first total before, and compare with it");
      return null;
    }
    List<Step.Function> functions = new ArrayList<>();
    boolean complete = true;
    for (Condition.Aggregate aggregate : accumulate.functions()) {
      Step.Function function = function(aggregate, inner, scope, steps);
      complete &= function != null;
      if (function != null) {
        functions.add(function);
      }
    }
    if (!complete) {
      return null;
    }
    List<Test> tests =
        new Constraints(vocabulary, scope, null, scale, findings).resolve(accumulate.constraints());
    return tests == null ? null : new Step.Total(steps, functions, tests, accumulate);
  }

  private Step.@Nullable Function function(
      Condition.Aggregate aggregate, Scope inner, Scope scope, List<Step> steps) {
    Aggregation kind = Aggregation.of(aggregate.function());
    if (kind == null) {
      List<String> names = Arrays.stream(Aggregation.values()).map(Aggregation::written).toList();
      String other = OTHER_NAMES.get(aggregate.function().toLowerCase(Locale.ROOT));
      String maybe =
          other == null ? NearestWord.maybe(aggregate.function(), names) : "maybe `" + other + "`";
      findings.error(
          "unknown-function",
          aggregate.functionSpan(),
          "unknown function `" + aggregate.function() + "`",
          maybe.isEmpty() ? "the functions are " + String.join(", ", names) : maybe);
      return null;
    }
    Expression argument = aggregate.argument();
    if (argument == null && kind != Aggregation.COUNT) {
      findings.error(
          "bad-argument",
          aggregate.span(),
          "`" + kind.written() + "` needs what it sums up",
          "such as `" + kind.written() + "( $hours )`");
      return null;
    }
    Value summed = null;
    if (argument != null) {
      summed = new Expressions(inner, null, findings).resolve(argument);
      if (summed == null) {
        return null;
      }
      Set<Integer> source = new HashSet<>();
      steps.forEach(step -> source.addAll(step.fills()));
      if (!source.containsAll(summed.slots()) || summed.isLiteral()) {
        findings.error(
            "bad-argument",
            argument.span(),
            "`" + kind.written() + "` sums up what is bound within the accumulate",
            "bind a field of its pattern");
        return null;
      }
    }
    ValueType result = resultType(kind, summed, aggregate);
    if (result == null) {
      return null;
    }
    int slot = scope.newSlot();
    String unit = Units.of(kind, summed, argument, steps);
    String variable = aggregate.variable();
    if (variable != null) {
      if (scope.variable(variable) != null) {
        findings.error(
            "variable-bound-twice",
            aggregate.span(),
            "`" + variable + "` is bound already",
            "give it another name");
        return null;
      }
      scope.bind(variable, new Value.Slot(slot, result, unit));
    }
    return new Step.Function(slot, kind, summed, unit);
  }

  private @Nullable ValueType resultType(
      Aggregation kind, @Nullable Value summed, Condition.Aggregate aggregate) {
    switch (kind) {
      case COUNT, COUNT_DISTINCT -> {
        return ValueType.of(FieldKind.AMOUNT);
      }
      case COLLECT_LIST, COLLECT_SET -> {
        return summed == null ? null : new ValueType.Collected(summed.type());
      }
      case SUM, AVERAGE -> {
        if (summed != null && summed.type().is(FieldKind.AMOUNT)) {
          return summed.type();
        }
      }
      case MIN, MAX -> {
        if (summed != null
            && (summed.type().is(FieldKind.AMOUNT) || summed.type().is(FieldKind.DATE))) {
          return summed.type();
        }
      }
    }
    findings.error(
        "type-mismatch",
        aggregate.span(),
        "`"
            + kind.written()
            + "` needs a number"
            + (kind == Aggregation.MIN || kind == Aggregation.MAX ? " or a date" : "")
            + (summed == null ? "" : ", and this is " + summed.type().described()),
        "");
    return null;
  }
}
