package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;
import static io.credentialrules.internal.fault.Fault.warning;

/**
 * Faults of the category "Named values". Written from the register of checks by {@code
 * -Dchecks.write=true}; do not edit.
 */
public final class NamedValueFaults {

  private NamedValueFaults() {}

  public static Fault badNamedValue(String name) {
    return error(
        "bad-named-value",
        "`" + quoted(name) + "` has no value",
        "write `@value( 160 )`, or let the host give a value");
  }

  public static Fault badNamedValueName(String name, Object hint) {
    return error(
        "bad-named-value",
        "the name of a value must begin with a capital letter and have letters and digits only, unlike `"
            + quoted(name)
            + "`",
        plain(hint));
  }

  public static Fault badNamedValueValue(String name) {
    return error(
        "bad-named-value",
        "the value of `" + quoted(name) + "` must be a number, a text in quotes, `true` or `false`",
        "write `@value( 160 )`");
  }

  public static Fault badNamedValueDate() {
    return error(
        "bad-named-value",
        "`@from` needs a day and the value from that day on",
        "write `@from( \"2024-09-01\", 200 )`");
  }

  public static Fault badNamedValueKinds(String name, Object kind, Object other, Object place) {
    return error(
        "bad-named-value",
        "`"
            + quoted(name)
            + "` is "
            + plain(kind)
            + " here, and "
            + plain(other)
            + " at "
            + plain(place),
        "all values of a name must be of one kind");
  }

  public static Fault badNamedValueSameDay(String name, Object day) {
    return error(
        "bad-named-value",
        "`" + quoted(name) + "` has two values from " + plain(day) + " on",
        "keep one of them");
  }

  public static Fault badNamedValueGiven(Object kind, String name, String other) {
    return error(
        "bad-named-value",
        "the host gives " + plain(kind) + " for `" + quoted(name) + "`, which is " + plain(other),
        "give " + plain(other));
  }

  public static Fault badNamedValueNever(String name) {
    return error(
        "bad-named-value",
        "`" + quoted(name) + "` has no value on any day on which the rule is in force",
        "add `@value( … )` to its declaration, for all days before the first `@from`");
  }

  public static Fault badNamedValueScale(String name) {
    return error(
        "bad-named-value",
        "`" + quoted(name) + "` is not a scale",
        "let its values be different texts from low to high: `@value( \"LOW\", \"MIDDLE\", \"HIGH\" )`");
  }

  public static Fault badNamedValueUnknownScale(String name, Object hint) {
    return error(
        "bad-named-value",
        "no value `" + quoted(name) + "` is declared for the scale",
        plain(hint));
  }

  public static Fault listValue(String name) {
    return error(
        "list-value",
        "`" + quoted(name) + "` is a list",
        "a list can follow `memberOf` or `contains`, be in the parentheses of `in`, or have its `size` compared");
  }

  public static Fault unknownValue(String name, Object hint) {
    return error(
        "unknown-value",
        "the host gives a value for `" + quoted(name) + "`, and no pack declares it",
        plain(hint));
  }

  public static Fault unknownValueSeveral(String name, String pack) {
    return error(
        "unknown-value",
        "the host gives a value for `" + quoted(name) + "`, and several packs declare it",
        "write `" + quoted(pack) + "/" + quoted(name) + "`");
  }

  public static Fault unusedValue(String name) {
    return warning(
        "unused-value",
        "no rule names `" + quoted(name) + "`",
        "write it where it was meant, or remove the declaration");
  }

  public static Fault valueNameTaken(String name, Object place) {
    return error(
        "value-name-taken",
        "the pack declares `" + quoted(name) + "` twice",
        "the other declaration is at " + plain(place));
  }

  public static Fault valueNameTakenType(String name) {
    return error(
        "value-name-taken", "`" + quoted(name) + "` is a fact type", "give the value another name");
  }

  public static Fault valueNameTakenField(String name, Object type) {
    return error(
        "value-name-taken",
        "`" + quoted(name) + "` is a field of " + plain(type),
        "give the value another name");
  }

  public static Fault valueNameTakenVariable(String name) {
    return error(
        "value-name-taken",
        "`" + quoted(name) + "` is a named value of the pack, and cannot be bound",
        "write `$" + quoted(name) + "`");
  }
}
