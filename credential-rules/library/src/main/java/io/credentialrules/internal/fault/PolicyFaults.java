package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;
import static io.credentialrules.internal.fault.Fault.warning;

/**
 * Faults of the category "The policy as a whole". Written from the register of checks by {@code
 * -Dchecks.write=true}; do not edit.
 */
public final class PolicyFaults {

  private PolicyFaults() {}

  public static Fault contradictingRules(
      String id, String what, String value, String other, Object place) {
    return error(
        "contradicting-rules",
        "`"
            + quoted(id)
            + "` has the "
            + plain(what)
            + " `"
            + quoted(value)
            + "` here and `"
            + quoted(other)
            + "` at "
            + plain(place),
        "write the same `@" + quoted(what) + "` in all of its rules, or use two ids");
  }

  public static Fault cycle(String id, Object chain) {
    return error(
        "cycle",
        "`" + quoted(id) + "` requires itself: " + plain(chain),
        "remove one of these conditions");
  }

  public static Fault duplicateRuleName(Object place) {
    return error(
        "duplicate-rule-name",
        "the pack already has a rule with this name, at " + plain(place),
        "give this one a name of its own: it is the sentence that people read");
  }

  public static Fault emptyRecord(String id) {
    return error(
        "empty-record",
        "an empty record earns `" + quoted(id) + "`",
        "require a fact; or, if this is meant, add `@silence( \"empty-record\", \"the reason\" )`");
  }

  public static Fault emptyRecordRequirement(String id) {
    return error(
        "empty-record",
        "an empty record meets `" + quoted(id) + "`",
        "require a fact; or, if this is meant, add `@silence( \"empty-record\", \"the reason\" )`");
  }

  public static Fault externalWithRule(String id, String rule) {
    return error(
        "external-with-rule",
        "`" + quoted(id) + "` is declared external, and the rule `" + quoted(rule) + "` awards it",
        "remove it from `@external`, or remove the rule");
  }

  public static Fault idInTwoPacks(Object what, String id, String pack, Object place) {
    return error(
        "id-in-two-packs",
        "the "
            + plain(what)
            + " `"
            + quoted(id)
            + "` is already defined in the pack `"
            + quoted(pack)
            + "`, at "
            + plain(place),
        "give it another id, such as one that starts with the name of the pack");
  }

  public static Fault idOfTwoKinds(String id, Object what, Object place) {
    return error(
        "id-of-two-kinds",
        "`" + quoted(id) + "` is already the id of a " + plain(what) + ", at " + plain(place),
        "give one of the two another id");
  }

  public static Fault levelGap(Object level, String pathway, Object below) {
    return warning(
        "level-gap",
        "level "
            + plain(level)
            + " of `"
            + quoted(pathway)
            + "` does not require level "
            + plain(below),
        "add `Earned( credential == … )` for it, or silence this with a reason");
  }

  public static Fault levelWithoutPathway(String id) {
    return warning(
        "level-without-pathway",
        "`" + quoted(id) + "` has a level but no pathway",
        "add `@pathway( \"…\" )`, or remove `@level`");
  }

  public static Fault missingLevel(Object level, String pathway) {
    return warning(
        "missing-level",
        "level " + plain(level) + " of `" + quoted(pathway) + "` is not required",
        "add `Earned( credential == … )` for it, or silence this with a reason");
  }

  public static Fault mixedPathways(String pathway, String component) {
    return warning(
        "mixed-pathways",
        "the stack of `"
            + quoted(pathway)
            + "` requires `"
            + quoted(component)
            + "`, a level of another pathway",
        "stack the levels of one pathway");
  }

  public static Fault negationCycle(String id, Object chain) {
    return error(
        "negation-cycle",
        "`" + quoted(id) + "` requires itself: " + plain(chain) + ", partly by its absence",
        "remove one of these conditions");
  }

  public static Fault noLaterVersion(String id, Object day) {
    return warning(
        "no-later-version",
        "no rule of `" + quoted(id) + "` is in force from " + plain(day) + " on",
        "remove `date-expires`, add the version that follows, or silence this with a reason");
  }

  public static Fault overlappingWindows(String id, Object from, Object until, Object place) {
    return warning(
        "overlapping-windows",
        "two versions of `"
            + quoted(id)
            + "` are in force from "
            + plain(from)
            + " until before "
            + plain(until)
            + "; the other is at "
            + plain(place),
        "let one expire on the day on which the other becomes effective");
  }

  public static Fault requiredAndRecommended(String id) {
    return warning(
        "required-and-recommended",
        "`" + quoted(id) + "` is required and recommended",
        "remove it from `@recommends`, or do not require it");
  }

  public static Fault sameLevel(Object level, String pathway, String other, Object place) {
    return warning(
        "same-level",
        "level "
            + plain(level)
            + " of `"
            + quoted(pathway)
            + "` is already `"
            + quoted(other)
            + "`, at "
            + plain(place),
        "correct the level, or silence this with a reason");
  }

  public static Fault twoZones(String zone, String other, Object place) {
    return error(
        "two-zones",
        "the packs have different time zones: `"
            + quoted(zone)
            + "` here, and `"
            + quoted(other)
            + "` at "
            + plain(place),
        "write the same `@zone` everywhere");
  }

  public static Fault unusedExternal(String id) {
    return warning(
        "unused-external",
        "no rule requires `" + quoted(id) + "`, which is declared with `@external`",
        "require it with `Earned( credential == \""
            + quoted(id)
            + "\" )`, or remove it from `@external`");
  }

  public static Fault unusedRequirement(String id) {
    return warning(
        "unused-requirement",
        "no credential requires `" + quoted(id) + "`",
        "add `Met( requirement == \""
            + quoted(id)
            + "\" )` to a credential rule, or remove the rule");
  }

  public static Fault windowGap(String id, Object end, Object from, Object place) {
    return warning(
        "window-gap",
        "no version of `"
            + quoted(id)
            + "` is in force from "
            + plain(end)
            + " until before "
            + plain(from)
            + "; the one before is at "
            + plain(place),
        "let one expire on the day on which the next becomes effective");
  }

  public static Fault windowGapOfADay(String id, Object end, Object place, Object from) {
    return warning(
        "window-gap",
        "no version of `"
            + quoted(id)
            + "` is in force on "
            + plain(end)
            + "; the one before is at "
            + plain(place),
        "`date-expires` is the first day on which a rule is no longer in force; write \""
            + plain(from)
            + "\" there");
  }
}
