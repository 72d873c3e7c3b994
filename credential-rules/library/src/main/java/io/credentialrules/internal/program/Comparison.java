package io.credentialrules.internal.program;

import com.google.re2j.Pattern;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Two values and how they are compared; where one is a literal, it is on the right, but for {@code
 * memberOf}.
 *
 * @param levels the scale by which levels are ordered, from low to high; null where none is needed
 */
public record Comparison(Value left, Operator operator, Value right, @Nullable List<String> levels)
    implements Formula {

  /** Before a text of so many characters is matched, the time is looked at. */
  private static final int LONG_TEXT = 256;

  /** A comparison that needs no scale. */
  public Comparison(Value left, Operator operator, Value right) {
    this(left, operator, right, null);
  }

  /** The unit of the amounts that are compared; empty where there is none. */
  public String unit() {
    return left.unit().isEmpty() ? right.unit() : left.unit();
  }

  /**
   * Whether a field must equal one literal text or word: what tells facts apart rather than
   * measures them.
   */
  public boolean isIdentity() {
    return (operator == Operator.EQUAL || operator == Operator.IN) && isOfLiteral();
  }

  /** Whether a field must not equal one literal text or word, or any of some. */
  public boolean isOtherIdentity() {
    return (operator == Operator.NOT_EQUAL || operator == Operator.NOT_IN) && isOfLiteral();
  }

  private boolean isOfLiteral() {
    return left.field() != null
        && (left.field().kind() == FieldKind.TEXT || left.field().kind() == FieldKind.WORD)
        && right.isLiteral();
  }

  /** Whether it compares a field of this name. */
  public boolean isOfField(String name) {
    return left.field() != null && left.field().name().equals(name);
  }

  @Override
  public void visit(Consumer<Value> visitor) {
    left.visit(visitor);
    right.visit(visitor);
  }

  @Override
  public String key(IntFunction<String> slotNames) {
    return left.key(slotNames)
        + " "
        + operator.symbol()
        + " "
        + right.key(slotNames)
        + (levels == null ? "" : " on " + levels);
  }

  @Override
  public Predicate<Row> compiled() {
    if (operator.isNegative()) {
      Predicate<Row> negative = positive(operator.opposite()).negate();
      if (isCalculated()) {
        return row -> hasResults(row) && negative.test(row);
      }
      return comparesWithOther() ? row -> !bothAbsent(row) && negative.test(row) : negative;
    }
    return positive(operator);
  }

  /** Whether one of its values is calculated. */
  public boolean isCalculated() {
    Value[] compared = {left, right};
    for (Value value : compared) {
      boolean listed =
          value instanceof Value.Listing list
              && list.values().stream().anyMatch(Calculation.class::isInstance);
      if (listed || value instanceof Calculation) {
        return true;
      }
    }
    return false;
  }

  /**
   * What has no result, because something is absent or the divisor is zero, differs from nothing.
   */
  private boolean hasResults(Row row) {
    return left.in(row) != null
        && (right instanceof Value.Listing list
            ? list.values().stream().allMatch(value -> value.in(row) != null)
            : right.in(row) != null);
  }

  /**
   * Whether {@code !=} or {@code not in} tells a value from others, which can be absent as well.
   */
  private boolean comparesWithOther() {
    return (operator == Operator.NOT_EQUAL || operator == Operator.NOT_IN) && !right.isLiteral();
  }

  /** Two things of which nothing is known are not different for that. */
  private boolean bothAbsent(Row row) {
    if (left.in(row) != null) {
      return false;
    }
    return right instanceof Value.Listing list
        ? list.values().stream().anyMatch(value -> value.in(row) == null)
        : right.in(row) == null;
  }

  private Predicate<Row> positive(Operator positive) {
    return switch (positive) {
      case EQUAL ->
          right.type() instanceof ValueType.Absent
              ? row -> left.in(row) == null
              : row -> Comparing.equal(left.exactly(row), right.exactly(row));
      case LESS, AT_MOST, MORE, AT_LEAST -> ordered(positive);
      case IN -> oneOf(((Value.Listing) right).values());
      case CONTAINS -> row -> Comparing.contains(left.in(row), right.in(row));
      case MEMBER_OF -> row -> Comparing.contains(right.in(row), left.in(row));
      case MATCHES -> matches(Pattern.compile((String) right.literal()));
      default -> throw new IllegalStateException(positive + " is the opposite of another");
    };
  }

  private Predicate<Row> ordered(Operator ordering) {
    List<String> scale = levels;
    return scale == null
        ? row -> Comparing.ordered(left.exactly(row), ordering, right.exactly(row))
        : row -> Comparing.ordered(scale, left.in(row), ordering, right.in(row));
  }

  private Predicate<Row> oneOf(List<Value> values) {
    return row -> {
      Object value = left.exactly(row);
      for (Value each : values) {
        if (Comparing.equal(value, each.exactly(row))) {
          return true;
        }
      }
      return false;
    };
  }

  private Predicate<Row> matches(Pattern pattern) {
    return row -> {
      if (!(left.in(row) instanceof String text)) {
        return false;
      }
      if (text.length() >= LONG_TEXT
          && left instanceof Value.Field field
          && row.at(field.of().slot()) instanceof Candidate candidate) {
        candidate.budget().checkTime();
      }
      return pattern.matcher(Interruption.heeding(text)).matches();
    };
  }
}
