package io.credentialrules.report.internal.page;

import com.google.common.html.HtmlEscapers;
import java.util.regex.Pattern;

/**
 * Text from packs and records made harmless for the place where it is written. Everywhere, control
 * characters and those that turn the direction of writing around are shown as replacement
 * characters: they could move the cursor of a terminal, or make a text read otherwise than it is.
 */
final class Escaping {
  private static final Pattern HARMFUL =
      Pattern.compile(
          "[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]|\\p{Cs}");
  private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\\t]+\\s*");
  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_\\[\\]<>&|~#!{}$@^=\"]");
  private static final Pattern LINK = Pattern.compile("(?i)(:)(//)|(www)(\\.)");
  private static final Pattern LIST = Pattern.compile("^(\\s*\\d+)([.)])|^(\\s*)([-+:])");

  private Escaping() {}

  /** For a terminal or a text file: one line, nothing that acts. */
  static String plain(String text) {
    return HARMFUL.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("\uFFFD");
  }

  /** For the text and the quoted attributes of HTML and XML. */
  static String markup(String text) {
    return HtmlEscapers.htmlEscaper().escape(plain(text));
  }

  /** For Markdown (CommonMark and GitHub's): no markup, no link, no HTML, no list. */
  static String markdown(String text) {
    String safe = MARKDOWN.matcher(plain(text)).replaceAll("\\\\$0");
    safe = LINK.matcher(safe).replaceAll("$1$3\\\\$2$4");
    return LIST.matcher(safe).replaceAll("$1$3\\\\$2$4");
  }
}
