package io.credentialrules.testkit.internal.change;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.testkit.internal.change.RuleChange.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of what conditions say: other comparisons, {@code and} for {@code or}, other words,
 * longer and shorter periods, other totals.
 */
final class MeaningChanges implements PolicyWalk {
  private static final Map<String, String> FUNCTIONS =
      Map.of("sum", "max", "max", "sum", "countDistinct", "count", "average", "max", "min", "max");

  private final ChangeCollector found;
  private final Vocabulary vocabulary;

  MeaningChanges(ChangeCollector found, Vocabulary vocabulary) {
    this.found = found;
    this.vocabulary = vocabulary;
  }

  @Override
  public void condition(Condition condition) {
    if (condition instanceof Condition.Any any) {
      joints(any.span(), any.parts().stream().map(Condition::span).toList(), "or", "and");
    } else if (condition instanceof Condition.All all) {
      joints(all.span(), all.parts().stream().map(Condition::span).toList(), "and", "or");
    } else if (condition instanceof Condition.Accumulate accumulate) {
      for (Condition.Aggregate function : accumulate.functions()) {
        String other = FUNCTIONS.get(function.function());
        if (other != null) {
          found.replace(Kind.FUNCTION, function.span(), function.functionSpan(), other);
        }
      }
    }
    PolicyWalk.super.condition(condition);
  }

  @Override
  public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
    if (constraint instanceof Constraint.Either either) {
      joints(either.span(), either.parts().stream().map(Constraint::span).toList(), "||", "&&");
    } else if (constraint instanceof Constraint.Both both) {
      joints(both.span(), both.parts().stream().map(Constraint::span).toList(), "&&", "||");
    } else if (constraint instanceof Constraint.Compare compare && !namesOneId(pattern)) {
      operator(compare);
      words(compare, pattern);
    } else if (constraint instanceof Constraint.IsTrue isTrue) {
      int end = found.text().end(isTrue.span());
      found.replace(Kind.WORD, isTrue.span(), end, end, " == false", Window.ALWAYS);
    }
    PolicyWalk.super.constraint(constraint, pattern);
  }

  /** A reference to a requirement or credential by its id: another id is another policy. */
  private static boolean namesOneId(Condition.@Nullable Pattern pattern) {
    return pattern != null
        && (pattern.type().equals(Vocabulary.MET) || pattern.type().equals(Vocabulary.EARNED));
  }

  /** The word or symbol between two parts, where it is written. */
  private void joints(SourceSpan shown, List<SourceSpan> parts, String joint, String other) {
    for (int i = 1; i < parts.size(); i++) {
      int from = found.text().end(parts.get(i - 1));
      String between = found.text().code(from, found.text().start(parts.get(i)));
      int at = between.indexOf(joint);
      if (at >= 0) {
        found.replace(
            Kind.CONNECTIVE, shown, from + at, from + at + joint.length(), other, Window.ALWAYS);
      }
    }
  }

  private void operator(Constraint.Compare compare) {
    int from = found.text().end(compare.left().span());
    int to = found.text().start(compare.right().span());
    String symbol = compare.operator().symbol();
    int at = from > to ? -1 : found.text().code(from, to).indexOf(symbol);
    if (at >= 0) {
      found.replace(
          Kind.OPERATOR,
          compare.span(),
          from + at,
          from + at + symbol.length(),
          compare.operator().opposite().symbol(),
          Window.ALWAYS);
    }
  }

  private void words(Constraint.Compare compare, Condition.@Nullable Pattern pattern) {
    if (compare.right() instanceof Expression.Listing listing && listing.values().size() > 1) {
      List<SourceSpan> values = listing.values().stream().map(Expression::span).toList();
      found.leaveOutEach(Kind.WORD, values);
    }
    VocabularyType type = pattern == null ? null : vocabulary.type(pattern.type());
    if (type != null
        && compare.operator() == Operator.EQUAL
        && compare.left() instanceof Expression.Field field
        && compare.right() instanceof Expression.Text text) {
      VocabularyField of = type.field(field.name());
      List<String> words = of == null ? List.of() : of.words();
      int word = words.indexOf(text.value());
      if (word >= 0 && words.size() > 1) {
        String next = words.get((word + 1) % words.size());
        found.replace(Kind.WORD, compare.span(), text.span(), '"' + next + '"');
      }
    }
  }

  @Override
  public void expression(Expression expression) {
    boolean isPeriod =
        expression instanceof Expression.Call call
            && (call.method().startsWith("plus") || call.method().startsWith("minus"))
            && call.arguments().size() == 1;
    if (isPeriod
        && ((Expression.Call) expression).arguments().get(0) instanceof Expression.Number number) {
      int count = number.value().intValue();
      found.replace(Kind.PERIOD, expression.span(), number.span(), String.valueOf(count + 1));
      found.replace(
          Kind.PERIOD, expression.span(), number.span(), String.valueOf(Math.max(0, count - 1)));
    }
    PolicyWalk.super.expression(expression);
  }
}
