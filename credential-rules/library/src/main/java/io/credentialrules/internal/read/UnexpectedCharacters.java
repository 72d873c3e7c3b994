package io.credentialrules.internal.read;

import io.credentialrules.internal.read.Token.Fault;

/**
 * A run of characters that can begin no token.
 *
 * @param end offset just behind the run
 */
record UnexpectedCharacters(int end, Fault fault) {

  private static final String OPENING_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb";

  static UnexpectedCharacters at(String source, int start) {
    char first = source.charAt(start);
    if (Characters.isHidden(first)) {
      return hiddenAt(source, start);
    }
    if (OPENING_QUOTES.indexOf(first) >= 0) {
      return typographicQuotes(source, start);
    }
    int end = start + 1;
    while (end < source.length() && isUnexpected(source.charAt(end))) {
      end++;
    }
    return new UnexpectedCharacters(end, fault(source.substring(start, Math.min(end, start + 70))));
  }

  /** A run of characters that nobody sees, in a token or in a comment. */
  static UnexpectedCharacters hiddenAt(String source, int start) {
    int end = start + 1;
    while (end < source.length() && Characters.isHidden(source.charAt(end))) {
      end++;
    }
    return new UnexpectedCharacters(end, hidden(source.charAt(start)));
  }

  static Fault hidden(char c) {
    return new Fault(
        "hidden-character",
        "the invisible character `" + Characters.escaped(c) + "` stands here",
        "delete it");
  }

  private static Fault fault(String characters) {
    if (characters.charAt(0) == '\u00a0') {
      return new Fault(
          "unexpected-character",
          "the space here is not an ordinary one (it is `\\u00a0`)",
          "type the space again");
    }
    if (characters.charAt(0) == '\\') {
      return new Fault(
          "unexpected-character",
          "the backslash `\\` stands outside a text",
          "escapes such as `\\\"` are for texts in quotes; delete it here");
    }
    return new Fault(
        "unexpected-character",
        Quoted.of(characters) + " stands outside a text",
        "names have the letters a to z; put a text in quotes");
  }

  private static UnexpectedCharacters typographicQuotes(String source, int start) {
    int end = start + 1;
    while (end < source.length() && !Characters.isLineEnd(source.charAt(end))) {
      if (OPENING_QUOTES.indexOf(source.charAt(end++)) >= 0) {
        return new UnexpectedCharacters(end, quotes(source.charAt(start)));
      }
    }
    return new UnexpectedCharacters(start + 1, quotes(source.charAt(start)));
  }

  private static Fault quotes(char quote) {
    return new Fault(
        "typographic-quotes",
        "`" + quote + "` is no quote of this language",
        "use straight quotes: `\"`");
  }

  private static boolean isUnexpected(char c) {
    return !Characters.isSpace(c)
        && !Characters.continuesWord(c)
        && !Characters.isSymbol(c)
        && c != '"'
        && c != '\''
        && !Characters.isHidden(c)
        && OPENING_QUOTES.indexOf(c) < 0;
  }
}
