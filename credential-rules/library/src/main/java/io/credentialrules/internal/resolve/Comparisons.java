package io.credentialrules.internal.resolve;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.Constraint;
import io.credentialrules.policy.Expression;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Scale;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Types comparisons strictly: values of different kinds are never compared, and nothing is
 * converted with loss.
 */
final class Comparisons {
  /** Without an exponent, which could stand for more digits than fit into memory. */
  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

  private final Vocabulary vocabulary;
  private final Expressions expressions;
  private final @Nullable Scale scale;
  private final Findings findings;

  Comparisons(
      Vocabulary vocabulary, Expressions expressions, @Nullable Scale scale, Findings findings) {
    this.vocabulary = vocabulary;
    this.expressions = expressions;
    this.scale = scale;
    this.findings = findings;
  }

  @Nullable Test resolve(Constraint.Compare compare) {
    Operator operator = compare.operator();
    if (operator == Operator.IN || operator == Operator.NOT_IN) {
      return oneOf(compare);
    }
    Value left = expressions.resolve(compare.left());
    Value right = expressions.resolve(compare.right());
    if (left == null || right == null) {
      return null;
    }
    if (left.isLiteral() && right.isLiteral()) {
      findings.error(
          "constant-comparison",
          compare.span(),
          "`" + compare.text() + "` compares two constants, so it is always true or always false",
          "compare a field");
      return null;
    }
    if (left.key().equals(right.key())) {
      findings.error(
          "same-values",
          compare.span(),
          "`" + compare.text() + "` compares a value with itself",
          "compare it with another one");
      return null;
    }
    if (Units.differ(vocabulary, left, right)) {
      findings.error(
          "different-units",
          compare.span(),
          "`" + compare.text() + "` compares " + left.unit() + " with " + right.unit(),
          "compare amounts of one unit");
      return null;
    }
    return switch (operator) {
      case EQUAL, NOT_EQUAL -> equality(compare, left, right);
      case LESS, AT_MOST, MORE, AT_LEAST -> order(compare, left, right);
      case CONTAINS, NOT_CONTAINS -> containment(compare, left, right, compare.left().span());
      case MEMBER_OF, NOT_MEMBER_OF -> containment(compare, right, left, compare.right().span());
      case MATCHES, NOT_MATCHES -> matches(compare, left, right);
      case IN, NOT_IN -> throw new IllegalStateException("handled above");
    };
  }

  private @Nullable Test equality(Constraint.Compare compare, Value left, Value right) {
    if (left.isLiteral()) {
      return equality(compare, right, left);
    }
    boolean negative = compare.operator() == Operator.NOT_EQUAL;
    if (right.type() instanceof ValueType.Absent) {
      Predicate<Row> absent = row -> left.in(row) == null;
      return test(compare, left, right, negative ? absent.negate() : absent);
    }
    Value fitting = fitted(compare, left, right, compare.right().span());
    if (fitting == null) {
      return null;
    }
    Predicate<Row> equal = row -> Comparing.equal(left.in(row), fitting.in(row));
    return test(compare, left, fitting, negative ? equal.negate() : equal);
  }

  private @Nullable Test order(Constraint.Compare compare, Value left, Value right) {
    if (left.isLiteral()) {
      return order(mirrored(compare), right, left);
    }
    Operator operator = compare.operator();
    boolean ordered =
        left.type().is(FieldKind.AMOUNT)
            || left.type().is(FieldKind.DATE)
            || left.type().is(FieldKind.LEVEL);
    if (!ordered || right.type() instanceof ValueType.Absent) {
      findings.error(
          "no-order",
          compare.span(),
          "`"
              + operator.symbol()
              + "` cannot compare "
              + left.type().described()
              + " with "
              + right.type().described(),
          left.type().is(FieldKind.TEXT) ? "texts have no order; use `==`, `in` or `matches`" : "");
      return null;
    }
    Value fitting = fitted(compare, left, right, compare.right().span());
    if (fitting == null) {
      return null;
    }
    if (left.type().is(FieldKind.LEVEL)) {
      Scale known = scale;
      if (known == null) {
        findings.error(
            "no-scale",
            compare.span(),
            "levels have no order before the rule declares one",
            "add `@scale( \"LOW < HIGH\" )` with all levels from low to high");
        return null;
      }
      List<String> levels = known.levels();
      Test byScale =
          test(
              compare,
              left,
              fitting,
              row -> Comparing.ordered(levels, left.in(row), operator, fitting.in(row)));
      return byScale.withKey(byScale.key() + " on " + levels);
    }
    return test(
        compare, left, fitting, row -> Comparing.ordered(left.in(row), operator, fitting.in(row)));
  }

  /** {@code 200 <= hours} as {@code hours >= 200}. */
  private static Constraint.Compare mirrored(Constraint.Compare compare) {
    Expression field = compare.right();
    Expression literal = compare.left();
    return new Constraint.Compare(
        field, mirrored(compare.operator()), literal, compare.text(), compare.span());
  }

  private static Operator mirrored(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.MORE;
      case AT_MOST -> Operator.AT_LEAST;
      case MORE -> Operator.LESS;
      case AT_LEAST -> Operator.AT_MOST;
      default -> operator;
    };
  }

  private @Nullable Test oneOf(Constraint.Compare compare) {
    Value left = expressions.resolve(compare.left());
    if (!(compare.right() instanceof Expression.Listing listing)) {
      findings.error(
          "list-without-parentheses",
          compare.right().span(),
          "behind `in` stands a list in parentheses",
          "");
      return null;
    }
    List<Value> values = new ArrayList<>();
    boolean complete = left != null;
    for (Expression element : listing.values()) {
      Value value = expressions.resolve(element);
      if (left == null || value == null) {
        complete = false;
        continue;
      }
      if (value.type() instanceof ValueType.Absent) {
        findings.error(
            "type-mismatch",
            element.span(),
            "`null` cannot stand in a list",
            "write `field == null`");
        complete = false;
        continue;
      }
      Value fitting = fitted(compare, left, value, element.span());
      if (fitting == null) {
        complete = false;
      } else {
        values.add(fitting);
      }
    }
    if (!complete || left == null) {
      return null;
    }
    if (left.isLiteral()) {
      findings.error(
          "constant-comparison", compare.left().span(), "before `in` stands a field", "");
      return null;
    }
    Predicate<Row> in =
        row -> {
          Object value = left.in(row);
          for (Value each : values) {
            if (Comparing.equal(value, each.in(row))) {
              return true;
            }
          }
          return false;
        };
    Value list = listOf(values);
    return test(compare, left, list, compare.operator() == Operator.NOT_IN ? in.negate() : in);
  }

  private static Value listOf(List<Value> values) {
    ImmutableSet.Builder<Integer> slots = ImmutableSet.builder();
    values.forEach(value -> slots.addAll(value.slots()));
    List<String> keys = values.stream().map(Value::key).toList();
    boolean literal = values.stream().allMatch(Value::isLiteral);
    return new Value(
        new ValueType.Collected(values.get(0).type()),
        values.get(0).unit(),
        slots.build(),
        keys.toString(),
        literal ? values.stream().map(Value::literal).toList() : null,
        null,
        row -> values.stream().map(value -> value.in(row)).toList());
  }

  private @Nullable Test containment(
      Constraint.Compare compare, Value container, Value element, SourceSpan containerSpan) {
    ValueType elementType;
    if (container.type() instanceof ValueType.Collected collected) {
      elementType = collected.element();
    } else if (container.type().is(FieldKind.TEXTS) || container.type().is(FieldKind.TEXT)) {
      elementType = ValueType.of(FieldKind.TEXT);
    } else {
      findings.error(
          "type-mismatch",
          containerSpan,
          container.type().described() + " contains nothing",
          "`contains` and `memberOf` need a set, a list or a text");
      return null;
    }
    Value of =
        new Value(elementType, "", container.slots(), container.key(), null, null, row -> null);
    Value fitting = fitted(compare, of, element, compare.span());
    if (fitting == null) {
      return null;
    }
    boolean negative =
        compare.operator() == Operator.NOT_CONTAINS || compare.operator() == Operator.NOT_MEMBER_OF;
    Predicate<Row> contains = row -> Comparing.contains(container.in(row), fitting.in(row));
    boolean containerLeft =
        compare.operator() == Operator.CONTAINS || compare.operator() == Operator.NOT_CONTAINS;
    return test(
        compare,
        containerLeft ? container : fitting,
        containerLeft ? fitting : container,
        negative ? contains.negate() : contains);
  }

  private @Nullable Test matches(Constraint.Compare compare, Value left, Value right) {
    boolean isText = left.type().is(FieldKind.TEXT) || left.type().is(FieldKind.LEVEL);
    if (!isText || left.isLiteral()) {
      findings.error(
          "type-mismatch",
          compare.left().span(),
          "`matches` compares a text, and this is " + left.type().described(),
          "");
      return null;
    }
    if (!(right.literal() instanceof String expression)) {
      findings.error(
          "type-mismatch",
          compare.right().span(),
          "behind `matches` stands a regular expression in quotes",
          "");
      return null;
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(expression);
    } catch (PatternSyntaxException wrong) {
      findings.error(
          "bad-regular-expression",
          compare.right().span(),
          "`" + expression + "` is not a regular expression: " + wrong.getDescription(),
          "look-around and back-references are not available");
      return null;
    }
    Predicate<Row> matching = row -> left.in(row) instanceof String text && pattern.matches(text);
    return test(
        compare,
        left,
        right,
        compare.operator() == Operator.NOT_MATCHES ? matching.negate() : matching);
  }

  private static Test test(
      Constraint.Compare compare, Value left, Value right, Predicate<Row> holds) {
    return new Test(
        compare,
        Sets.union(left.slots(), right.slots()).immutableCopy(),
        left.key() + " " + compare.operator().symbol() + " " + right.key(),
        new Test.Comparison(left, compare.operator(), right),
        holds);
  }

  /** The right value in the kind of the left one, or null when it has another kind. */
  private @Nullable Value fitted(
      Constraint.Compare compare, Value left, Value right, SourceSpan rightSpan) {
    FieldKind leftKind = left.type().kind();
    FieldKind rightKind = right.type().kind();
    if (right.literal() instanceof String text && leftKind != null) {
      switch (leftKind) {
        case WORD -> {
          return word(left, text, right, rightSpan);
        }
        case LEVEL -> {
          return level(text, right, rightSpan);
        }
        case DATE -> {
          return date(text, rightSpan);
        }
        default -> {}
      }
    }
    if (left.type() instanceof ValueType.OfFact one
        && right.type() instanceof ValueType.OfFact other
        && one.type() == other.type()) {
      return right;
    }
    if (leftKind != null && leftKind == rightKind && leftKind != FieldKind.TEXTS) {
      return right;
    }
    boolean bothTexts = isText(leftKind) && isText(rightKind);
    if (bothTexts && leftKind != FieldKind.WORD && rightKind != FieldKind.WORD) {
      return right;
    }
    findings.error(
        "type-mismatch",
        rightSpan,
        "`"
            + compare.text()
            + "` compares "
            + left.type().described()
            + " with "
            + right.type().described(),
        mismatchHint(leftKind, right));
    return null;
  }

  private static boolean isText(@Nullable FieldKind kind) {
    return kind == FieldKind.TEXT || kind == FieldKind.LEVEL || kind == FieldKind.WORD;
  }

  private static String mismatchHint(@Nullable FieldKind leftKind, Value right) {
    if (leftKind == FieldKind.AMOUNT && right.literal() instanceof String text) {
      String number = text.strip();
      return PLAIN_NUMBER.matches(number)
          ? "maybe " + number + " without quotes"
          : "write a number without quotes";
    }
    if (leftKind == FieldKind.TRUTH && right.literal() instanceof String text) {
      String truth = text.strip().toLowerCase(Locale.ROOT);
      return truth.equals("true") || truth.equals("false")
          ? "maybe `" + truth + "` without quotes"
          : "write `true` or `false`";
    }
    if (leftKind == FieldKind.TRUTH) {
      return "write `true` or `false`";
    }
    if (leftKind == FieldKind.TEXTS) {
      return "ask with `contains` what is in it";
    }
    if (isText(leftKind) && right.literal() != null) {
      return "maybe `\"" + right.literal() + "\"` in quotes";
    }
    return leftKind == FieldKind.DATE ? "write a date such as `\"2025-03-17\"`" : "";
  }

  private @Nullable Value word(Value left, String text, Value right, SourceSpan span) {
    List<String> words = ((ValueType.Plain) left.type()).words();
    if (words.contains(text)) {
      return right;
    }
    String maybe = NearestWord.maybe(text, words);
    findings.error(
        "unknown-word",
        span,
        "there is no word `" + text + "` here",
        maybe.isEmpty() ? "the words are " + String.join(", ", words) : maybe);
    return null;
  }

  private @Nullable Value level(String text, Value right, SourceSpan span) {
    if (scale == null || scale.levels().contains(text)) {
      return right;
    }
    String maybe = NearestWord.maybe(text, scale.levels());
    findings.error(
        "unknown-level",
        span,
        "`" + text + "` is not on the scale of the rule",
        maybe.isEmpty() ? "the levels are " + String.join(" < ", scale.levels()) : maybe);
    return null;
  }

  private @Nullable Value date(String text, SourceSpan span) {
    LocalDate date = PolicyDates.parse(text);
    if (date == null || date.getYear() < 1000) {
      findings.error("bad-date", span, "`" + text + "` is not a date", PolicyDates.hint(text));
      return null;
    }
    return Value.literal(ValueType.of(FieldKind.DATE), date, "@" + date);
  }
}
