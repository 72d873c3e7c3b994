package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;
import static io.credentialrules.internal.fault.Fault.warning;

/**
 * Faults of the category "Rules and annotations". Written from the register of checks by {@code
 * -Dchecks.write=true}; do not edit.
 */
public final class RuleFaults {

  private RuleFaults() {}

  public static Fault annotationBehindAttribute() {
    return error(
        "annotation-behind-attribute",
        "annotations come before the attributes",
        "move this above `date-effective` or `date-expires`");
  }

  public static Fault annotationOfCredentials(String annotation) {
    return error(
        "annotation-of-credentials",
        "`@" + quoted(annotation) + "` is for credentials; this rule proves a requirement",
        "move it to the rule of the credential");
  }

  public static Fault annotationOnPattern() {
    return error(
        "annotation-on-pattern",
        "annotations belong to rules, not to patterns",
        "delete it, or move it below the rule's name");
  }

  public static Fault annotationValue(String annotation, String example) {
    return error(
        "annotation-value",
        "`@" + quoted(annotation) + "` needs a value",
        "write `" + quoted(example) + "`");
  }

  public static Fault annotationValueSeveral(String annotation, String example) {
    return error(
        "annotation-value",
        "`@" + quoted(annotation) + "` takes one value",
        "write `" + quoted(example) + "`");
  }

  public static Fault annotationValueNotQuoted(String name, String token) {
    return error(
        "annotation-value",
        "the value of `@" + quoted(name) + "` must be a text in quotes or a number",
        "write `\"" + quoted(token) + "\"`");
  }

  public static Fault annotationValueNoText(String value) {
    return error(
        "annotation-value", "`" + quoted(value) + "` says nothing", "write a text in quotes");
  }

  public static Fault badEndOfValidity(String text) {
    return error(
        "bad-end-of-validity",
        "`" + quoted(text) + "` says no day to which a credential is valid",
        "write `\"to 12-31\"`, `\"to 05-31, 12-31\"`, `\"to end of month\"` or `\"to anniversary\"`");
  }

  public static Fault badId(String value, Object longest) {
    return error(
        "bad-id",
        "`" + quoted(value) + "` is not an id",
        "an id has lowercase letters, digits, `.`, `_` and `-`, begins with a letter or digit, and has at most "
            + plain(longest)
            + " characters");
  }

  public static Fault badIdNearly(String value, String nearest) {
    return error(
        "bad-id", "`" + quoted(value) + "` is not an id", "maybe `\"" + quoted(nearest) + "\"`");
  }

  public static Fault badLevel(String value) {
    return error(
        "bad-level", "`" + quoted(value) + "` is not a level", "write a whole number from 1 to 99");
  }

  public static Fault badLevelQuoted(String value) {
    return error(
        "bad-level",
        "`" + quoted(value) + "` is not a level",
        "write a whole number from 1 to 99, without quotes");
  }

  public static Fault badPeriod(String value) {
    return error(
        "bad-period",
        "`" + quoted(value) + "` is not a period",
        "write `\"P1Y\"`, `\"7 days\"` or `\"2 years\"`");
  }

  public static Fault badPeriodUnquoted(String number, String unit) {
    return error(
        "bad-period",
        "a period needs quotes",
        "write `\"" + quoted(number) + " " + quoted(unit) + "\"`");
  }

  public static Fault badRuleName() {
    return error(
        "bad-rule-name",
        "the name of a rule is the sentence that people read; this one cannot be read",
        "write a sentence on one line");
  }

  public static Fault badScale(String value) {
    return error(
        "bad-scale",
        "`" + quoted(value) + "` is not a scale",
        "write two or more different words from low to high: `\"LOW < MIDDLE < HIGH\"`");
  }

  public static Fault badScaleDescending(String value, String maybe) {
    return error(
        "bad-scale",
        "`" + quoted(value) + "` is not from low to high",
        "maybe `\"" + quoted(maybe) + "\"`");
  }

  public static Fault badScaleTwice(String level) {
    return error(
        "bad-scale",
        "`" + quoted(level) + "` is on two scales of the rule",
        "write a requirement rule for each scale");
  }

  public static Fault badSilence(String example) {
    return error(
        "bad-silence",
        "`@silence` takes the code of a warning and the reason why it does not apply",
        "write `" + quoted(example) + "`");
  }

  public static Fault badZone(String value) {
    return error(
        "bad-zone",
        "`" + quoted(value) + "` is not a time zone",
        "write a name from the time zone database, such as `\"America/New_York\"`");
  }

  public static Fault badZoneNearly(String value, String nearest) {
    return error(
        "bad-zone",
        "`" + quoted(value) + "` is not a time zone",
        "maybe `\"" + quoted(nearest) + "\"`");
  }

  public static Fault consequenceNotEmpty() {
    return error(
        "consequence-not-empty",
        "the consequence of a rule must be empty: what a rule proves is in its annotation",
        "delete everything between `then` and `end`");
  }

  public static Fault duplicateAnnotation(String name) {
    return error(
        "duplicate-annotation", "`@" + quoted(name) + "` is repeated", "delete one of the two");
  }

  public static Fault duplicateAttribute(String name) {
    return error(
        "duplicate-attribute", "`" + quoted(name) + "` is repeated", "delete one of the two");
  }

  public static Fault emptyWindow(Object from, Object until) {
    return error(
        "empty-window",
        "the rule is never in force: from " + plain(from) + " until before " + plain(until),
        "write a `date-expires` later than the `date-effective`");
  }

  public static Fault idleSilence(String code) {
    return warning(
        "idle-silence", "there is no warning `" + quoted(code) + "` here to silence", "remove it");
  }

  public static Fault misplacedAttribute(String name) {
    return error(
        "misplaced-attribute",
        "the attribute `" + quoted(name) + "` must be inside a rule",
        "write it in each rule");
  }

  public static Fault misplacedPackage() {
    return error(
        "misplaced-package",
        "`package` must be the first statement of a file",
        "move it, or delete it");
  }

  public static Fault missingEnd() {
    return error(
        "missing-end",
        "the rule does not end",
        "write `then` and `end` after its conditions, each on a line of its own");
  }

  public static Fault missingMeaning(String rule) {
    return error(
        "missing-meaning",
        "the rule `" + quoted(rule) + "` neither proves a requirement nor awards a credential",
        "write `@requirement( \"…\" )` or `@credential( \"…\" )` after the name");
  }

  public static Fault missingRuleName() {
    return error(
        "missing-rule-name",
        "the rule has no name",
        "write the sentence that people will read, in quotes, after `rule`");
  }

  public static Fault missingThen() {
    return error("missing-then", "`then` is missing before `end`", "write `then`");
  }

  public static Fault missingWhen(Object found) {
    return error(
        "missing-when",
        "`when` is missing before " + plain(found),
        "write `when` before the conditions");
  }

  public static Fault namedConsequence() {
    return error(
        "named-consequence",
        "a consequence has no name here, because there is only one and it is empty",
        "write `then` and `end`");
  }

  public static Fault noConditions() {
    return error(
        "no-conditions",
        "the rule has no conditions, so it would hold for everybody",
        "write its conditions between `when` and `then`");
  }

  public static Fault noConditionsAward(String id) {
    return error(
        "no-conditions",
        "the rule has no conditions, so it would award `" + quoted(id) + "` to everybody",
        "write its conditions between `when` and `then`");
  }

  public static Fault twoMeanings(String rule) {
    return error(
        "two-meanings",
        "the rule `" + quoted(rule) + "` both proves a requirement and awards a credential",
        "write two rules, and name the requirement with `Met( requirement == \"…\" )`");
  }

  public static Fault unexpectedInHeader(Object found, Object hint) {
    return error(
        "unexpected-in-header",
        "expected `@`, `date-effective`, `date-expires` or `when`, but found " + plain(found),
        plain(hint));
  }

  public static Fault unknownAnnotation(String name, Object hint) {
    return error("unknown-annotation", "unknown annotation `@" + quoted(name) + "`", plain(hint));
  }

  public static Fault unknownSetting(String value, String annotation, Object choices) {
    return error(
        "unknown-setting",
        "`" + quoted(value) + "` is not a setting of `@" + quoted(annotation) + "`",
        "write " + plain(choices));
  }

  public static Fault unknownSilence(String code, Object hint) {
    return error("unknown-silence", "no warning has the code `" + quoted(code) + "`", plain(hint));
  }

  public static Fault unknownStatement(Object found, Object hint) {
    return error(
        "unknown-statement",
        "expected `rule`, `import` or `package`, but found " + plain(found),
        plain(hint));
  }

  public static Fault wrongCase(String token, String keyword) {
    return error(
        "wrong-case",
        "keywords are English and lowercase, but found `" + quoted(token) + "`",
        "write `" + quoted(keyword) + "`");
  }
}
