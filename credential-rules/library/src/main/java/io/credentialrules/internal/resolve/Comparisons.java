package io.credentialrules.internal.resolve;

import com.google.re2j.PatternSyntaxException;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.policy.Constraint;
import io.credentialrules.policy.Expression;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Scale;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Types comparisons strictly: values of different kinds are never compared, and nothing is
 * converted with loss.
 */
final class Comparisons {
  private final Vocabulary vocabulary;
  private final Expressions expressions;
  private final @Nullable Scale scale;
  private final Literals literals;
  private final Findings findings;

  Comparisons(
      Vocabulary vocabulary, Expressions expressions, @Nullable Scale scale, Findings findings) {
    this.vocabulary = vocabulary;
    this.expressions = expressions;
    this.scale = scale;
    this.literals = new Literals(scale, findings);
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
    Value fitting =
        right.type() instanceof ValueType.Absent
            ? right
            : literals.fitted(compare, left.type(), right, compare.right().span());
    return fitting == null ? null : test(compare, left, fitting);
  }

  private @Nullable Test order(Constraint.Compare compare, Value left, Value right) {
    if (left.isLiteral()) {
      return order(compare.mirrored(), right, left);
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
    Value fitting = literals.fitted(compare, left.type(), right, compare.right().span());
    if (fitting == null) {
      return null;
    }
    if (!left.type().is(FieldKind.LEVEL)) {
      return test(compare, left, fitting);
    }
    if (scale == null) {
      findings.error(
          "no-scale",
          compare.span(),
          "levels have no order before the rule declares one",
          "add `@scale( \"LOW < HIGH\" )` with all levels from low to high");
      return null;
    }
    return new Test(compare, new Comparison(left, operator, fitting, scale.levels()));
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
      Value fitting = literals.fitted(compare, left.type(), value, element.span());
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
    return test(compare, left, new Value.Listing(values));
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
    Value fitting = literals.fitted(compare, elementType, element, compare.span());
    if (fitting == null) {
      return null;
    }
    boolean containerLeft =
        compare.operator() == Operator.CONTAINS || compare.operator() == Operator.NOT_CONTAINS;
    return containerLeft ? test(compare, container, fitting) : test(compare, fitting, container);
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
    try {
      return test(compare, left, right);
    } catch (PatternSyntaxException wrong) {
      findings.error(
          "bad-regular-expression",
          compare.right().span(),
          "`" + expression + "` is not a regular expression: " + wrong.getDescription(),
          "look-around and back-references are not available");
      return null;
    }
  }

  private static Test test(Constraint.Compare compare, Value left, Value right) {
    return new Test(compare, new Comparison(left, compare.operator(), right));
  }
}
