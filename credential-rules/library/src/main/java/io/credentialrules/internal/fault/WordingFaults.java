package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;
import static io.credentialrules.internal.fault.Fault.warning;

/**
 * Faults of the category "Names of rules". Written from the register of checks by {@code
 * -Dchecks.write=true}; do not edit.
 */
public final class WordingFaults {

  private WordingFaults() {}

  public static Fault choiceInName(String where, String words, String text) {
    return warning(
        "choice-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but the rule requires `"
            + quoted(text)
            + "` as well",
        "join the conditions by `or` in parentheses, list the values with `in`, or change the "
            + plain(where));
  }

  public static Fault choiceInNameOnly(String where, String words, String text, String missing) {
    return warning(
        "choice-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but the rule accepts only `"
            + quoted(text)
            + "`",
        "write `in` and list `\"" + quoted(missing) + "\"` as well, or change the " + plain(where));
  }

  public static Fault choiceInNameBoth(String where, String words, String text) {
    return warning(
        "choice-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but one of them is enough: `"
            + quoted(text)
            + "`",
        "write a condition for each, or say `or` in the " + plain(where));
  }

  public static Fault choiceInNameAll(String where, String words) {
    return warning(
        "choice-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but the rule requires everything that it names",
        "join the conditions by `or` in parentheses, or change the " + plain(where));
  }

  public static Fault comparisonInName(Object where, String words, String text) {
    return warning(
        "comparison-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but the rule says `"
            + quoted(text)
            + "`",
        "change the one that is wrong");
  }

  public static Fault differentInName(Object where, String words, String function) {
    return warning(
        "different-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but `"
            + quoted(function)
            + "` counts the same one several times",
        "count with `countDistinct( … )` what must be different");
  }

  public static Fault differentInNameOf(
      String where, String words, String function, String counted, String field) {
    return warning(
        "different-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but `"
            + quoted(function)
            + "` counts different values of `"
            + quoted(counted)
            + "`",
        "write `$"
            + quoted(field)
            + " : "
            + quoted(field)
            + "` in the pattern and count it, or change the "
            + plain(where));
  }

  public static Fault eachInName(String where, String words, String function, Object what) {
    return warning(
        "each-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but `"
            + quoted(function)
            + "` takes "
            + plain(what),
        "require it of each with `forall` or `min( … )`, or change the " + plain(where));
  }

  public static Fault levelInName(Object where, String words, Object level) {
    return warning(
        "level-in-name",
        "the " + plain(where) + " says `" + quoted(words) + "`, but `@level` says " + plain(level),
        "change the one that is wrong");
  }

  public static Fault listInName(String where, String words, Object size) {
    return warning(
        "list-in-name",
        "the " + plain(where) + " says `" + quoted(words) + "`, but this list has " + plain(size),
        "complete the list, or change the " + plain(where));
  }

  public static Fault numberInName(Object where, String words, String text) {
    return warning(
        "number-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but the rule says `"
            + quoted(text)
            + "`",
        "change the one that is wrong");
  }

  public static Fault numberInNameOnly(String where, String words, Object unit) {
    return warning(
        "number-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but the rule compares no "
            + plain(unit),
        "compare them, or change the " + plain(where));
  }

  public static Fault numberInNameOfOne(String where, String words) {
    return warning(
        "number-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but one fact is enough for the rule",
        "count them with `accumulate`, or change the " + plain(where));
  }

  public static Fault periodInName(Object where, String words, String text) {
    return warning(
        "period-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but the rule says `"
            + quoted(text)
            + "`",
        "change the one that is wrong");
  }

  public static Fault periodInNameValidity(Object where, String words, String period) {
    return warning(
        "period-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but `@validFor` says `"
            + quoted(period)
            + "`",
        "change the one that is wrong");
  }

  public static Fault totalInName(String where, String words, String function, Object what) {
    return warning(
        "total-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but `"
            + quoted(function)
            + "` takes "
            + plain(what),
        "use the function that is meant, such as `sum`, or say in the "
            + plain(where)
            + " what is meant");
  }

  public static Fault totalInNameGreatest(String function, Object where) {
    return warning(
        "total-in-name",
        "`"
            + quoted(function)
            + "` takes the greatest of them, and the "
            + plain(where)
            + " does not say so",
        "maybe `sum`; where one of them must be as much, compare it in its pattern");
  }

  public static Fault truthInName(Object where, String words, String text) {
    return warning(
        "truth-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but the rule says `"
            + quoted(text)
            + "`",
        "change the one that is wrong");
  }

  public static Fault truthInNameOnly(String where, String words, String field) {
    return warning(
        "truth-in-name",
        "the " + plain(where) + " says `" + quoted(words) + "`, but the rule does not require it",
        "add `" + quoted(field) + "`, or change the " + plain(where));
  }

  public static Fault truthInNameOpposite(String text, String where, String field) {
    return warning(
        "truth-in-name",
        "the rule requires `" + quoted(text) + "`, and the " + plain(where) + " does not say so",
        "write `" + quoted(field) + "`, or say in the " + plain(where) + " what is meant");
  }

  public static Fault unitInName(String where, String words, String text, Object unit) {
    return warning(
        "unit-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but `"
            + quoted(text)
            + "` compares "
            + plain(unit),
        "compare the unit that is meant, or change the " + plain(where));
  }

  public static Fault wordInName(Object where, String words, String text) {
    return warning(
        "word-in-name",
        "the "
            + plain(where)
            + " says `"
            + quoted(words)
            + "`, but the rule says `"
            + quoted(text)
            + "`",
        "change the one that is wrong");
  }
}
