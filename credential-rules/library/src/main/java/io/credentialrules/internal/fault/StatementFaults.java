package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;

/**
 * Faults of the category "DRL statements and attributes that a policy cannot contain". Written from
 * the register of checks by {@code -Dchecks.write=true}; do not edit.
 */
public final class StatementFaults {

  private StatementFaults() {}

  public static Fault activationGroupNotAllowed() {
    return error(
        "activation-group-not-allowed",
        "the attribute `activation-group` is not part of this language",
        "delete it: all rules are evaluated");
  }

  public static Fault agendaGroupNotAllowed() {
    return error(
        "agenda-group-not-allowed",
        "the attribute `agenda-group` is not part of this language",
        "delete it: all rules are evaluated");
  }

  public static Fault autoFocusNotAllowed() {
    return error(
        "auto-focus-not-allowed",
        "the attribute `auto-focus` is not part of this language",
        "delete it: all rules are evaluated");
  }

  public static Fault calendarsNotAllowed() {
    return error(
        "calendars-not-allowed",
        "the attribute `calendars` is not part of this language",
        "delete it: rules see a date, not a clock");
  }

  public static Fault declareNotAllowed(Object what) {
    return error(
        "declare-not-allowed", plain(what) + " cannot be declared in a policy", "delete it");
  }

  public static Fault declareNotAllowedTypes() {
    return error(
        "declare-not-allowed",
        "fact types cannot be declared in a policy",
        "use the vocabulary; a host can register further records as fact types, and a named value is `declare MinimumHours @value( 160 ) end`");
  }

  public static Fault declareNotAllowedValue(String name, String value) {
    return error(
        "declare-not-allowed",
        "a value is not declared with `=`",
        "write `declare "
            + quoted(name)
            + " @value( "
            + quoted(value)
            + " ) end`, with a capital letter first");
  }

  public static Fault dialectNotAllowed() {
    return error(
        "dialect-not-allowed",
        "the attribute `dialect` is not part of this language",
        "delete it: rules contain no code");
  }

  public static Fault directNotAllowed() {
    return error(
        "direct-not-allowed",
        "the attribute `direct` is not part of this language",
        "delete it: all rules are evaluated");
  }

  public static Fault dslNotAllowed() {
    return error(
        "dsl-not-allowed",
        "sentences of a domain-specific language are not part of this language",
        "write the conditions that the sentences mean");
  }

  public static Fault durationNotAllowed() {
    return error(
        "duration-not-allowed",
        "the attribute `duration` is not part of this language",
        "delete it: rules see a date, not a clock");
  }

  public static Fault enabledNotAllowed() {
    return error(
        "enabled-not-allowed",
        "the attribute `enabled` is not part of this language",
        "delete it; to end a rule, write `date-expires \"2026-12-31\"`");
  }

  public static Fault extendsNotAllowed() {
    return error(
        "extends-not-allowed",
        "rules do not extend others",
        "name what the other rule proves: `Met( requirement == \"…\" )`");
  }

  public static Fault functionNotAllowed() {
    return error(
        "function-not-allowed", "functions are code, which a policy cannot contain", "delete it");
  }

  public static Fault globalNotAllowed() {
    return error("global-not-allowed", "globals are set by code", "write the value in the rules");
  }

  public static Fault importNotAllowed(String name) {
    return error(
        "import-not-allowed",
        "nothing can be imported from `" + quoted(name) + "`",
        "write `import io.credentialrules.vocabulary.*`; the host says what else exists");
  }

  public static Fault importOfCode(String start) {
    return error(
        "import-of-code",
        "`import " + quoted(start) + "` imports code, which a policy cannot do",
        "delete it");
  }

  public static Fault lockOnActiveNotAllowed() {
    return error(
        "lock-on-active-not-allowed",
        "the attribute `lock-on-active` is not part of this language",
        "delete it: all rules are evaluated");
  }

  public static Fault noLoopNotAllowed() {
    return error(
        "no-loop-not-allowed",
        "the attribute `no-loop` is not part of this language",
        "delete it: a rule cannot trigger itself");
  }

  public static Fault queryNotAllowed() {
    return error(
        "query-not-allowed",
        "queries are not part of this language",
        "write a rule with `@requirement( \"…\" )`, and refer to it with `Met( … )`");
  }

  public static Fault queryNotAllowedSql(String word) {
    return error(
        "query-not-allowed",
        "`" + quoted(word) + "` begins a database query, which is not part of this language",
        "write a rule with patterns, such as `WorkExperience( hours >= 200 )`");
  }

  public static Fault refractNotAllowed() {
    return error(
        "refract-not-allowed",
        "the attribute `refract` is not part of this language",
        "delete it: all rules are evaluated");
  }

  public static Fault ruleflowGroupNotAllowed() {
    return error(
        "ruleflow-group-not-allowed",
        "the attribute `ruleflow-group` is not part of this language",
        "delete it: all rules are evaluated");
  }

  public static Fault salienceNotAllowed() {
    return error(
        "salience-not-allowed",
        "the attribute `salience` is not part of this language",
        "delete it: the order of rules changes nothing");
  }

  public static Fault tableNotAllowed() {
    return error(
        "table-not-allowed",
        "decision tables and templates are not part of this language",
        "write a rule for each row");
  }

  public static Fault timerNotAllowed() {
    return error(
        "timer-not-allowed",
        "the attribute `timer` is not part of this language",
        "delete it: rules see a date, not a clock");
  }

  public static Fault unitNotAllowed() {
    return error("unit-not-allowed", "rule units are not part of this language", "delete it");
  }
}
