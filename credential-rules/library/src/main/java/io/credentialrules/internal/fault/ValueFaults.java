package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;

/**
 * Faults of the category "Values and dates". Written from the register of checks by {@code
 * -Dchecks.write=true}; do not edit.
 */
public final class ValueFaults {

  private ValueFaults() {}

  public static Fault badArgument(String function) {
    return error(
        "bad-argument",
        "`" + quoted(function) + "` needs a value to sum up",
        "such as `" + quoted(function) + "( $hours )`");
  }

  public static Fault badArgumentOutside(String function) {
    return error(
        "bad-argument",
        "`" + quoted(function) + "` sums up what is bound inside the `accumulate`",
        "bind a field of its pattern");
  }

  public static Fault badArgumentNumber(String method) {
    return error(
        "bad-argument",
        "`" + quoted(method) + "` takes one whole number",
        "such as `" + quoted(method) + "( 2 )`");
  }

  public static Fault badArgumentLarge(String method, Object limit) {
    return error(
        "bad-argument",
        "`" + quoted(method) + "` takes one whole number up to " + plain(limit),
        "such as `" + quoted(method) + "( 2 )`");
  }

  public static Fault badArgumentOncePer(String function) {
    return error(
        "bad-argument",
        "`"
            + quoted(function)
            + "` takes a value, its key, and what decides between several values of one key",
        "such as `" + quoted(function) + "( $credits, $course, $score )`");
  }

  public static Fault badArgumentCapped(String function) {
    return error(
        "bad-argument",
        "`"
            + quoted(function)
            + "` takes a value, how much of it counts, and for each of what, where that is so",
        "such as `"
            + quoted(function)
            + "( $credits, 6 )` or `"
            + quoted(function)
            + "( $credits, 6, $subject )`");
  }

  public static Fault badArgumentCap(String function, Object needs) {
    return error(
        "bad-argument",
        "how much counts in `" + quoted(function) + "` must be " + plain(needs),
        "such as `" + quoted(function) + "( $credits, 6 )`");
  }

  public static Fault badArgumentNothing(String method) {
    return error(
        "bad-argument",
        "`" + quoted(method) + "` takes nothing",
        "write `" + quoted(method) + "()`");
  }

  public static Fault badArgumentGroup() {
    return error(
        "bad-argument",
        "facts are grouped by what is bound inside the `groupby`",
        "such as `$week : $on.startOfWeek()`");
  }

  public static Fault badArgumentGroupTest() {
    return error(
        "bad-argument",
        "the comparisons within a `groupby` look at its key and its functions alone",
        "compare with other names after the functions of the `accumulate` around it");
  }

  public static Fault badDate(String text, Object hint) {
    return error("bad-date", "`" + quoted(text) + "` is not a date", plain(hint));
  }

  public static Fault badDateOfAttribute(String name) {
    return error(
        "bad-date",
        "`" + quoted(name) + "` needs a date in quotes",
        "write `" + quoted(name) + " \"2026-09-01\"`");
  }

  public static Fault badRegularExpression(String expression, Object reason) {
    return error(
        "bad-regular-expression",
        "`" + quoted(expression) + "` is not a regular expression: " + plain(reason),
        "look-around and back-references are not available");
  }

  public static Fault badRegularExpressionWildcard(String expression, String meant) {
    return error(
        "bad-regular-expression",
        "`"
            + quoted(expression)
            + "` is not a regular expression: `?` and `*` follow what they repeat",
        "any character is `.`, and any text `.*`: write `\"" + quoted(meant) + "\"`");
  }

  public static Fault constantComparison(String text) {
    return error(
        "constant-comparison",
        "`" + quoted(text) + "` compares two constants, so it is always true or always false",
        "compare a field");
  }

  public static Fault constantComparisonList() {
    return error(
        "constant-comparison", "the left side of `in` must be a field", "write `field in ( … )`");
  }

  public static Fault differentUnits(String text, Object leftUnit, Object rightUnit) {
    return error(
        "different-units",
        "`" + quoted(text) + "` compares " + plain(leftUnit) + " with " + plain(rightUnit),
        "compare amounts of one unit");
  }

  public static Fault differentUnitsCalculation(String symbol, Object leftUnit, Object rightUnit) {
    return error(
        "different-units",
        "`" + quoted(symbol) + "` joins " + plain(leftUnit) + " and " + plain(rightUnit),
        "join amounts of one unit, or convert one of them: `$hours + 45 * $credits`");
  }

  public static Fault divisionByZero() {
    return error("division-by-zero", "nothing can be divided by zero", "write another divisor");
  }

  public static Fault noOrder(String operator, Object left, Object right, Object hint) {
    return error(
        "no-order",
        "`" + quoted(operator) + "` cannot compare " + plain(left) + " with " + plain(right),
        plain(hint));
  }

  public static Fault noScale() {
    return error(
        "no-scale",
        "levels have no order until the rule declares one",
        "add `@scale( \"LOW < HIGH\" )` with all levels from low to high");
  }

  public static Fault noScaleGrades() {
    return error(
        "no-scale",
        "grades have no order until the rule declares one",
        "add `@scale( \"F < D < C < B < A\" )` with all grades from low to high");
  }

  public static Fault noScaleSeveral(String text) {
    return error(
        "no-scale",
        "the rule has several scales, and `"
            + quoted(text)
            + "` does not say which of them orders it",
        "compare with a level, or write a requirement rule for each scale");
  }

  public static Fault sameValues(String text) {
    return error(
        "same-values",
        "`" + quoted(text) + "` compares a value with itself",
        "compare it with another value");
  }

  public static Fault sameValuesToday(String text) {
    return error(
        "same-values",
        "`"
            + quoted(text)
            + "` compares the date of evaluation with itself, so it would begin and cease to hold each week, month or year",
        "compare the date of a fact, such as `completedOn >= $today.startOfYear()`");
  }

  public static Fault tooManyOperations(Object limit) {
    return error(
        "too-many-operations",
        "a calculation has at most "
            + plain(limit)
            + " operations, with those of the names that it uses",
        "compare less at once, or sum up with `accumulate`");
  }

  public static Fault typeMismatch(String text, Object left, Object right, Object hint) {
    return error(
        "type-mismatch",
        "`" + quoted(text) + "` compares " + plain(left) + " with " + plain(right),
        plain(hint));
  }

  public static Fault typeMismatchNullInList() {
    return error("type-mismatch", "`null` is not allowed in a list", "write `field == null`");
  }

  public static Fault typeMismatchContains(Object kind) {
    return error(
        "type-mismatch",
        plain(kind) + " contains nothing",
        "`contains` and `memberOf` need a set, a list or a text");
  }

  public static Fault typeMismatchMatchesLeft(Object kind) {
    return error(
        "type-mismatch",
        "the left side of `matches` must be a text, but it is " + plain(kind),
        "compare it with `==` or `>=`");
  }

  public static Fault typeMismatchMatchesRight() {
    return error(
        "type-mismatch",
        "`matches` must be followed by a quoted regular expression",
        "such as `matches \"lab-.*\"`");
  }

  public static Fault typeMismatchTruth(String text, Object kind) {
    return error(
        "type-mismatch",
        "`" + quoted(text) + "` is " + plain(kind) + " and not true or false",
        "compare it, such as `" + quoted(text) + " == …`");
  }

  public static Fault typeMismatchTotal(String function, Object needs) {
    return error(
        "type-mismatch",
        "`" + quoted(function) + "` needs " + plain(needs),
        "such as `" + quoted(function) + "( $hours )`");
  }

  public static Fault typeMismatchTotalOf(String function, Object needs, Object kind) {
    return error(
        "type-mismatch",
        "`" + quoted(function) + "` needs " + plain(needs) + ", but this is " + plain(kind),
        "such as `" + quoted(function) + "( $hours )`");
  }

  public static Fault typeMismatchCalculation(String symbol, Object kind) {
    return error(
        "type-mismatch",
        "`" + quoted(symbol) + "` calculates with numbers, but this is " + plain(kind),
        "use a field that is a number; a date is moved with `plusDays( … )` and its like");
  }

  public static Fault typeMismatchOncePer(String function, Object needs, Object kind) {
    return error(
        "type-mismatch",
        "the third value of `"
            + quoted(function)
            + "` must be "
            + plain(needs)
            + ", but it is "
            + plain(kind),
        "`…Best` is decided by a number, `…Latest` and `…First` by a date");
  }

  public static Fault typeMismatchNullCalculation() {
    return error(
        "type-mismatch",
        "a calculation is not compared with `null`",
        "compare each field that it calculates with, such as `hours != null`");
  }
}
