package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;
import static io.credentialrules.internal.fault.Fault.warning;

/**
 * Faults of the category "Characters, texts and numbers". Written from the register of checks by
 * {@code -Dchecks.write=true}; do not edit.
 */
public final class TextFaults {

  private TextFaults() {}

  public static Fault badComment(String symbol) {
    return error(
        "bad-comment",
        "a comment begins with `//`, not with `" + quoted(symbol) + "`",
        "write `//`");
  }

  public static Fault badEscape(String escape) {
    return error(
        "bad-escape",
        "unknown escape `" + quoted(escape) + "` in a text",
        "write `\\\\` for a backslash; the others are `\\\"` `\\'` `\\n` `\\t` `\\r` `\\b` `\\f` `\\u0041`");
  }

  public static Fault badNumber(String written) {
    return error(
        "bad-number",
        "`" + quoted(written) + "` is not a number",
        "write digits, with a point before decimals, such as `200` or `79.5`");
  }

  public static Fault badNumberInstead(String written, Object hint) {
    return error("bad-number", "`" + quoted(written) + "` is not a number", plain(hint));
  }

  public static Fault badNumberComma(String written, String number) {
    return error(
        "bad-number",
        "`" + quoted(written) + "` is not a number: it ends at the comma",
        "write `" + quoted(number) + "`");
  }

  public static Fault badNumberWithoutDigit() {
    return error("bad-number", "a number begins with a digit", "write `0.` before the decimals");
  }

  public static Fault dateWithoutQuotes(String written, Object hint) {
    return error(
        "date-without-quotes", "the date `" + quoted(written) + "` needs quotes", plain(hint));
  }

  public static Fault glob(String text, String expression) {
    return warning(
        "glob",
        "in the regular expression `"
            + quoted(text)
            + "` the wildcard repeats the letter before it",
        "write `" + quoted(expression) + "`");
  }

  public static Fault globCompared(String text, String operator, String expression) {
    return warning(
        "glob",
        "`"
            + quoted(text)
            + "` has a wildcard, which `"
            + quoted(operator)
            + "` takes for a letter",
        "write `matches \"" + quoted(expression) + "\"`");
  }

  public static Fault globContained(String text, String part) {
    return warning(
        "glob",
        "`" + quoted(text) + "` has a wildcard, which `contains` takes for a letter",
        "`contains` finds a text anywhere: write `contains \"" + quoted(part) + "\"`");
  }

  public static Fault globPartial(String text, String expression) {
    return warning(
        "glob",
        "`matches` is about the whole text, so `" + quoted(text) + "` fits that text alone",
        "write `" + quoted(expression) + "`");
  }

  public static Fault globExpression(String text, String operator) {
    return warning(
        "glob",
        "`"
            + quoted(text)
            + "` looks like a regular expression, which `"
            + quoted(operator)
            + "` takes as it is",
        "write `matches \"" + quoted(text) + "\"`");
  }

  public static Fault hiddenCharacter(String escape) {
    return error(
        "hidden-character",
        "there is an invisible character here, `" + quoted(escape) + "`",
        "delete it");
  }

  public static Fault idWithoutQuotes(String id) {
    return error(
        "id-without-quotes",
        "`" + quoted(id) + "` is an id, which needs quotes",
        "write `\"" + quoted(id) + "\"`");
  }

  public static Fault quoteInText(String word) {
    return error(
        "quote-in-text",
        "the text ends before `" + quoted(word) + "`",
        "write `\\\"` for a quotation mark inside a text: `\"the \\\"best\\\" course\"`");
  }

  public static Fault quoteInTextDoubled(String word) {
    return error(
        "quote-in-text",
        "the text ends before `" + quoted(word) + "`",
        "write one quotation mark on each side: `\"" + quoted(word) + "\"`");
  }

  public static Fault typographicQuotes(String quote) {
    return error(
        "typographic-quotes",
        "`" + quoted(quote) + "` is not a quotation mark of this language",
        "use straight quotes: `\"`");
  }

  public static Fault unclosedComment() {
    return error("unclosed-comment", "the comment does not end", "write `*/` at its end");
  }

  public static Fault unclosedText(String quote) {
    return error(
        "unclosed-text",
        "the text does not end on its line",
        "write the closing quote `" + quoted(quote) + "`");
  }

  public static Fault unexpectedCharacter(String characters) {
    return error(
        "unexpected-character",
        "`" + quoted(characters) + "` is outside a text",
        "names have the letters a to z; put a text in quotes");
  }

  public static Fault unexpectedCharacterSpace(String code) {
    return error(
        "unexpected-character",
        "this space is not an ordinary one (it is `" + quoted(code) + "`)",
        "type the space again");
  }

  public static Fault unexpectedCharacterBackslash() {
    return error(
        "unexpected-character",
        "this backslash `\\` is outside a text",
        "escapes such as `\\\"` are for texts in quotes; delete it here");
  }

  public static Fault unexpectedCharacterOrnament(String characters) {
    return error(
        "unexpected-character",
        "`" + quoted(characters) + "` is not a symbol of this language",
        "leave it out: each condition is on a line of its own");
  }

  public static Fault unexpectedCharacterSign(String characters, String meant) {
    return error(
        "unexpected-character",
        "`" + quoted(characters) + "` is not a symbol of this language",
        "write `" + quoted(meant) + "`");
  }
}
