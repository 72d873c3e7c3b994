package io.credentialrules.pathways;

import java.text.Normalizer;
import java.util.Locale;

/** Texts of somebody else as ids and as texts of a policy. */
final class ForeignText {
  private static final int LONGEST_ID = 60;
  private static final int LONGEST_TEXT = 160;

  private ForeignText() {}

  /** An id: lower-case letters, digits and hyphens; empty where nothing is left of the text. */
  static String id(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.length() > LONGEST_ID ? plain.substring(0, LONGEST_ID) : plain;
    return cut.replaceAll("^-+|-+$", "");
  }

  /** One line without anything that acts or hides, and not endless. */
  static String line(String text) {
    return line(text, 0);
  }

  /** The same, with room for so many characters after it. */
  static String line(String text, int room) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Z}]+", " ").strip();
    int longest = LONGEST_TEXT - room;
    if (line.codePointCount(0, line.length()) <= longest) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
  }

  /** A text in quotes of the policy language. */
  static String text(String text) {
    return '"' + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A text of a policy once more, as it is. */
  static String written(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A value in a sentence. */
  static String quoted(String text) {
    return "`" + line(text).replace('`', '\'') + "`";
  }

  /** The last part of an address. */
  static String tail(String address) {
    String plain = address.replaceAll("[/#]+$", "");
    return plain.substring(
        Math.max(plain.lastIndexOf('/'), Math.max(plain.lastIndexOf('#'), plain.lastIndexOf(':')))
            + 1);
  }
}
