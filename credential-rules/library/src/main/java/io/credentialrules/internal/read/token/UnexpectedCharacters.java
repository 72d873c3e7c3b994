package io.credentialrules.internal.read.token;

import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.TextFaults;
import io.credentialrules.internal.text.Characters;
import java.util.Map;

/**
 * A run of characters that can begin no token.
 *
 * @param end offset just after the run
 */
record UnexpectedCharacters(int end, Fault fault) {

  /** Signs that word processors and books have for those of the language. */
  private static final Map<Character, String> MEANT =
      Map.of(
          '\u2265', ">=", '\u2264', "<=", '\u2260', "!=", '\u2013', "-", '\u2014', "-", '\u2212',
          "-", '\u2227', "&&", '\u2228', "||", '\u00ac', "!");

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
    return TextFaults.hiddenCharacter(Characters.escaped(c));
  }

  private static Fault fault(String characters) {
    if (characters.charAt(0) == '\u00a0') {
      return TextFaults.unexpectedCharacterSpace();
    }
    if (characters.charAt(0) == '\\') {
      return TextFaults.unexpectedCharacterBackslash();
    }
    String meant = MEANT.get(characters.charAt(0));
    if (meant != null) {
      return TextFaults.unexpectedCharacterSign(characters, meant);
    }
    return TextFaults.unexpectedCharacter(characters);
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
    return TextFaults.typographicQuotes(String.valueOf(quote));
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
