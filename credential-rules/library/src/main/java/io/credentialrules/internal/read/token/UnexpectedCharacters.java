package io.credentialrules.internal.read.token;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.TextFaults;
import io.credentialrules.internal.text.Characters;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  private static final ImmutableMap<Character, String> OTHERS =
      ImmutableMap.<Character, String>builder()
          .put('`', "\"")
          .put('\u00bd', "0.5")
          .put('\u00bc', "0.25")
          .put('\u00be', "0.75")
          .put('\u00d7', "*")
          .put('\u00f7', "/")
          .put('\u2208', "in")
          .buildOrThrow();

  /** Signs of lists and texts that a policy does without. */
  private static final String ORNAMENTS =
      "\u2022\u00b7\u25cf\u25aa\u2023\u2026\u2192\u21d2\u2713\u2714\u25a1\u2610\u2611";

  private static final String OPENING_QUOTES =
      "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb\u2039\u203a\u2033\u2032\u00b4";

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
    if (Character.isSpaceChar(characters.charAt(0))) {
      return TextFaults.unexpectedCharacterSpace(Characters.escaped(characters.charAt(0)));
    }
    if (characters.charAt(0) == '\\') {
      return TextFaults.unexpectedCharacterBackslash();
    }
    if (ORNAMENTS.indexOf(characters.charAt(0)) >= 0) {
      return TextFaults.unexpectedCharacterOrnament(characters);
    }
    String meant = meant(characters);
    if (meant != null) {
      return TextFaults.unexpectedCharacterSign(characters, meant);
    }
    return TextFaults.unexpectedCharacter(characters);
  }

  private static @Nullable String meant(String characters) {
    char first = characters.charAt(0);
    String sign = MEANT.getOrDefault(first, OTHERS.get(first));
    if (sign != null) {
      return sign;
    }
    String plain = Normalizer.normalize(characters, Normalizer.Form.NFKC);
    boolean isPlain = plain.chars().allMatch(c -> c > ' ' && c <= '~' && c != '`');
    return isPlain ? plain : null;
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
