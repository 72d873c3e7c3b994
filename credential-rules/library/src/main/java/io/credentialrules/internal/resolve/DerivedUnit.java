package io.credentialrules.internal.resolve;

import com.google.common.base.Splitter;
import io.credentialrules.internal.program.Calculation;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Arithmetic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unit of a calculation, as text: {@code credits × points}, {@code hours per weeks}. A number
 * that the policy states can stand for any unit, so that {@code 45 * $credits} may be hours.
 */
final class DerivedUnit {
  private static final String TIMES = " × ";
  private static final String PER = " per ";

  /** Counts of different things add up to a count of facts. */
  private static final String COUNTED = "facts";

  /** Counts that are weighted add up to points: four for one competency, two for another. */
  private static final String POINTS = "points";

  private final List<String> over = new ArrayList<>();
  private final List<String> under = new ArrayList<>();

  private DerivedUnit(String unit) {
    List<String> parts = Splitter.on(PER).splitToList(unit);
    Splitter.on(TIMES).omitEmptyStrings().split(parts.get(0)).forEach(over::add);
    if (parts.size() > 1) {
      Splitter.on(TIMES).split(parts.get(1)).forEach(under::add);
    }
  }

  /** The units that a unit is made of. */
  static List<String> parts(String unit) {
    DerivedUnit derived = new DerivedUnit(unit);
    List<String> parts = new ArrayList<>(derived.over);
    parts.addAll(derived.under);
    return parts;
  }

  /** The unit of a result, empty where it is a bare number; null where the two do not fit. */
  static @Nullable String of(Vocabulary vocabulary, Value left, Arithmetic operation, Value right) {
    if (!operation.isSum()) {
      return joined(left.unit(), operation, right.unit());
    }
    if (isWeighted(vocabulary, left) && isWeighted(vocabulary, right)) {
      return POINTS;
    }
    if (left.unit().equals(right.unit()) || right.unit().isEmpty()) {
      return left.unit();
    }
    if (left.unit().isEmpty()) {
      return right.unit();
    }
    if (isConverted(left) || isConverted(right)) {
      return isConverted(left) ? isConverted(right) ? "" : right.unit() : left.unit();
    }
    boolean counts =
        !Units.isOfFields(vocabulary, left.unit()) && !Units.isOfFields(vocabulary, right.unit());
    return counts ? COUNTED : null;
  }

  /** Whether it is a number of things that the policy gives a weight, or a sum of such. */
  private static boolean isWeighted(Vocabulary vocabulary, Value value) {
    String unit = value.unit();
    return !value.isLiteral()
        && isConverted(value)
        && ((value instanceof Calculation sum && sum.operation().isSum())
            ? unit.equals(POINTS)
            : parts(unit).size() == 1 && !Units.isOfFields(vocabulary, unit));
  }

  /** Whether a number of the policy is multiplied in, so that the unit may have become another. */
  static boolean isConverted(Value value) {
    if (value.isLiteral()) {
      return true;
    }
    if (!(value instanceof Calculation calculation)) {
      return false;
    }
    boolean left = isConverted(calculation.left());
    boolean right = isConverted(calculation.right());
    return calculation.operation().isSum() ? left && right : left || right;
  }

  private static String joined(String left, Arithmetic operation, String right) {
    DerivedUnit unit = new DerivedUnit(left);
    DerivedUnit other = new DerivedUnit(right);
    unit.over.addAll(operation == Arithmetic.TIMES ? other.over : other.under);
    unit.under.addAll(operation == Arithmetic.TIMES ? other.under : other.over);
    for (String each : List.copyOf(unit.under)) {
      if (unit.over.remove(each)) {
        unit.under.remove(each);
      }
    }
    Collections.sort(unit.over);
    Collections.sort(unit.under);
    String over = String.join(TIMES, unit.over);
    return unit.under.isEmpty() ? over : (over + PER + String.join(TIMES, unit.under)).strip();
  }
}
