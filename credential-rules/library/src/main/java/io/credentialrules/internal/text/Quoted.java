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
    return inside(text, LONGEST);
  }

  /** The same, shortened to another number of characters. */
  public static String inside(String text, int longest) {
    return visible(text.replace('`', '\''), longest);
  }

  /** The whole of a text that has its own quotations, without what nobody sees. */
  public static String visible(String text) {
    return visible(text, Integer.MAX_VALUE);
  }

  private static String visible(String text, int longest) {
    StringBuilder visible = new StringBuilder();
    int shown = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (++shown > longest) {
        return visible.append('…').toString();
      }
      i += Character.charCount(character);
      if (isShown(character)) {
        visible.appendCodePoint(character);
      } else {
        visible.append(Characters.escaped(character));
      }
    }
    return visible.toString();
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
