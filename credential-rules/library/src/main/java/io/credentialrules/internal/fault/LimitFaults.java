package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;
import static io.credentialrules.internal.fault.Fault.warning;

/**
 * Faults of the category "Limits". Written from the register of checks by {@code
 * -Dchecks.write=true}; do not edit.
 */
public final class LimitFaults {

  private LimitFaults() {}

  public static Fault limitAlternatives(Object limit) {
    return error(
        "limit-alternatives",
        "the rule has more than "
            + plain(limit)
            + " alternatives once each `or` is expanded (limit `maxAlternatives`)",
        "split it into requirements, and join them with `Met( … )`");
  }

  public static Fault limitChain(Object limit) {
    return error(
        "limit-chain",
        "this dependency chain is longer than "
            + plain(limit)
            + " requirements and credentials (limit `maxChain`)",
        "depend on what is needed itself, instead of on what depends on it");
  }

  public static Fault limitConditions(Object conditions, Object limit) {
    return error(
        "limit-conditions",
        "the rule has "
            + plain(conditions)
            + " conditions, constraints and listed values; the limit `maxConditions` is "
            + plain(limit),
        "split it into requirements, and join them with `Met( … )`");
  }

  public static Fault limitDependencies(Object limit) {
    return error(
        "limit-dependencies",
        "with this condition, the patterns on `Met` and `Earned` can match more than "
            + plain(limit)
            + " requirements and credentials (limit `maxDependencies`)",
        "name the requirement, the credential or the pathway: `pathway == \"…\"`");
  }

  public static Fault limitEmptyRecord(Object limit) {
    return error(
        "limit-empty-record",
        "even an empty record takes too much: " + plain(limit),
        "begin with conditions on facts, or raise the limit");
  }

  public static Fault limitExpandedConditions(Object limit) {
    return error(
        "limit-expanded-conditions",
        "more than "
            + plain(limit)
            + " conditions in all rules once each `or` is expanded; what follows was not read (limit `maxExpandedConditions`)",
        "split the packs, or raise the limit");
  }

  public static Fault limitFileSize(Object limit) {
    return error(
        "limit-file-size",
        "the file has more than " + plain(limit) + " characters (limit `maxFileCharacters`)",
        "split it into several files");
  }

  public static Fault limitFiles(Object limit) {
    return error(
        "limit-files",
        "the pack has more than " + plain(limit) + " files (limit `maxFiles`)",
        "split the pack, or raise the limit");
  }

  public static Fault limitNamedValues(Object limit, String name) {
    return error(
        "limit-named-values",
        "more than " + plain(limit) + " days on which `" + quoted(name) + "` changes",
        "remove those that no record can reach");
  }

  public static Fault limitNamedValuesList(Object limit, String name) {
    return error(
        "limit-named-values",
        "more than " + plain(limit) + " values in the list `" + quoted(name) + "`",
        "split the list");
  }

  public static Fault limitNesting(Object limit) {
    return error(
        "limit-nesting",
        "this is nested more than " + plain(limit) + " levels deep (limit `maxNesting`)",
        "split the rule into several");
  }

  public static Fault limitPolicySize(Object limit) {
    return error(
        "limit-policy-size",
        "more than "
            + plain(limit)
            + " characters in all files; what follows was not read (limit `maxPolicyCharacters`)",
        "split the pack, or raise the limit");
  }

  public static Fault limitRegularExpression(Object limit) {
    return error(
        "limit-regular-expression",
        "the regular expression is larger than "
            + plain(limit)
            + " once its repetitions are expanded (limit `maxRegularExpression`)",
        "repeat less, or nest fewer parentheses");
  }

  public static Fault limitRules(Object limit) {
    return error(
        "limit-rules",
        "more than " + plain(limit) + " rules; what follows was not read (limit `maxRules`)",
        "split the packs, or raise the limit");
  }

  public static Fault limitText(Object what, Object length, Object limit) {
    return error(
        "limit-text",
        "this "
            + plain(what)
            + " has "
            + plain(length)
            + " characters; the limit `maxTextCharacters` is "
            + plain(limit),
        "shorten it");
  }

  public static Fault tooManyProblems(Object limit) {
    return error(
        "too-many-problems",
        "more than " + plain(limit) + " problems; what follows was not read (limit `maxProblems`)",
        "correct the others first");
  }

  public static Fault tooManyProblemsLeftOut(Object count) {
    return error(
        "too-many-problems",
        plain(count) + " further errors are left out (limit `maxProblems`)",
        "correct the others first");
  }

  public static Fault tooManyWarnings(Object count) {
    return warning(
        "too-many-warnings",
        plain(count) + " further warnings are left out (limit `maxProblems`)",
        "silence those that are meant, with a reason");
  }
}
