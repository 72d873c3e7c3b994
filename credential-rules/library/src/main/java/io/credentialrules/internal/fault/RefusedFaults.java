package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;

/**
 * Faults of the category "DRL and Java expressions that a policy cannot contain". Written from the
 * register of checks by {@code -Dchecks.write=true}; do not edit.
 */
public final class RefusedFaults {

  private RefusedFaults() {}

  public static Fault accumulateCode(String name) {
    return error(
        "accumulate-code",
        "`" + quoted(name) + "` runs code, which a policy cannot do",
        "use a function: `sum`, `count`, `countDistinct`, `min`, `max`, `average`, `collectList`, `collectSet`");
  }

  public static Fault arithmetic(String symbol) {
    return error(
        "arithmetic",
        "`" + quoted(symbol) + "` is not part of this language",
        "calculate with `+`, `-`, `*` and `/`; write `0 - $x` for the opposite of a value");
  }

  public static Fault arithmeticPercent() {
    return error(
        "arithmetic",
        "`%` is not part of this language",
        "write a percentage as a plain number, such as `80`");
  }

  public static Fault callOnText() {
    return error("call-on-text", "a text in quotes has no methods", "write the resulting text");
  }

  public static Fault cast() {
    return error(
        "cast",
        "`#` treats a fact as another type, which is not part of this language",
        "write a pattern of that type");
  }

  public static Fault castParentheses() {
    return error(
        "cast",
        "a type in parentheses treats a value as another type, which is not part of this language",
        "delete it; if it is a constraint, write `,` after it");
  }

  public static Fault classReference() {
    return error(
        "class-reference",
        "this names a class outside the facts, which a policy cannot do",
        "compare a field with a value");
  }

  public static Fault classReferenceWord(String word) {
    return error(
        "class-reference",
        "this names a class outside the facts, which a policy cannot do",
        "write the word as a text: `\"" + quoted(word) + "\"`");
  }

  public static Fault classReferenceMethod() {
    return error(
        "class-reference",
        "`::` refers to code, which is not part of this language",
        "write a condition on the facts");
  }

  public static Fault collectNotAllowed() {
    return error(
        "collect-not-allowed",
        "`collect` is not part of this language",
        "write `accumulate( …; $all : collectList( … ) )`");
  }

  public static Fault conditionalConsequence(String word) {
    return error(
        "conditional-consequence",
        "`" + quoted(word) + "` chooses between consequences, and a policy has none",
        "write two rules");
  }

  public static Fault conditionalConsequenceIf() {
    return error(
        "conditional-consequence",
        "`if` is not part of this language: all conditions of a rule must hold",
        "write the condition as a pattern, such as `WorkExperience( hours >= 200 )`; for two cases, write two rules");
  }

  public static Fault conditionalValue() {
    return error(
        "conditional-value",
        "a choice with `?` is not part of this language",
        "write two rules, or `( … && … ) || ( … && … )`");
  }

  public static Fault customOperator(String word) {
    return error(
        "custom-operator",
        "`" + quoted(word) + "` is not part of this language",
        "write `matches` with a regular expression");
  }

  public static Fault entryPointNotAllowed() {
    return error(
        "entry-point-not-allowed",
        "entry points are not part of this language",
        "delete it: all facts come from the learner record");
  }

  public static Fault evalNotAllowed() {
    return error(
        "eval-not-allowed",
        "`eval` runs code, which a policy cannot do",
        "write the condition as a constraint on a fact");
  }

  public static Fault fromNotAllowed() {
    return error(
        "from-not-allowed",
        "`from` takes facts out of code, which a policy cannot do",
        "write a pattern; all facts come from the learner record");
  }

  public static Fault fromNotAllowedAccumulate() {
    return error(
        "from-not-allowed",
        "`from accumulate` is not part of this language",
        "write `accumulate( …; $total : sum( … ); $total >= … )`");
  }

  public static Fault functionCall(String name) {
    return error(
        "function-call",
        "`" + quoted(name) + "(` calls a function, which a policy cannot do",
        "compare a field, or call one of the allowed methods on a variable");
  }

  public static Fault functionCallInstead(String name, Object hint) {
    return error(
        "function-call",
        "`" + quoted(name) + "(` calls a function, which a policy cannot do",
        plain(hint));
  }

  public static Fault functionCallTotal(String name, String accumulate) {
    return error(
        "function-call",
        "`" + quoted(name) + "( … )` is a total, which needs an `accumulate`",
        "write `" + quoted(accumulate) + "`");
  }

  public static Fault groupbyNotAllowed() {
    return error(
        "groupby-not-allowed",
        "a `groupby` must be inside an `accumulate`",
        "write `accumulate( groupby( … ); $groups : count(); $groups >= 1 )`");
  }

  public static Fault groupedFields() {
    return error(
        "grouped-fields",
        "`.(` groups constraints on a part of a fact, which is not part of this language",
        "write a constraint for each field");
  }

  public static Fault indexAccess() {
    return error(
        "index-access",
        "`[` picks one of several values, which is not part of this language",
        "write `contains`, or collect with `accumulate`");
  }

  public static Fault lambda() {
    return error(
        "lambda",
        "`->` is code, which is not part of this language",
        "write a condition on the facts");
  }

  public static Fault newNotAllowed() {
    return error(
        "new-not-allowed",
        "`new` is not part of this language: rules create nothing",
        "compare with a text, a number or another field");
  }

  public static Fault nullSafeAccess(String token) {
    return error(
        "null-safe-access",
        "`" + quoted(token) + "` is not needed: an absent value satisfies no comparison",
        "write `.`");
  }

  public static Fault pathExpression() {
    return error(
        "path-expression",
        "paths such as `/a/b` are not part of this language",
        "write a pattern for each fact");
  }

  public static Fault positionalValue() {
    return error(
        "positional-value",
        "values by position are not part of this language",
        "write `field == value`, separated by commas");
  }

  public static Fault queryCall() {
    return error(
        "query-call",
        "`?` calls a query, and a policy has none",
        "name a requirement instead: `Met( requirement == \"…\" )`");
  }

  public static Fault temporalOperator(String word) {
    return error(
        "temporal-operator",
        "`" + quoted(word) + "` is not part of this language",
        "compare the dates with `<` or `>=`, such as `startedOn >= $signed`");
  }

  public static Fault typeTest(String word) {
    return error(
        "type-test",
        "`" + quoted(word) + "` is not part of this language",
        "write a pattern of that type");
  }

  public static Fault windowNotAllowed() {
    return error(
        "window-not-allowed",
        "windows are not part of this language",
        "compare dates, such as `completedOn >= $today.minusYears( 2 )`");
  }
}
