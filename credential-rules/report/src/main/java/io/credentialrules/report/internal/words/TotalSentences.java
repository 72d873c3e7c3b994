package io.credentialrules.report.internal.words;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of sums, counts and other totals, in words. */
final class TotalSentences {
  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;
  private final ValuePhrases values;
  private final ComparisonPhrases comparisons;
  private final TotalPhrases phrases;

  TotalSentences(
      Messages messages,
      Writing writing,
      Terms lexicon,
      ValuePhrases values,
      ComparisonPhrases comparisons) {
    this.messages = messages;
    this.writing = writing;
    this.lexicon = lexicon;
    this.values = values;
    this.comparisons = comparisons;
    this.phrases = new TotalPhrases(messages, lexicon, values);
  }

  /** Totals as values. */
  TotalPhrases phrases() {
    return phrases;
  }

  /** What an accumulate sums up. */
  interface Things {
    Noun of(Condition.Accumulate accumulate);
  }

  /** What a constraint asks of the totals of an accumulate. */
  String of(
      Constraint constraint,
      Condition.Accumulate accumulate,
      Things source,
      VariableMeanings scope) {
    if (constraint instanceof Constraint.Compare compare
        && accumulate.source() instanceof Condition.GroupBy groups) {
      return groups().of(ComparisonPhrases.turned(compare), accumulate, groups, source, scope);
    }
    if (constraint instanceof Constraint.Compare compare && isCalculated(compare)) {
      return calculated(ComparisonPhrases.turned(compare), scope);
    }
    Condition.Aggregate function = Summed.function(constraint, accumulate);
    if (constraint instanceof Constraint.Compare compare
        && (function == null || Summed.of(function, scope) == null || isOfTwo(compare, scope))) {
      ComparisonPhrases.Sides dates =
          comparisons.dates(ComparisonPhrases.turned(compare), null, scope);
      if (dates != null) {
        return messages.say("condition.compared", "left", dates.left(), "c", dates.c());
      }
    }
    if (function == null || !(constraint instanceof Constraint.Compare written)) {
      return combined(constraint, accumulate, source, scope);
    }
    Noun things = source.of(accumulate);
    Constraint.Compare compare = ComparisonPhrases.turned(written);
    VariableMeanings.OfTotal other = other(compare, scope);
    if (other != null) {
      String left = phrases.of(function, things, scope);
      String right = phrases.of(other.total(), source.of(other.of()), scope);
      ComparisonPhrases.Wording asked =
          comparisons.computedAmount(compare.operator(), new ValuePhrases.Said(right));
      return messages.say("condition.compared", "left", left, "c", asked.c());
    }
    Summed summed = Summed.of(function, scope);
    if (function.argument() instanceof Expression.OncePer once) {
      return oncePer(function, once, compare, summed, things, scope);
    }
    if (function.argument() instanceof Expression.Capped capped) {
      String unit = summed == null ? "" : summed.field().unit();
      return messages.say(
          "condition.capped",
          "c",
          plain(CapPhrases.plain(function), function, compare, things, scope),
          "cap",
          values.caps().of(function.function(), capped, unit, scope));
    }
    if (function.argument() instanceof Expression.NamedCap capped) {
      return messages.say(
          "condition.capped",
          "c",
          plain(CapPhrases.plain(function), function, compare, things, scope),
          "cap",
          values.caps().of(function.function(), capped, scope));
    }
    return plain(function.function(), function, compare, things, scope);
  }

  /** What is asked of a function, by the name of it. */
  private String plain(
      String name,
      Condition.Aggregate function,
      Constraint.Compare compare,
      Noun things,
      VariableMeanings scope) {
    Summed summed = Summed.of(function, scope);
    return switch (name) {
      case "sum" ->
          messages.say(
              "condition.sum",
              "c",
              amount(compare, summed == null ? "" : summed.field().unit(), scope).c(),
              "of",
              things.of());
      case "count" -> count(compare, things, scope);
      case "countDistinct" ->
          isOfOneEach(summed)
              ? count(compare, things, scope)
              : distinct(compare, function, things, scope);
      case "min", "max", "average" -> extreme(name, compare, summed, things, scope);
      default -> collected(compare, summed, things, scope);
    };
  }

  /** What is asked of groups, in words. */
  GroupSentences groups() {
    return new GroupSentences(messages, writing, lexicon, values, comparisons, this);
  }

  /** The other total that one is compared with; null where it is compared with something else. */
  private static VariableMeanings.@Nullable OfTotal other(
      Constraint.Compare compare, VariableMeanings scope) {
    return compare.right() instanceof Expression.Variable variable
            && scope.meaning(variable.name()) instanceof VariableMeanings.OfTotal total
        ? total
        : null;
  }

  /** Whether a constraint compares two totals. */
  static boolean isOfTwo(Constraint constraint, VariableMeanings scope) {
    return constraint instanceof Constraint.Compare compare
        && other(ComparisonPhrases.turned(compare), scope) != null;
  }

  private String oncePer(
      Condition.Aggregate function,
      Expression.OncePer once,
      Constraint.Compare compare,
      @Nullable Summed summed,
      Noun things,
      VariableMeanings scope) {
    return messages.say(
        "condition." + function.function(),
        "c",
        amount(compare, summed == null ? "" : summed.field().unit(), scope).c(),
        "many",
        things.many(),
        "key",
        values.computed(once.key(), null, scope),
        "by",
        values.computed(once.by(), null, scope));
  }

  private static boolean isCalculated(Constraint.Compare compare) {
    return compare.left() instanceof Expression.Calculation
        || compare.right() instanceof Expression.Calculation;
  }

  private String calculated(Constraint.Compare compare, VariableMeanings scope) {
    return messages.say(
        "condition.calculated",
        "left",
        values.computed(compare.left(), null, scope),
        "c",
        amount(compare, "", scope).c());
  }

  private String combined(
      Constraint constraint,
      Condition.Accumulate accumulate,
      Things source,
      VariableMeanings scope) {
    List<String> parts = new ArrayList<>();
    for (Constraint part : ConditionParts.of(constraint)) {
      parts.add(of(part, accumulate, source, scope));
    }
    if (parts.isEmpty()) {
      return messages.say("condition.totals", "many", source.of(accumulate).many());
    }
    if (constraint instanceof Constraint.Opposite) {
      return messages.say("condition.not-so", "c", parts.get(0));
    }
    return constraint instanceof Constraint.Either ? writing.or(parts) : writing.and(parts);
  }

  private ComparisonPhrases.Wording amount(
      Constraint.Compare compare, String unit, VariableMeanings scope) {
    return comparisons.amount(
        compare.operator(), values.ofRule(compare.right(), null, null, unit, scope));
  }

  /** Whether what is told apart are the things themselves: each requirement is there once. */
  private static boolean isOfOneEach(@Nullable Summed summed) {
    return summed != null
        && ((summed.type().name().equals(Vocabulary.MET)
                && summed.field().name().equals("requirement"))
            || (summed.type().name().equals(Vocabulary.EARNED)
                && summed.field().name().equals("credential")));
  }

  private String count(Constraint.Compare compare, Noun things, VariableMeanings scope) {
    ValuePhrases.Said said =
        compare.right() instanceof Expression.Number number
            ? new ValuePhrases.Said(lexicon.count(number.value(), things, false))
            : values.ofRule(compare.right(), null, null, "", scope);
    return messages.say("condition.count", "c", comparisons.amount(compare.operator(), said).c());
  }

  private String distinct(
      Constraint.Compare compare,
      Condition.Aggregate function,
      Noun things,
      VariableMeanings scope) {
    Terms.Label different = different(function, things, scope);
    ValuePhrases.Said said =
        compare.right() instanceof Expression.Number number
            ? new ValuePhrases.Said(lexicon.different(number.value(), different))
            : values.ofRule(compare.right(), null, null, "", scope);
    return messages.say(
        "condition.distinct",
        "c",
        comparisons.amount(compare.operator(), said).c(),
        "many",
        things.many());
  }

  private Terms.Label different(Condition.Aggregate function, Noun things, VariableMeanings scope) {
    Summed summed = Summed.of(function, scope);
    if (summed != null) {
      return lexicon.thing(summed.type(), summed.field());
    }
    Terms.Label span =
        Summed.argument(function) instanceof Expression.Call call
            ? lexicon.span(call.method())
            : null;
    return span == null ? new Terms.Label(things.one(), "", things.many()) : span;
  }

  private String extreme(
      String name,
      Constraint.Compare compare,
      @Nullable Summed summed,
      Noun things,
      VariableMeanings scope) {
    if (summed == null) {
      return messages.say("condition.totals", "many", things.many());
    }
    ComparisonPhrases.Wording asked =
        summed.field().kind() == FieldKind.AMOUNT
            ? amount(compare, summed.field().unit(), scope)
            : comparisons.asked(
                summed.type(), summed.field(), compare.operator(), compare.right(), scope);
    boolean isDate = summed.field().kind() == FieldKind.DATE;
    return messages.say(
        "condition." + name + (isDate ? ".date" : ""),
        "field",
        lexicon.label(summed.type(), summed.field()).one(),
        "many",
        things.many(),
        "c",
        asked.c(),
        "of",
        asked.of());
  }

  private String collected(
      Constraint.Compare compare, @Nullable Summed summed, Noun things, VariableMeanings scope) {
    boolean isPositive = compare.operator() == Operator.CONTAINS;
    if (summed == null || (!isPositive && compare.operator() != Operator.NOT_CONTAINS)) {
      return messages.say("condition.totals", "many", things.many());
    }
    return messages.say(
        isPositive ? "condition.collect" : "condition.collect-not",
        "fields",
        lexicon.label(summed.type(), summed.field()).many(),
        "many",
        things.many(),
        "v",
        values.ofRule(compare.right(), summed.type(), summed.field(), "", scope).plain());
  }
}
