package io.credentialrules.oracle;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a policy asks of facts, so that generated learners come near it, just below and above. */
final class Wishes {
  private static final BigDecimal NEAR = new BigDecimal("0.01");

  private final Choices choices;
  private final PolicyModel model;

  Wishes(Choices choices, PolicyModel model) {
    this.choices = choices;
    this.model = model;
  }

  /** The named values that a condition uses, wherever they stand. */
  static Set<String> named(Condition condition) {
    Set<String> names = new HashSet<>();
    new PolicyWalk() {
      @Override
      public void expression(Expression expression) {
        if (expression instanceof Expression.Named named) {
          names.add(named.name());
        }
        PolicyWalk.super.expression(expression);
      }
    }.condition(condition);
    return names;
  }

  /** All patterns of a policy, wherever they stand. */
  static List<Condition.Pattern> patterns(PolicyModel model) {
    List<Condition.Pattern> patterns = new ArrayList<>();
    model.rules().forEach(rule -> collect(rule.when(), patterns));
    return patterns;
  }

  /** All patterns of a condition. */
  static List<Condition.Pattern> patterns(Condition condition) {
    List<Condition.Pattern> patterns = new ArrayList<>();
    collect(condition, patterns);
    return patterns;
  }

  private static void collect(Condition condition, List<Condition.Pattern> patterns) {
    if (condition instanceof Condition.Pattern pattern) {
      patterns.add(pattern);
    } else if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> collect(part, patterns));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> collect(part, patterns));
    } else if (condition instanceof Condition.Not not) {
      collect(not.part(), patterns);
    } else if (condition instanceof Condition.Exists exists) {
      collect(exists.part(), patterns);
    } else if (condition instanceof Condition.Accumulate accumulate) {
      collect(accumulate.source(), patterns);
    } else if (condition instanceof Condition.GroupBy groupBy) {
      collect(groupBy.each(), patterns);
    } else if (condition instanceof Condition.ForAll forAll) {
      patterns.add(forAll.each());
      patterns.addAll(forAll.fits());
    }
  }

  /** Values for the fields that a pattern compares with literals, most of them satisfying it. */
  Map<String, @Nullable Object> of(Condition.Pattern pattern, Class<? extends Record> type) {
    Map<String, @Nullable Object> wanted = new HashMap<>();
    Map<String, Class<?>> fields = new HashMap<>();
    Arrays.stream(type.getRecordComponents())
        .forEach(component -> fields.put(component.getName(), component.getType()));
    pattern.constraints().forEach(constraint -> add(constraint, fields, wanted));
    return wanted;
  }

  private void add(
      Constraint constraint, Map<String, Class<?>> fields, Map<String, @Nullable Object> wanted) {
    if (constraint instanceof Constraint.IsTrue isTrue
        && isTrue.value() instanceof Expression.Field field
        && fields.get(field.name()) == boolean.class) {
      wanted.put(field.name(), !choices.chance(10));
    } else if (constraint instanceof Constraint.Either either) {
      add(choices.of(either.parts()), fields, wanted);
    } else if (constraint instanceof Constraint.Both both) {
      both.parts().forEach(part -> add(part, fields, wanted));
    } else if (constraint instanceof Constraint.Compare compare
        && compare.left() instanceof Expression.Field field
        && fields.get(field.name()) != null) {
      Expression right = meant(compare.right());
      boolean isMember = compare.operator() == Operator.MEMBER_OF;
      Object value =
          near(isMember ? Operator.IN : compare.operator(), right, fields.get(field.name()));
      if (value != null) {
        wanted.put(field.name(), value);
      }
    }
  }

  /** One of what is listed, and one of the values that a name has at some time. */
  private Expression meant(Expression right) {
    if (right instanceof Expression.Listing listing) {
      return meant(choices.of(listing.values()));
    }
    if (right instanceof Expression.Named named) {
      List<Expression> values =
          model.values().stream()
              .filter(value -> value.name().equals(named.name()))
              .flatMap(value -> value.values().stream())
              .map(NamedValue.Dated::value)
              .toList();
      return meant(choices.of(values));
    }
    return right;
  }

  private @Nullable Object near(Operator operator, Expression literal, @Nullable Class<?> type) {
    int step =
        switch (operator) {
          case LESS -> -1;
          case MORE -> 1;
          default -> 0;
        };
    step += choices.chance(15) ? choices.of(1, -1) : 0;
    if (literal instanceof Expression.Number number && type == BigDecimal.class) {
      BigDecimal near = number.value().add(NEAR.multiply(BigDecimal.valueOf(step)));
      return near.max(BigDecimal.ZERO).min(BigDecimal.valueOf(100));
    }
    if (literal instanceof Expression.Truth truth && type == boolean.class) {
      return truth.value() == (operator == Operator.EQUAL);
    }
    if (!(literal instanceof Expression.Text text) || operator.symbol().startsWith("not")) {
      return null;
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(text.value()).plusDays(step);
    }
    if ((type == String.class && operator == Operator.EQUAL) || operator == Operator.IN) {
      return type == String.class ? text.value() : word(type, text.value());
    }
    return type != null && type.isEnum() && operator == Operator.EQUAL
        ? word(type, text.value())
        : null;
  }

  private static @Nullable Object word(@Nullable Class<?> type, String name) {
    return type == null || type.getEnumConstants() == null
        ? null
        : Arrays.stream(type.getEnumConstants())
            .filter(word -> ((Enum<?>) word).name().equals(name))
            .findFirst()
            .orElse(null);
  }
}
