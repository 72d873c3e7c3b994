package io.credentialrules.internal.text;

/** Which characters are allowed where. None of it depends on the locale. */
public final class Characters {
  /** Begins the tag characters, which hide any text of plain letters in another. */
  private static final char FIRST_HALF_OF_TAGS = '\udb40';

  private Characters() {}

  /** The line ends are space too; nothing else is. */
  public static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\f' || isLineEnd(c);
  }

  public static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isSymbol(char c) {
    return "()[]{},;:.@=<>!&|+-*/%#?^~".indexOf(c) >= 0;
  }

  /**
   * Latin letters only: look-alikes from other alphabets would make two names that read the same,
   * and other DRL tools know an older set of letters.
   */
  public static boolean startsWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '$'
        || (c >= '\u00c0' && c <= '\u0236' && c != '\u00d7' && c != '\u00f7');
  }

  public static boolean continuesWord(char c) {
    return startsWord(c) || isDigit(c);
  }

  /**
   * Characters that a reader does not see, but that steer terminals or turn the direction of a text
   * (see <a href="https://trojansource.codes">Trojan Source</a>), and line ends that only some
   * editors know.
   */
  public static boolean isHidden(char c) {
    return (c < ' ' && !isSpace(c))
        || (c >= '\u007f' && c <= '\u009f')
        || c == '\u200b'
        || c == '\u2060'
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == FIRST_HALF_OF_TAGS
        || c == '\ufeff';
  }

  public static boolean isControl(char c) {
    return isHidden(c) || isLineEnd(c) || c == '\t' || c == '\f';
  }

  /** Such as {@code \u202e}; in braces where it has more than four digits. */
  public static String escaped(int character) {
    String hex = Integer.toHexString(character);
    return hex.length() > 4 ? "\\u{" + hex + "}" : "\\u" + "0".repeat(4 - hex.length()) + hex;
  }
}
