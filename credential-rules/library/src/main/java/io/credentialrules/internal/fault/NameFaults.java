package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;

/**
 * Faults of the category "Names". Written from the register of checks by {@code
 * -Dchecks.write=true}; do not edit.
 */
public final class NameFaults {

  private NameFaults() {}

  public static Fault unknownCredential(String id, Object hint) {
    return error(
        "unknown-credential", "no rule awards the credential `" + quoted(id) + "`", plain(hint));
  }

  public static Fault unknownField(String name, Object type, Object hint) {
    return error(
        "unknown-field", "unknown field `" + quoted(name) + "` of " + plain(type), plain(hint));
  }

  public static Fault unknownFieldVariable(String name, Object type, String variable) {
    return error(
        "unknown-field",
        "unknown field `" + quoted(name) + "` of " + plain(type),
        "maybe `" + quoted(variable) + "`: the name of a value begins with `$`");
  }

  public static Fault unknownFieldOfCollection(String name) {
    return error(
        "unknown-field", "a collection has no field `" + quoted(name) + "`", "it has `size`");
  }

  public static Fault unknownFieldInstead(Object kind, String name, Object hint) {
    return error("unknown-field", plain(kind) + " has no `" + quoted(name) + "`", plain(hint));
  }

  public static Fault unknownFieldOfValue(Object kind, String name) {
    return error(
        "unknown-field",
        plain(kind) + " has no fields, and therefore no `" + quoted(name) + "`",
        "bind the fact itself, such as `$work : WorkExperience()`, and write `$work."
            + quoted(name)
            + "`");
  }

  public static Fault unknownFunction(String function, Object hint) {
    return error("unknown-function", "unknown function `" + quoted(function) + "`", plain(hint));
  }

  public static Fault unknownLevel(String text, Object hint) {
    return error(
        "unknown-level", "`" + quoted(text) + "` is not on the scale of the rule", plain(hint));
  }

  public static Fault unknownMethod(Object kind, String method, Object hint) {
    return error(
        "unknown-method", plain(kind) + " has no method `" + quoted(method) + "`", plain(hint));
  }

  public static Fault unknownPathway(String pathway, Object hint) {
    return error(
        "unknown-pathway",
        "no credential belongs to the pathway `" + quoted(pathway) + "`",
        plain(hint));
  }

  public static Fault unknownRequirement(String id, Object hint) {
    return error(
        "unknown-requirement", "no rule proves the requirement `" + quoted(id) + "`", plain(hint));
  }

  public static Fault unknownType(String type, Object hint) {
    return error("unknown-type", "unknown fact type `" + quoted(type) + "`", plain(hint));
  }

  public static Fault unknownVariable(String name, Object hint) {
    return error(
        "unknown-variable", "`" + quoted(name) + "` is not bound before this place", plain(hint));
  }

  public static Fault unknownWord(String text, Object hint) {
    return error(
        "unknown-word",
        "`" + quoted(text) + "` is not one of the words of this field",
        plain(hint));
  }

  public static Fault unreachable(String source) {
    return error(
        "unreachable",
        "no rule awards a credential that fits `" + quoted(source) + "`",
        "correct the pathway, the level or the id, or add the missing rule");
  }

  public static Fault unreachableRequirement(String source) {
    return error(
        "unreachable",
        "no rule proves a requirement that fits `" + quoted(source) + "`",
        "correct the pathway, the level or the id, or add the missing rule");
  }
}
