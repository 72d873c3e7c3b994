package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.NameFaults;
import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.OverRows;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resolves an accumulate: its source, its functions and what is asked of their results. */
final class Accumulations {
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

  private final Conditions conditions;
  private final Findings findings;

  Accumulations(Conditions conditions, Findings findings) {
    this.conditions = conditions;
    this.findings = findings;
  }

  @Nullable Step resolve(Condition.Accumulate accumulate, Scope scope) {
    List<List<Condition>> branches = Branching.expand(accumulate.source());
    if (branches.size() > 1) {
      findings.error(accumulate.source().span(), ConditionFaults.sourceOfAccumulateAlternatives());
      return null;
    }
    Scope inner = scope.inner();
    List<Step> steps = conditions.resolve(branches.get(0), inner);
    if (steps == null) {
      return null;
    }
    if (steps.stream().noneMatch(Step.Match.class::isInstance)) {
      findings.error(accumulate.source().span(), ConditionFaults.nothingToAccumulate());
      return null;
    }
    if (steps.stream().filter(Step.Match.class::isInstance).count() > MOST_PATTERNS_SUMMED) {
      findings.error(
          accumulate.source().span(), ConditionFaults.tooManyPatterns(MOST_PATTERNS_SUMMED));
      return null;
    }
    if (steps.stream().anyMatch(Step.Total.class::isInstance)) {
      findings.error(accumulate.source().span(), ConditionFaults.sourceOfAccumulateNested());
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
    scope.oneTotal(functions.stream().map(Step.Function::slot).toList());
    List<Test> tests = conditions.tests(accumulate.constraints(), scope, null);
    return tests == null ? null : new Step.Total(steps, functions, tests, accumulate);
  }

  private Step.@Nullable Function function(
      Condition.Aggregate aggregate, Scope inner, Scope scope, List<Step> steps) {
    Aggregation kind = kind(aggregate);
    if (kind == null) {
      List<String> names =
          Stream.concat(
                  Arrays.stream(Aggregation.values()).map(Aggregation::written),
                  Stream.concat(Words.ONCE_PER_KEY.stream(), Words.CAPPED.stream()))
              .toList();
      String other = OTHER_NAMES.get(aggregate.function().toLowerCase(Locale.ROOT));
      String maybe =
          other == null ? NearestWord.maybe(aggregate.function(), names) : "maybe `" + other + "`";
      findings.error(
          aggregate.functionSpan(),
          NameFaults.unknownFunction(
              aggregate.function(),
              maybe.isEmpty() ? "the functions are " + String.join(", ", names) : maybe));
      return null;
    }
    Expression argument = aggregate.argument();
    if (argument == null && kind != Aggregation.COUNT) {
      findings.error(aggregate.span(), ValueFaults.badArgument(kind.written()));
      return null;
    }
    Value summed = null;
    if (argument != null) {
      summed =
          new Arguments(new Expressions(conditions.vocabulary(), inner, null, findings), findings)
              .of(aggregate, argument);
      if (summed == null) {
        return null;
      }
      Set<Integer> source = new HashSet<>();
      steps.forEach(step -> source.addAll(step.fills()));
      if (!source.containsAll(summed.slots()) || summed.isLiteral()) {
        findings.error(argument.span(), ValueFaults.badArgumentOutside(kind.written()));
        return null;
      }
    }
    ValueType result = resultType(kind, summed, aggregate);
    if (result == null) {
      return null;
    }
    int slot = scope.newSlot();
    String unit =
        argument instanceof Expression.Capped capped && summed instanceof OverRows over
            ? Units.of(kind, over.value(), capped.value(), steps)
            : Units.of(kind, summed, argument, steps);
    String variable = aggregate.variable();
    if (variable != null) {
      if (scope.variable(variable) != null) {
        findings.error(aggregate.span(), ConstraintFaults.variableBoundTwice(variable));
        return null;
      }
      scope.bind(variable, new Value.Slot(slot, result, unit));
    }
    return new Step.Function(slot, kind, summed, unit);
  }

  private static @Nullable Aggregation kind(Condition.Aggregate aggregate) {
    String written = aggregate.function();
    if (aggregate.argument() instanceof Expression.Capped) {
      return Aggregation.of(written.replaceFirst("(UpTo|Of).*", ""));
    }
    return aggregate.argument() instanceof Expression.OncePer
        ? Aggregation.of(written.substring(0, written.indexOf("Of")))
        : Aggregation.of(written);
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
    boolean orDate = kind == Aggregation.MIN || kind == Aggregation.MAX;
    String needs = orDate ? "a number or a date" : "a number";
    findings.error(
        aggregate.span(),
        summed == null
            ? ValueFaults.typeMismatchTotal(kind.written(), needs)
            : ValueFaults.typeMismatchTotalOf(kind.written(), needs, summed.type().described()));
    return null;
  }
}
