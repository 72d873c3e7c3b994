package io.credentialrules.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The only door to standard output and standard error. Nothing that could act on a terminal passes:
 * control characters, which can move the cursor or change colours, and those that turn the
 * direction of writing around. In text they are shown as replacement characters; in JSON they are
 * written as escapes, so that the values stay what they are. Whatever is written as a line stays
 * one line, whatever a record, a file name or a policy holds. A status line is gone before anything
 * is written.
 */
final class Terminal extends PrintWriter {
  private static final String ACTING =
      "\\p{Cc}\\u061c\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff\\p{Cs}";
  private static final Pattern IN_TEXT = Pattern.compile("[" + ACTING + "&&[^\\n]]");
  private static final Pattern IN_A_LINE = Pattern.compile("[" + ACTING + "]");

  private final StatusLine status;

  /** Writes what is harmless to another writer. */
  Terminal(PrintWriter target) {
    this(target, StatusLine.silent(target));
  }

  /** Writes what is harmless to another writer, which a status line may be in the way of. */
  Terminal(PrintWriter target, StatusLine status) {
    super(target);
    this.status = status;
  }

  /** Standard output of a command. */
  static Terminal out(CommandSpec spec) {
    return (Terminal) spec.commandLine().getOut();
  }

  /** Standard error of a command. */
  static Terminal err(CommandSpec spec) {
    return (Terminal) spec.commandLine().getErr();
  }

  /** The line that says how far long work is. */
  StatusLine status() {
    return status;
  }

  /** One line, also where the text has line breaks of its own. */
  void line(String text) {
    status.clear();
    super.write(IN_A_LINE.matcher(text).replaceAll("\uFFFD") + "\n");
    flush();
  }

  /** Several lines. */
  void lines(List<String> lines) {
    lines.forEach(this::line);
  }

  /** A JSON document; outside of its texts it has no character that acts but line breaks. */
  void json(String document) {
    jsonPart(document + "\n");
  }

  /** A part of a JSON document, which does not end within a character. */
  void jsonPart(String part) {
    status.clear();
    String escaped =
        IN_TEXT
            .matcher(part)
            .replaceAll(
                acting ->
                    Matcher.quoteReplacement(
                        String.format(Locale.ROOT, "\\u%04x", (int) acting.group().charAt(0))));
    super.write(escaped);
    flush();
  }

  @Override
  public void println(String text) {
    line(text);
  }

  @Override
  public void write(String text, int offset, int length) {
    status.clear();
    String harmless = IN_TEXT.matcher(text.substring(offset, offset + length)).replaceAll("\uFFFD");
    super.write(harmless, 0, harmless.length());
  }

  @Override
  public void write(char[] text, int offset, int length) {
    write(String.valueOf(text, offset, length));
  }

  @Override
  public void write(int character) {
    write(Character.toString(character));
  }
}
