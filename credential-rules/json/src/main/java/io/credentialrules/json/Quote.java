package io.credentialrules.json;

/**
 * Values of a document in messages: in backticks, short, and without characters that a terminal
 * would obey.
 */
final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

  static String of(String value) {
    StringBuilder quoted = new StringBuilder("`");
    int shown = 0;
    for (int i = 0; i < value.length(); ) {
      int character = value.codePointAt(i);
      if (++shown > LONGEST) {
        quoted.append('…');
        break;
      }
      i += Character.charCount(character);
      if (character == '`') {
        quoted.append('\'');
      } else if (isPlain(character)) {
        quoted.appendCodePoint(character);
      } else {
        quoted.append("\\u{").append(Integer.toHexString(character)).append('}');
      }
    }
    return quoted.append('`').toString();
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
