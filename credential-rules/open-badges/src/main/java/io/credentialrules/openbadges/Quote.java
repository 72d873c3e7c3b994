package io.credentialrules.openbadges;

/** Values of others in messages: in backticks, short, without characters that a terminal obeys. */
final class Quote {
  private static final int LONGEST = 80;

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
      } else if (Character.isISOControl(character)
          || Character.getType(character) == Character.FORMAT
          || Character.getType(character) == Character.SURROGATE) {
        quoted.append("\\u{").append(Integer.toHexString(character)).append('}');
      } else {
        quoted.appendCodePoint(character);
      }
    }
    return quoted.append('`').toString();
  }
}
