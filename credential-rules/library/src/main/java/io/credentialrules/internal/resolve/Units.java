package io.credentialrules.internal.resolve;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.StartOf;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which unit the result of a total is said. */
public final class Units {
  private Units() {}

  public static String of(
      Aggregation kind, @Nullable Value summed, @Nullable Expression argument, String counted) {
    return switch (kind) {
      case SUM, MIN, MAX, AVERAGE -> summed == null ? "" : summed.unit();
      case COUNT -> counted;
      case COUNT_DISTINCT -> "different " + name(summed, argument, counted);
      case COLLECT_LIST, COLLECT_SET -> "";
    };
  }

  /** Whether both are amounts of a field, or totals of them, and of different units. */
  public static boolean differ(Vocabulary vocabulary, Value one, Value other) {
    return !DerivedUnit.isConverted(one)
        && !DerivedUnit.isConverted(other)
        && !one.unit().equals(other.unit())
        && isOfFields(vocabulary, one.unit())
        && isOfFields(vocabulary, other.unit());
  }

  /** Whether it is the unit of a field, or made of such. */
  static boolean isOfFields(Vocabulary vocabulary, String unit) {
    return !unit.isEmpty()
        && DerivedUnit.parts(unit).stream().allMatch(part -> isOfField(vocabulary, part));
  }

  private static boolean isOfField(Vocabulary vocabulary, String unit) {
    return vocabulary.types().stream()
        .flatMap(type -> type.fields().stream())
        .anyMatch(field -> field.unit().equals(unit));
  }

  /**
   * The author's own name of what is counted says best what it is: {@code countDistinct( $area )}
   * counts areas. A letter or two, or one with a number, say nothing: then it is the name of the
   * field.
   */
  private static String name(
      @Nullable Value summed, @Nullable Expression argument, String counted) {
    if (argument instanceof Expression.Variable variable) {
      String own = variable.name().replace("$", "");
      return isWord(own) ? pluralOf(own) : nameOf(summed, own);
    }
    if (argument instanceof Expression.Property property) {
      return pluralOf(property.name());
    }
    String span = argument == null ? "" : ofSpan(argument);
    return span.isEmpty() ? counted : span;
  }

  private static String nameOf(@Nullable Value counted, String own) {
    if (counted instanceof StartOf start) {
      return pluralOf(start.span().name().toLowerCase(Locale.ROOT));
    }
    return pluralOf(counted != null && counted.field() != null ? counted.field().name() : own);
  }

  private static boolean isWord(String name) {
    return name.length() > 2 && name.chars().noneMatch(Character::isDigit);
  }

  private static String pluralOf(String noun) {
    if (noun.length() < 2) {
      return "values";
    }
    if (noun.endsWith("s") || !isWord(noun)) {
      return noun;
    }
    boolean consonantBeforeY =
        noun.endsWith("y") && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0;
    return consonantBeforeY ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }

  /** What groups are called: by the span of time that their key is, or by its name. */
  static String ofGroups(Condition.GroupBy groupBy, Value key) {
    String span = ofSpan(groupBy.key());
    if (!span.isEmpty()) {
      return span;
    }
    String variable = groupBy.variable();
    return "different "
        + (variable == null || !isWord(variable.replace("$", ""))
            ? name(key, groupBy.key(), "groups")
            : pluralOf(variable.replace("$", "")));
  }

  /** Weeks, months or years, where these are told apart; else empty. */
  private static String ofSpan(Expression key) {
    return key instanceof Expression.Call call && StartOf.Span.of(call.method()) != null
        ? pluralOf(call.method().substring("startOf".length()).toLowerCase(Locale.ROOT))
        : "";
  }

  /** What facts are called: by the type of the first. */
  static String plural(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        return match.type().plural();
      }
    }
    return "facts";
  }
}
