package io.credentialrules.internal.text;

/**
 * A text of an author as messages show it: in backticks, shortened, and without characters that a
 * terminal would obey, that turn the direction of what follows, or that nobody sees.
 */
public final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  public static String of(String text) {
    return "`" + inside(text) + "`";
  }

  /** The same without the backticks. */
  public static String inside(String text) {
    StringBuilder quoted = new StringBuilder();
    int shown = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (++shown > LONGEST) {
        return quoted.append('…').toString();
      }
      i += Character.charCount(character);
      if (character == '`') {
        quoted.append('\'');
      } else if (isShown(character)) {
        quoted.appendCodePoint(character);
      } else {
        quoted.append(Characters.escaped(character));
      }
    }
    return quoted.toString();
  }

  private static boolean isShown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
