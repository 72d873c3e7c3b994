package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.NameFaults;
import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.OverRows;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resolves the functions of an accumulate. Returns null where it has reported a problem. */
final class TotalFunctions {
  /** The slot of a key that there is not. */
  static final int NONE = -1;

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

  /**
   * What functions sum up.
   *
   * @param filled the slots that they can be given
   * @param key the slot of the key of a group; {@link #NONE} where nothing is grouped
   * @param counted what is counted, plural
   * @param inner the names that they can be given
   * @param scope where their results are named
   */
  record Source(
      List<Step> steps, Set<Integer> filled, int key, String counted, Scope inner, Scope scope) {}

  private final Vocabulary vocabulary;
  private final Findings findings;

  TotalFunctions(Vocabulary vocabulary, Findings findings) {
    this.vocabulary = vocabulary;
    this.findings = findings;
  }

  @Nullable List<Step.Function> of(Condition.Accumulate accumulate, Source source) {
    List<Step.Function> functions = new ArrayList<>();
    boolean complete = true;
    for (Condition.Aggregate aggregate : accumulate.functions()) {
      Step.Function function = function(aggregate, source);
      complete &= function != null;
      if (function != null) {
        functions.add(function);
      }
    }
    return complete ? functions : null;
  }

  private Step.@Nullable Function function(Condition.Aggregate aggregate, Source source) {
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
          new Arguments(new Expressions(vocabulary, source.inner(), null, findings), findings)
              .of(aggregate, argument);
      if (summed == null) {
        return null;
      }
      if (!source.filled().containsAll(summed.slots()) || summed.isLiteral()) {
        findings.error(argument.span(), ValueFaults.badArgumentOutside(kind.written()));
        return null;
      }
    }
    ValueType result = resultType(kind, summed, aggregate);
    if (result == null) {
      return null;
    }
    Scope scope = source.scope();
    int slot = scope.newSlot();
    String unit = unit(kind, summed, argument, source);
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

  private static String unit(
      Aggregation kind, @Nullable Value summed, @Nullable Expression argument, Source source) {
    if (summed instanceof OverRows over && argument instanceof Expression.Capped capped) {
      return unit(kind, over.value(), capped.value(), source);
    }
    boolean countsGroups =
        kind == Aggregation.COUNT_DISTINCT
            && summed instanceof Value.Slot slot
            && slot.slot() == source.key();
    return countsGroups ? source.counted() : Units.of(kind, summed, argument, source.counted());
  }

  private static @Nullable Aggregation kind(Condition.Aggregate aggregate) {
    String written = aggregate.function();
    if (aggregate.argument() instanceof Expression.Capped
        || aggregate.argument() instanceof Expression.NamedCap) {
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
