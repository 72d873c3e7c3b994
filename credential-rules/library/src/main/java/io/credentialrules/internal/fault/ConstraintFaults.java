package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;

/**
 * Faults of the category "Constraints". Written from the register of checks by {@code
 * -Dchecks.write=true}; do not edit.
 */
public final class ConstraintFaults {

  private ConstraintFaults() {}

  public static Fault assignment(String symbol, String operator) {
    return error(
        "assignment",
        "`" + quoted(symbol) + "` does not compare",
        "write `" + quoted(operator) + "`");
  }

  public static Fault assignmentBinding() {
    return error("assignment", "`=` does not bind a name", "write `:` after the name");
  }

  public static Fault assignmentChange(String symbol) {
    return error(
        "assignment",
        "`" + quoted(symbol) + "` changes a value, which a policy cannot do",
        "compare with `==`");
  }

  public static Fault bindingInAccumulate() {
    return error(
        "binding-in-accumulate",
        "the constraints of an `accumulate` compare its results; they cannot bind a name",
        "bind the result of the function: `$total : sum( … )`");
  }

  public static Fault bindingInsideConstraint(String token) {
    return error(
        "binding-inside-constraint",
        "a name can be bound only at the start of a constraint",
        "write `" + quoted(token) + " : …` as a constraint of its own");
  }

  public static Fault bindingInsideConstraintJoined() {
    return error(
        "binding-inside-constraint",
        "a name cannot be bound inside `!`, `&&` or `||`",
        "bind it as a constraint of its own, followed by a comma");
  }

  public static Fault bindingOfExpression(String variable) {
    return error(
        "binding-of-expression",
        "a name can be bound to a value only",
        "write `" + quoted(variable) + " : field`, and the condition after a comma");
  }

  public static Fault bindingOfExpressionSigned() {
    return error(
        "binding-of-expression",
        "a name cannot be bound to a number with a sign",
        "write the number where it is compared");
  }

  public static Fault chainedComparison(Object hint) {
    return error(
        "chained-comparison", "a comparison has two sides; this would be the third", plain(hint));
  }

  public static Fault constantBinding(String variable, Object hint) {
    return error(
        "constant-binding", "`" + quoted(variable) + "` is bound to a constant", plain(hint));
  }

  public static Fault emptyConstraints() {
    return error(
        "empty-constraints",
        "no constraint on the results follows this semicolon",
        "delete the semicolon");
  }

  public static Fault emptyList() {
    return error("empty-list", "the list of values is empty", "write the values");
  }

  public static Fault halfConstraint(String field, String operator) {
    return error(
        "half-constraint",
        "this comparison has no left side",
        "write the field again: `" + quoted(field) + " " + quoted(operator) + " …`");
  }

  public static Fault listInBrackets() {
    return error(
        "list-in-brackets",
        "a list in brackets is not part of this language",
        "write `in ( \"A\", \"B\" )`");
  }

  public static Fault listWithoutParentheses(Object hint) {
    return error("list-without-parentheses", "the values after `in` need parentheses", plain(hint));
  }

  public static Fault misplacedThis() {
    return error(
        "misplaced-this",
        "`this` is the fact of a pattern, and there is no pattern here",
        "name a field, or bind the fact: `$work : WorkExperience()`");
  }

  public static Fault missingComma(Object found) {
    return error(
        "missing-comma",
        "a comma is missing before " + plain(found),
        "write `,` between constraints");
  }

  public static Fault missingCommaUnit(String unit) {
    return error(
        "missing-comma",
        "an amount is written without its unit, and `" + quoted(unit) + "` is one",
        "leave it out; each field has a unit of its own");
  }

  public static Fault missingCommaPeriod(String number, String unit, String method) {
    return error(
        "missing-comma",
        "`" + quoted(number) + " " + quoted(unit) + "` is a length of time",
        "a date is moved with its methods: write `" + quoted(method) + "`");
  }

  public static Fault missingCommaDigits(String number) {
    return error(
        "missing-comma",
        "a number has no spaces between its digits",
        "write `" + quoted(number) + "`");
  }

  public static Fault missingOperator(String left, String right, String operator) {
    return error(
        "missing-operator",
        "an operator is missing between `" + quoted(left) + "` and `" + quoted(right) + "`",
        "write a comparison, such as `"
            + quoted(left)
            + " "
            + quoted(operator)
            + " "
            + quoted(right)
            + "`");
  }

  public static Fault negatedComparison() {
    return error(
        "negated-comparison",
        "`!` negates the value before the comparison, not the comparison",
        "write `!( … )` around the comparison");
  }

  public static Fault negatedConstraint(String opposite) {
    return error(
        "negated-constraint",
        "`not` does not negate a constraint",
        "write `" + quoted(opposite) + "`");
  }

  public static Fault negatedValue() {
    return error(
        "negated-value",
        "`!` is not allowed before a value here",
        "compare with `true` or `false`, or negate the whole comparison: `!( … )`");
  }

  public static Fault reservedWord(String word, Object what) {
    return error(
        "reserved-word",
        "`"
            + quoted(word)
            + "` cannot be the name of a "
            + plain(what)
            + ", because it is a keyword",
        "choose another name");
  }

  public static Fault tooManyFacts(Object limit) {
    return error(
        "too-many-facts",
        "the constraint compares more than " + plain(limit) + " facts or totals at once",
        "split it; the functions of one `accumulate` count as one");
  }

  public static Fault trailingComma() {
    return error("trailing-comma", "no constraint follows this comma", "delete the comma");
  }

  public static Fault unification() {
    return error(
        "unification",
        "`:=` binds and compares at once, which is not part of this language",
        "write `:` to bind a name, and `==` to compare");
  }

  public static Fault unknownOperator(String operator, Object hint) {
    return error("unknown-operator", "unknown operator `" + quoted(operator) + "`", plain(hint));
  }

  public static Fault unknownOperatorNot(Object found, Object hint) {
    return error(
        "unknown-operator",
        "`not` can negate `in`, `contains`, `memberOf` or `matches` here, but is followed by "
            + plain(found),
        plain(hint));
  }

  public static Fault valueAlone(Object found, Object hint) {
    return error(
        "value-alone", "the value " + plain(found) + " is not compared with anything", plain(hint));
  }

  public static Fault valueAloneOfReference(Object found, String field, String value) {
    return error(
        "value-alone",
        "the value " + plain(found) + " is not compared with anything",
        "write `" + quoted(field) + " == " + quoted(value) + "`");
  }

  public static Fault valueInParentheses() {
    return error(
        "value-in-parentheses",
        "a value is written without parentheses here",
        "delete the parentheses");
  }

  public static Fault valueInParenthesesSeveral(String operator, Object hint) {
    return error(
        "value-in-parentheses", "`" + quoted(operator) + "` compares with one value", plain(hint));
  }

  public static Fault valueInParenthesesList() {
    return error(
        "value-in-parentheses",
        "a list of values is allowed only after `in`",
        "write `field in ( … )`");
  }

  public static Fault variableBoundTwice(String variable) {
    return error(
        "variable-bound-twice",
        "`" + quoted(variable) + "` is already bound",
        "give it another name");
  }

  public static Fault variableBoundTwiceConstraint(String variable) {
    return error(
        "variable-bound-twice",
        "`" + quoted(variable) + "` is already bound",
        "give it another name, or compare with `==`");
  }

  public static Fault wordBetweenConstraints(String token, Object symbol) {
    return error(
        "word-between-constraints",
        "`" + quoted(token) + "` does not join constraints",
        "write " + plain(symbol));
  }
}
