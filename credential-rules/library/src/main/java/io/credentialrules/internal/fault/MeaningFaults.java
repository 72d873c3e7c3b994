package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;
import static io.credentialrules.internal.fault.Fault.warning;

/**
 * Faults of the category "What was probably not meant". Written from the register of checks by
 * {@code -Dchecks.write=true}; do not edit.
 */
public final class MeaningFaults {

  private MeaningFaults() {}

  public static Fault absentPasses(String text, String field) {
    return warning(
        "absent-passes",
        "`" + quoted(text) + "` is also true where there is no `" + quoted(field) + "`",
        "write `" + quoted(field) + " != null, " + quoted(text) + "` if it must be known");
  }

  public static Fault alwaysTrue(String text, Object hint) {
    return warning(
        "always-true", "`" + quoted(text) + "` is true of every value that can occur", plain(hint));
  }

  public static Fault alwaysTrueOfValues(String text, Object values, Object hint) {
    return warning(
        "always-true",
        "`" + quoted(text) + "` is true of every value that can occur: " + plain(values),
        plain(hint));
  }

  public static Fault duplicateCondition(String text) {
    return warning(
        "duplicate-condition",
        "`" + quoted(text) + "` is repeated",
        "remove it, or correct one of the two; to require two facts, count them with `accumulate`");
  }

  public static Fault duplicateValue(String value) {
    return warning(
        "duplicate-value",
        "`" + quoted(value) + "` is repeated in this list",
        "remove it, or correct one of the two");
  }

  public static Fault implausibleValue(String text, Object hint) {
    return warning("implausible-value", "no policy means `" + quoted(text) + "`", plain(hint));
  }

  public static Fault implausibleValueWhole(String text, String number) {
    return warning(
        "implausible-value",
        "no policy means `" + quoted(text) + "`, because it is a whole number",
        "write `" + quoted(number) + "` if that is meant");
  }

  public static Fault implausibleValueDate(Object day, String text) {
    return warning(
        "implausible-value",
        "no policy means " + plain(day) + " in `" + quoted(text) + "`",
        "correct the date");
  }

  public static Fault joinWithoutKey(
      String text, Object one, Object other, String field, String variable) {
    return warning(
        "join-without-key",
        "`"
            + quoted(text)
            + "` compares each "
            + plain(one)
            + " with each "
            + plain(other)
            + ", because the two patterns share no value",
        "join them by a field that is equal in both, such as `"
            + quoted(field)
            + " == "
            + quoted(variable)
            + "`");
  }

  public static Fault joinWithoutKeyUnshared(String text, Object one, Object other) {
    return warning(
        "join-without-key",
        "`"
            + quoted(text)
            + "` compares each "
            + plain(one)
            + " with each "
            + plain(other)
            + ", because the two patterns share no value",
        "the two have no field in common: name in one of them the fact that is meant");
  }

  public static Fault joinWithoutKeyTotal(String text, String field, String variable) {
    return warning(
        "join-without-key",
        "each fact is summed up once for each `"
            + quoted(text)
            + "`, because the two patterns share no value",
        "join them by a field that is equal in both, such as `"
            + quoted(field)
            + " == "
            + quoted(variable)
            + "`, or write `exists( … )`");
  }

  public static Fault joinWithoutKeyTotalUnshared(String text) {
    return warning(
        "join-without-key",
        "each fact is summed up once for each `"
            + quoted(text)
            + "`, because the two patterns share no value",
        "the two have no field in common: write `exists( … )`");
  }

  public static Fault mixedAndOr(String inner, String outer) {
    return warning(
        "mixed-and-or",
        "`"
            + quoted(inner)
            + "` binds more tightly than `"
            + quoted(outer)
            + "` here, which is easily misread",
        "put this part in parentheses, or the one that you mean");
  }

  public static Fault mixedAndOrFields(String text) {
    return warning(
        "mixed-and-or",
        "`" + quoted(text) + "` is one of several alternatives beside what else is required here",
        "put it in parentheses if that is meant, or write commas");
  }

  public static Fault mixedAndOrUnnamed(String text) {
    return warning(
        "mixed-and-or",
        "`"
            + quoted(text)
            + "` says that one of these is enough, and the name of the rule says no `or`",
        "write commas, or say `or` in the name; in parentheses it is taken as meant");
  }

  public static Fault neverMet(String text, Object why) {
    return error(
        "never-met",
        "nothing can ever satisfy `" + quoted(text) + "`" + plain(why),
        "change it, or what it contradicts");
  }

  public static Fault neverMetTogether(String one, String other) {
    return error(
        "never-met",
        "nothing can ever satisfy `" + quoted(one) + "` together with `" + quoted(other) + "`",
        "remove one of the two");
  }

  public static Fault redundantConstraint(String text) {
    return warning(
        "redundant-constraint",
        "`" + quoted(text) + "` adds nothing: an earlier condition already requires it",
        "remove it");
  }

  public static Fault redundantConstraintOfValues(String text, Object values) {
    return warning(
        "redundant-constraint",
        "`" + quoted(text) + "` adds nothing: the value can only be " + plain(values),
        "remove it");
  }

  public static Fault redundantConstraintTwice(String text) {
    return warning(
        "redundant-constraint",
        "`" + quoted(text) + "` is repeated",
        "remove it, or correct one of the two");
  }

  public static Fault redundantConstraintWeaker(String text, String stronger) {
    return warning(
        "redundant-constraint",
        "`" + quoted(text) + "` adds nothing to `" + quoted(stronger) + "`",
        "remove it, or correct one of the two");
  }

  public static Fault sameAlternative(Object of, Object other) {
    return warning(
        "same-alternative",
        "this alternative" + plain(of) + " requires the same as " + plain(other),
        "remove one of them");
  }

  public static Fault sameAlternativeRule(String other, Object place) {
    return warning(
        "same-alternative",
        "this rule requires the same as `" + quoted(other) + "` (" + plain(place) + ")",
        "remove one of them");
  }

  public static Fault sameRequirement(String name, Object place, String credential) {
    return warning(
        "same-requirement",
        "this requires the same as `"
            + quoted(name)
            + "` ("
            + plain(place)
            + "), and `"
            + quoted(credential)
            + "` requires both",
        "change what the copy should require, or remove it");
  }

  public static Fault straySpace(String value) {
    return warning(
        "stray-space",
        "the text `" + quoted(value) + "` begins or ends with a space",
        "remove the space, unless the records have it too");
  }

  public static Fault straySpaceBlank() {
    return warning(
        "stray-space",
        "the text is blank",
        "write the text, or write `== null` if the value must be absent");
  }

  public static Fault subsumedAlternative(Object of, Object other) {
    return warning(
        "subsumed-alternative",
        "whoever meets this alternative" + plain(of) + " already meets " + plain(other),
        "remove it, or correct one of the two");
  }

  public static Fault subsumedAlternativeRule(String other, Object place) {
    return warning(
        "subsumed-alternative",
        "whoever satisfies this rule already satisfies `"
            + quoted(other)
            + "` ("
            + plain(place)
            + ")",
        "remove it, or correct one of the two");
  }

  public static Fault sumOfPercents() {
    return warning(
        "sum-of-percents",
        "this adds up percents",
        "use `average`, `min` or `max`, or require each");
  }

  public static Fault twoSpellings(String value, String other, Object place) {
    return warning(
        "two-spellings",
        "`" + quoted(value) + "` is spelt `" + quoted(other) + "` at " + plain(place),
        "write both alike: uppercase and lowercase letters differ");
  }

  public static Fault twoSpellingsNear(String value, String other, Object place) {
    return warning(
        "two-spellings",
        "`" + quoted(value) + "` is nearly `" + quoted(other) + "` at " + plain(place),
        "write both alike, or silence this if they are two things");
  }

  public static Fault unusedTotal() {
    return warning(
        "unused-total",
        "nothing compares this total, so it holds for everybody",
        "compare it after a semicolon, such as `; $total >= 200`");
  }

  public static Fault unusedVariable(String name) {
    return warning(
        "unused-variable",
        "`" + quoted(name) + "` is not used",
        "remove it, or compare something with it");
  }

  public static Fault vacuousForall(String pattern) {
    return warning(
        "vacuous-forall",
        "this also holds when there is no `" + quoted(pattern) + "`",
        "add `exists " + quoted(pattern) + "`");
  }

  public static Fault vacuousForallAlways() {
    return warning(
        "vacuous-forall",
        "this holds whatever there is: it requires what it chooses by",
        "require something else in the second pattern");
  }
}
