package io.credentialrules.internal.check;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds {@code ||} between different fields beside a comma: it may have been meant for one. In
 * parentheses it is meant, and so is "if": {@code type != "COURSE" || grade == "A"}.
 */
final class MixedFields {
  private MixedFields() {}

  /** The constraints of a pattern that may be meant otherwise. */
  static List<Constraint> in(Condition.Pattern pattern) {
    if (!hasAlternatives(pattern)) {
      return List.of();
    }
    List<Constraint> asked =
        pattern.constraints().stream()
            .filter(constraint -> !(constraint instanceof Constraint.Bind))
            .toList();
    return asked.stream()
        .filter(constraint -> asked.size() > 1 && constraint instanceof Constraint.Either)
        .filter(
            either -> fields(either).size() > 1 && isBareArgument(either.text(), pattern.text()))
        .filter(either -> either.parts().stream().noneMatch(MixedFields::isNegative))
        .toList();
  }

  /**
   * Alternatives that are required by themselves: of other fields, or a value that is late or early
   * enough.
   */
  static List<Constraint> alone(Condition.Pattern pattern) {
    if (!hasAlternatives(pattern)) {
      return List.of();
    }
    return pattern.constraints().stream()
        .filter(Constraint.Either.class::isInstance)
        .filter(either -> fields(either).size() > 1 || isLateOrEarly(either))
        .filter(either -> isBareArgument(either.text(), pattern.text()))
        .filter(
            either ->
                either.parts().stream()
                    .noneMatch(part -> part instanceof Constraint.Both || isNegative(part)))
        .toList();
  }

  private static boolean hasAlternatives(Condition.Pattern pattern) {
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Constraint.Either) {
        return true;
      }
    }
    return false;
  }

  /** Such as {@code completedOn >= $from || completedOn < $to}. */
  private static boolean isLateOrEarly(Constraint either) {
    boolean isLate = false;
    boolean isEarly = false;
    for (Constraint part : either.parts()) {
      if (!(part instanceof Constraint.Compare compare) || !compare.operator().isOrdering()) {
        return false;
      }
      boolean isUpper =
          compare.operator() == Operator.LESS || compare.operator() == Operator.AT_MOST;
      isEarly |= isUpper;
      isLate |= !isUpper;
    }
    return isLate && isEarly;
  }

  private static Set<String> fields(Constraint constraint) {
    Set<String> fields = new HashSet<>();
    constraint.parts().forEach(part -> fields.addAll(fields(part)));
    if (constraint instanceof Constraint.Compare compare
        && compare.left() instanceof Expression.Field field) {
      fields.add(field.name());
    } else if (constraint instanceof Constraint.IsTrue isTrue
        && isTrue.value() instanceof Expression.Field field) {
      fields.add(field.name());
    }
    return fields;
  }

  private static boolean isNegative(Constraint constraint) {
    return constraint instanceof Constraint.Opposite
        || (constraint instanceof Constraint.Compare compare && compare.operator().isNegative());
  }

  /** Whether a part is without parentheses in the whole. */
  static boolean isBare(String part, String whole) {
    int before = before(whole, whole.indexOf(part));
    return before < 0 || whole.charAt(before) != '(';
  }

  /** The same in a pattern, whose own parenthesis says nothing. */
  private static boolean isBareArgument(String part, String pattern) {
    int before = before(pattern, pattern.indexOf(part));
    return !part.startsWith("(")
        && (isBare(part, pattern)
            || (before > 0
                && before(pattern, before) >= 0
                && Character.isLetterOrDigit(pattern.charAt(before(pattern, before)))));
  }

  /** Where the last sign before a position is; -1 where there is none. */
  private static int before(String text, int position) {
    int before = position - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    return before;
  }
}
