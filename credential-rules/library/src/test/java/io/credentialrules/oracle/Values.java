package io.credentialrules.oracle;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What expressions are worth and whether constraints hold, for one rule with its scale. An absent
 * value is null, and a comparison with it is false, but for {@code == null}; negative operators are
 * the opposites of the positive ones.
 */
class Values {
  /** A value that is not known yet. */
  static final Object OPEN = new Object();

  private static final Object NO_RESULT = new Object();

  private final Fields fields;
  private final List<List<String>> scales;
  private final Function<String, @Nullable Expression> named;

  /**
   * Of a rule.
   *
   * @param named the value of a name on the day by which the rule goes
   */
  Values(
      ZonedDateTime asOf, List<List<String>> scales, Function<String, @Nullable Expression> named) {
    this.fields = new Fields(asOf);
    this.scales = scales;
    this.named = named;
  }

  /** The value as a number is needed: a quotient to 34 digits. */
  @Nullable Object of(
      Expression expression, Map<String, @Nullable Object> variables, @Nullable Object self) {
    Object value = exactly(expression, variables, self);
    return value instanceof Quotient quotient ? quotient.rounded() : value;
  }

  /** What a name is bound to: unrounded, and known to be a calculation where it has no result. */
  @Nullable Object bound(
      Expression expression, Map<String, @Nullable Object> variables, @Nullable Object self) {
    if (name(expression) != null && variables.containsKey(name(expression))) {
      return variables.get(name(expression));
    }
    Object value = exactly(expression, variables, self);
    return value == null && expression instanceof Expression.Calculation ? NO_RESULT : value;
  }

  /** Whether a value is not known yet; never, where all is taken as it is. */
  boolean isOpen(
      Expression expression, Map<String, @Nullable Object> variables, @Nullable Object self) {
    return false;
  }

  /**
   * Whether a condition that asks about something open is taken to hold; null where it is tried.
   */
  @Nullable Boolean ofOpen(Condition condition, Map<String, @Nullable Object> variables) {
    return null;
  }

  private static @Nullable String name(Expression expression) {
    if (expression instanceof Expression.Field field) {
      return field.name();
    }
    return expression instanceof Expression.Variable variable ? variable.name() : null;
  }

  private static boolean calculates(Expression value, Map<String, @Nullable Object> variables) {
    return value instanceof Expression.Calculation
        || (name(value) != null && variables.get(name(value)) == NO_RESULT);
  }

  private @Nullable Object exactly(
      Expression expression, Map<String, @Nullable Object> variables, @Nullable Object self) {
    Object value = raw(expression, variables, self);
    return value == NO_RESULT || value == OPEN ? null : value;
  }

  private @Nullable Object raw(
      Expression expression, Map<String, @Nullable Object> variables, @Nullable Object self) {
    if (expression instanceof Expression.Field field) {
      return variables.containsKey(field.name()) || self == null
          ? variables.get(field.name())
          : fields.of(self, field.name());
    }
    if (expression instanceof Expression.Variable variable) {
      return variables.get(variable.name());
    }
    if (expression instanceof Expression.Named name) {
      return exactly(Objects.requireNonNull(named.apply(name.name())), variables, self);
    }
    if (expression instanceof Expression.This) {
      return self;
    }
    if (expression instanceof Expression.Text text) {
      return text.value();
    }
    if (expression instanceof Expression.Number number) {
      return number.value();
    }
    if (expression instanceof Expression.Truth truth) {
      return truth.value();
    }
    if (expression instanceof Expression.Property property) {
      Object target = of(property.target(), variables, self);
      return target == null ? null : property(target, property.name());
    }
    if (expression instanceof Expression.Call call) {
      Object target = of(call.target(), variables, self);
      return target == null ? null : called(target, call, variables, self);
    }
    if (expression instanceof Expression.Calculation calculation) {
      return Quotient.of(
          exactly(calculation.left(), variables, self),
          calculation.operation(),
          exactly(calculation.right(), variables, self));
    }
    if (expression instanceof Expression.Listing listing) {
      List<@Nullable Object> all = new ArrayList<>();
      for (Expression value : listing.values()) {
        Object one = exactly(value, variables, self);
        if (value instanceof Expression.Named && one instanceof List<?> list) {
          all.addAll(list);
        } else {
          all.add(one);
        }
      }
      return all;
    }
    return null;
  }

  private @Nullable Object property(Object target, String name) {
    return target instanceof Collection<?> elements
        ? BigDecimal.valueOf(elements.size())
        : fields.of(target, name);
  }

  private @Nullable Object called(
      Object target,
      Expression.Call call,
      Map<String, @Nullable Object> variables,
      @Nullable Object self) {
    if (target instanceof Collection<?> elements) {
      return BigDecimal.valueOf(elements.size());
    }
    LocalDate date = (LocalDate) target;
    if (call.arguments().isEmpty()) {
      return start(date, call.method());
    }
    Object argument = of(call.arguments().get(0), variables, self);
    long amount = argument instanceof BigDecimal number ? number.longValueExact() : 0;
    return moved(date, call.method(), amount);
  }

  /** The first day of a week, month or year. */
  static LocalDate start(LocalDate day, String method) {
    return day.minusDays(
        switch (method) {
          case "startOfWeek" -> day.getDayOfWeek().getValue() - 1L;
          case "startOfMonth" -> day.getDayOfMonth() - 1L;
          case "startOfYear" -> day.getDayOfYear() - 1L;
          default -> throw new IllegalArgumentException(method);
        });
  }

  /** What a method makes of a date. */
  static LocalDate moved(LocalDate date, String method, long amount) {
    return switch (method) {
      case "plusDays" -> date.plusDays(amount);
      case "plusWeeks" -> date.plusDays(7 * amount);
      case "plusMonths" -> date.plusMonths(amount);
      case "plusYears" -> date.plusYears(amount);
      case "minusDays" -> date.plusDays(-amount);
      case "minusWeeks" -> date.plusDays(-7 * amount);
      case "minusMonths" -> date.plusMonths(-amount);
      case "minusYears" -> date.plusYears(-amount);
      default -> throw new IllegalArgumentException(method);
    };
  }

  boolean holds(
      Constraint constraint, Map<String, @Nullable Object> variables, @Nullable Object self) {
    if (constraint instanceof Constraint.Compare compare) {
      return compare(compare, variables, self);
    }
    if (constraint instanceof Constraint.IsTrue isTrue) {
      return Boolean.TRUE.equals(of(isTrue.value(), variables, self));
    }
    if (constraint instanceof Constraint.Both both) {
      return both.parts().stream().allMatch(part -> holds(part, variables, self));
    }
    if (constraint instanceof Constraint.Either either) {
      return either.parts().stream().anyMatch(part -> holds(part, variables, self));
    }
    if (constraint instanceof Constraint.Opposite opposite) {
      return !holds(opposite.part(), variables, self);
    }
    throw new IllegalArgumentException("bindings stand alone: " + constraint);
  }

  private boolean compare(
      Constraint.Compare compare, Map<String, @Nullable Object> variables, @Nullable Object self) {
    Object left = exactly(compare.left(), variables, self);
    Object right = exactly(compare.right(), variables, self);
    boolean isMember =
        compare.operator() == Operator.MEMBER_OF || compare.operator() == Operator.NOT_MEMBER_OF;
    if (isMember && compare.right() instanceof Expression.Named && !(right instanceof List<?>)) {
      right = right == null ? List.of() : List.of(right);
    }
    boolean calculates =
        Stream.concat(Stream.of(compare.left(), compare.right()), compare.right().parts().stream())
            .anyMatch(value -> calculates(value, variables));
    boolean without =
        left == null
            || right == null
            || (right instanceof Collection<?> all && all.stream().anyMatch(Objects::isNull));
    if (calculates && without && compare.operator() != Operator.IN) {
      return false;
    }
    boolean asksForAbsence =
        compare.left() instanceof Expression.Null || compare.right() instanceof Expression.Null;
    return switch (compare.operator()) {
      case EQUAL -> asksForAbsence ? left == null && right == null : equal(left, right);
      case NOT_EQUAL -> asksForAbsence ? left != null || right != null : differ(left, right);
      case LESS, AT_MOST, MORE, AT_LEAST -> ordered(compare.operator(), left, right);
      case IN, MEMBER_OF -> contains(right, left);
      case NOT_IN ->
          right instanceof Collection<?> listed
              && listed.stream().allMatch(each -> differ(left, each));
      case NOT_MEMBER_OF -> !contains(right, left);
      case CONTAINS -> contains(left, right);
      case NOT_CONTAINS -> !contains(left, right);
      case MATCHES -> matches(left, right);
      case NOT_MATCHES -> !matches(left, right);
    };
  }

  /** Of two values of which neither is known it is not known that they differ. */
  private static boolean differ(@Nullable Object left, @Nullable Object right) {
    return (left != null || right != null) && !equal(left, right);
  }

  private static boolean matches(@Nullable Object left, @Nullable Object right) {
    return left instanceof String text && right instanceof String regex && text.matches(regex);
  }

  private static boolean contains(@Nullable Object all, @Nullable Object one) {
    if (all instanceof String text) {
      return one instanceof String part && text.contains(part);
    }
    return all instanceof Collection<?> elements
        && elements.stream().anyMatch(element -> equal(element, one));
  }

  static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return false;
    }
    if (Quotient.isNumber(left) && Quotient.isNumber(right)) {
      return Quotient.of(left).compareTo(Quotient.of(right)) == 0;
    }
    if (left instanceof LocalDate date && right instanceof String text) {
      return date.equals(day(text));
    }
    if (left instanceof String text && right instanceof LocalDate date) {
      return date.equals(day(text));
    }
    return left.equals(right);
  }

  private boolean ordered(Operator operator, @Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return false;
    }
    int order;
    if (Quotient.isNumber(left) && Quotient.isNumber(right)) {
      order = Quotient.of(left).compareTo(Quotient.of(right));
    } else if (left instanceof LocalDate || right instanceof LocalDate) {
      order = date(left).compareTo(date(right));
    } else {
      List<String> both =
          scales.stream()
              .filter(scale -> scale.contains(left) && scale.contains(right))
              .findFirst()
              .orElse(null);
      if (both == null) {
        return false;
      }
      order = Integer.compare(both.indexOf(left), both.indexOf(right));
    }
    return switch (operator) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      default -> order >= 0;
    };
  }

  static LocalDate date(Object value) {
    return value instanceof LocalDate date ? date : day((String) value);
  }

  /** ISO 8601, or such as {@code 01-Jan-2014}. */
  private static LocalDate day(String text) {
    return text.contains("-") && Character.isLetter(text.charAt(3))
        ? LocalDate.parse(text, DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH))
        : LocalDate.parse(text);
  }
}
