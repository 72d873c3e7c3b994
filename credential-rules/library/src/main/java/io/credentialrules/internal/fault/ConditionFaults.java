package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;

/**
 * Faults of the category "Conditions". Written from the register of checks by {@code
 * -Dchecks.write=true}; do not edit.
 */
public final class ConditionFaults {

  private ConditionFaults() {}

  public static Fault accumulateInNot() {
    return error(
        "accumulate-in-not",
        "an `accumulate` cannot be inside `not` or `exists`",
        "write it by itself, with the opposite comparison");
  }

  public static Fault amountInWords(String type, String number) {
    return error(
        "amount-in-words",
        "a number of facts is required with an `accumulate`",
        "write `accumulate( $fact : "
            + quoted(type)
            + "( … ); $count : count( $fact ); $count >= "
            + quoted(number)
            + " )`");
  }

  public static Fault amountInWordsOfIds(String type, String field, String number) {
    return error(
        "amount-in-words",
        "a number of them is required with an `accumulate`",
        "write `accumulate( "
            + quoted(type)
            + "( "
            + quoted(field)
            + " in ( \"a\", \"b\", \"c\" ), $id : "
            + quoted(field)
            + " ); $count : countDistinct( $id ); $count >= "
            + quoted(number)
            + " )`");
  }

  public static Fault bindingOnGroup(String variable) {
    return error(
        "binding-on-group",
        "`" + quoted(variable) + "` can name the fact of one pattern only",
        "write `" + quoted(variable) + " : ` before each pattern");
  }

  public static Fault commaBetweenConditions() {
    return error(
        "comma-between-conditions",
        "conditions are not separated by commas",
        "write `and`, or delete it: a new line means `and`");
  }

  public static Fault emptyGroup() {
    return error(
        "empty-group",
        "there is no condition in these parentheses",
        "write a condition, or delete them");
  }

  public static Fault fieldOutsidePattern(String field, String type, String comparison) {
    return error(
        "field-outside-pattern",
        "the field `" + quoted(field) + "` is outside the pattern of its fact",
        "write `" + quoted(type) + "( " + quoted(field) + " " + quoted(comparison) + " )`");
  }

  public static Fault includingExclusive(String id) {
    return error(
        "including-exclusive",
        "`"
            + quoted(id)
            + "` has `@evidence( \"exclusive\" )`, so its requirements cannot use `@including`",
        "remove one of the two");
  }

  public static Fault misplacedPrefix(String word) {
    return error(
        "misplaced-prefix",
        "`(" + quoted(word) + "` is not allowed here",
        "write `( A() " + quoted(word) + " B() )`");
  }

  public static Fault missingAnd(Object found) {
    return error(
        "missing-and",
        "conditions in parentheses must be joined by `and` or `or`",
        "write `and` before " + plain(found));
  }

  public static Fault missingAndAccumulate(Object found) {
    return error(
        "missing-and",
        "conditions in an `accumulate` must be joined by `and`",
        "write `and` before " + plain(found) + ", or `;` if it is a function");
  }

  public static Fault missingParentheses(String type) {
    return error(
        "missing-parentheses",
        "the pattern `" + quoted(type) + "` needs parentheses",
        "write `" + quoted(type) + "()`");
  }

  public static Fault missingParenthesesComparisons(String type, String comparisons) {
    return error(
        "missing-parentheses",
        "the pattern `" + quoted(type) + "` needs parentheses",
        "write the comparisons in them: `" + quoted(type) + "( " + quoted(comparisons) + " )`");
  }

  public static Fault missingParenthesesAnnotation(String name) {
    return error(
        "missing-parentheses",
        "the value of `@" + quoted(name) + "` needs parentheses",
        "write `@" + quoted(name) + "( \"…\" )`");
  }

  public static Fault missingParenthesis() {
    return error("missing-parenthesis", "this parenthesis `(` is not closed", "write `)`");
  }

  public static Fault nothingToAccumulate() {
    return error(
        "nothing-to-accumulate",
        "an `accumulate` needs a pattern whose facts it sums up",
        "write a pattern before the functions: `WorkExperience( $hours : hours )`");
  }

  public static Fault nothingToInclude(String type) {
    return error(
        "nothing-to-include",
        "`@including` cannot follow `" + quoted(type) + "`: whatever there is of it counts",
        "remove it");
  }

  public static Fault parenthesesNeeded(String inner, String word) {
    return error(
        "parentheses-needed",
        "`" + quoted(inner) + "` needs parentheses after `" + quoted(word) + "`",
        "write `" + quoted(word) + "( " + quoted(inner) + " … )`");
  }

  public static Fault patternInForall(Object found) {
    return error(
        "pattern-in-forall",
        "`forall` takes patterns only, but found " + plain(found),
        "write `not( A() and not( B() ) )`");
  }

  public static Fault prefixAndInfix(String word) {
    return error(
        "prefix-and-infix",
        "`" + quoted(word) + "` cannot follow conditions that begin with `(and` or `(or`",
        "write the word between all conditions: `( A() or B() ) and C()`");
  }

  public static Fault qualifiedType(String last) {
    return error(
        "qualified-type",
        "a fact type is written without its package",
        "write `" + quoted(last) + "( … )`, and `import` the package if necessary");
  }

  public static Fault sourceOfAccumulate(String word) {
    return error(
        "source-of-accumulate",
        "`" + quoted(word) + "` cannot be summed up",
        "sum up patterns joined by `and`, `not` and `exists`");
  }

  public static Fault sourceOfAccumulateAlternatives() {
    return error(
        "source-of-accumulate",
        "an `accumulate` cannot sum up alternatives",
        "use `in ( … )` or `||` within one pattern");
  }

  public static Fault sourceOfAccumulateNested() {
    return error(
        "source-of-accumulate",
        "an `accumulate` cannot be inside another",
        "bind the first total before it, and compare with it");
  }

  public static Fault symbolBetweenConditions(String token, String word) {
    return error(
        "symbol-between-conditions",
        "`" + quoted(token) + "` does not join conditions",
        "write `" + quoted(word) + "`");
  }

  public static Fault tooManyArguments(String name) {
    return error(
        "too-many-arguments",
        "`" + quoted(name) + "` takes one value",
        "write a function for each value");
  }

  public static Fault tooManyPatterns(Object limit) {
    return error(
        "too-many-patterns",
        "an `accumulate` sums up at most " + plain(limit) + " patterns together",
        "use fewer");
  }

  public static Fault typeInWords(String type) {
    return error(
        "type-in-words",
        "the name of a fact type is one word",
        "maybe `" + quoted(type) + "( … )`");
  }

  public static Fault unexpectedEndOfFile(Object expected) {
    return error("unexpected-end-of-file", "the file ends here", "expected " + plain(expected));
  }

  public static Fault unexpectedParenthesis() {
    return error(
        "unexpected-parenthesis",
        "this parenthesis `)` closes nothing",
        "delete it, or write `(` where it should begin");
  }

  public static Fault unexpectedSymbol(Object expected, Object found) {
    return error(
        "unexpected-symbol", "expected " + plain(expected) + ", but found " + plain(found), "");
  }

  public static Fault unexpectedSymbolInstead(Object found, Object hint) {
    return error("unexpected-symbol", plain(found) + " cannot be here", plain(hint));
  }

  public static Fault unexpectedWord(Object expected, Object found) {
    return error(
        "unexpected-word", "expected " + plain(expected) + ", but found " + plain(found), "");
  }

  public static Fault unexpectedWordOfSentence(String word, Object hint) {
    return error(
        "unexpected-word", "`" + quoted(word) + "` does not begin a condition", plain(hint));
  }

  public static Fault unexpectedWordTrailing(Object missing, String text) {
    return error(
        "unexpected-word",
        "no " + plain(missing) + " follows `" + quoted(text) + "`",
        "delete it, or write one");
  }

  public static Fault unknownIncluding(String word, Object words) {
    return error(
        "unknown-including",
        "`" + quoted(word) + "` is nothing that `@including` takes",
        "write " + plain(words));
  }
}
