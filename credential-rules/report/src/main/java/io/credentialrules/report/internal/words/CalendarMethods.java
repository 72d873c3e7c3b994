package io.credentialrules.report.internal.words;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Methods of dates: those with a number shift a date, those without give the first day of a span.
 */
final class CalendarMethods {
  private static final String FIRST_DAY = "startOf";

  private CalendarMethods() {}

  /** Whether months are counted from a month, or years from a year, such as the year before one. */
  static boolean countsSpans(Expression.Call shift, Expression.Call of) {
    Expression.Call span = of;
    while (isShift(span) && span.target() instanceof Expression.Call inner) {
      span = inner;
    }
    return span.method().startsWith(FIRST_DAY)
        && shift.method().endsWith(span.method().substring(FIRST_DAY.length()) + "s");
  }

  /** Whether it is the first day of the span that some day before or after another is in. */
  static boolean isOfShifted(Expression.Call firstDay) {
    return firstDay.target() instanceof Expression.Call inner && isShift(inner);
  }

  /** Whether a value is a date: by its field, as the first or last of dates, or by its method. */
  static boolean isDate(Expression value, @Nullable VocabularyType type, VariableMeanings scope) {
    if (value instanceof Expression.Call call) {
      return call.method().matches(FIRST_DAY + ".+|(plus|minus)(Days|Weeks|Months|Years)");
    }
    if (value instanceof Expression.Field field) {
      return isDate(type, field.name());
    }
    if (value instanceof Expression.Property property) {
      if (property.target() instanceof Expression.This) {
        return isDate(type, property.name());
      }
      return property.target() instanceof Expression.Variable variable
          && scope.meaning(variable.name()) instanceof VariableMeanings.OfFact fact
          && isDate(fact.type(), property.name());
    }
    VariableMeanings.Meaning meaning =
        value instanceof Expression.Variable variable ? scope.meaning(variable.name()) : null;
    if (meaning instanceof VariableMeanings.OfValue named) {
      return isDate(named.value(), named.type(), scope);
    }
    Expression least = meaning instanceof VariableMeanings.OfTotal total ? least(total) : null;
    return least != null && isDate(least, null, scope);
  }

  private static boolean isDate(@Nullable VocabularyType type, String name) {
    VocabularyField field = type == null ? null : type.field(name);
    return field != null && field.kind() == FieldKind.DATE;
  }

  /** What the lowest or highest value is of; null where a total is neither. */
  private static @Nullable Expression least(VariableMeanings.OfTotal total) {
    return total.total().function().matches("min|max") ? total.total().argument() : null;
  }

  /** Whether both are weeks, both months or both years, which are compared as such. */
  static boolean areSpans(Expression one, Expression other, VariableMeanings scope) {
    String span = span(one, scope);
    return !span.isEmpty() && span.equals(span(other, scope));
  }

  /** The method that gives the span which a value is; empty where it is a day. */
  private static String span(Expression value, VariableMeanings scope) {
    if (value instanceof Expression.Variable variable) {
      return scope.meaning(variable.name()) instanceof VariableMeanings.OfValue named
          ? span(named.value(), scope)
          : "";
    }
    if (!(value instanceof Expression.Call call)) {
      return "";
    }
    if (call.method().startsWith(FIRST_DAY)) {
      return call.method();
    }
    return call.target() instanceof Expression.Call inner && countsSpans(call, inner)
        ? span(inner, scope)
        : "";
  }

  /**
   * What lies a number of days, weeks, months or years from a date: a day, or the week, month or
   * year that the comparison is about; empty where a value is not shifted.
   */
  static String shifted(Expression value, boolean areSpans, VariableMeanings scope) {
    if (!(value instanceof Expression.Call call) || !isShift(call)) {
      return "";
    }
    return areSpans ? span(value, scope) : "day";
  }

  private static boolean isShift(Expression.Call call) {
    return !call.arguments().isEmpty();
  }
}
