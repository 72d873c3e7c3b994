package io.credentialrules.internal.text;

/**
 * An author's text as messages show it: in backticks, shortened, and without characters that a
 * terminal would obey or that turn the direction of what follows.
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
    int end = Math.min(text.length(), LONGEST);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < end
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        quoted.append(c).append(text.charAt(++i));
      } else if (Characters.isControl(c) || Character.isSurrogate(c)) {
        quoted.append(Characters.escaped(c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append(text.length() > end ? "…" : "").toString();
  }
}
