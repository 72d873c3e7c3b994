package io.credentialrules.internal.text;

import com.google.common.base.CharMatcher;
import io.credentialrules.internal.work.Interruption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The word that an author may have meant: of those that would fit, the one that differs least. */
public final class NearestWord {
  private static final int LONGEST_SUGGESTION = 40;
  private static final int MOST_CANDIDATES = 2_000;
  private static final int SHORTEST_BEGINNING = 2;
  private static final int MOST_LISTED = 12;
  private static final int SHORTEST_SLIP = 7;
  private static final int LEAST_OTHER = 3;

  /** Edits by which a slip differs from what is meant. */
  static final int MOST_EDITS = LEAST_OTHER - 1;

  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  private NearestWord() {}

  /** Such as {@code maybe `hours`}, or empty where no candidate is near. */
  public static String maybe(String word, Collection<String> candidates) {
    String nearest = of(word, candidates);
    return nearest == null ? "" : "maybe `" + nearest + "`";
  }

  /** The same, or all candidates where none is near; empty where there are none. */
  public static String maybeOrAll(String word, List<String> candidates) {
    String maybe = maybe(word, candidates);
    if (!maybe.isEmpty() || candidates.isEmpty()) {
      return maybe;
    }
    return candidates.stream()
        .limit(MOST_LISTED)
        .map(candidate -> "`" + candidate + "`")
        .collect(
            Collectors.joining(
                ", ",
                candidates.size() == 1 ? "write " : "write one of ",
                candidates.size() > MOST_LISTED ? ", …" : ""));
  }

  /**
   * The first of the candidates that differ least from the word, if they differ little; or else the
   * only one that begins with it. Looks at so many candidates only as are quickly compared.
   */
  public static @Nullable String of(String word, Collection<String> candidates) {
    if (word.length() > LONGEST_SUGGESTION) {
      return null;
    }
    String lower = plain(word);
    String nearest = null;
    String begun = null;
    int beginning = 0;
    int least = word.length() <= 4 ? 2 : 3;
    int looked = 0;
    for (String candidate : candidates) {
      Interruption.check();
      if (++looked > MOST_CANDIDATES) {
        break;
      }
      if (plain(candidate).startsWith(lower)) {
        begun = candidate;
        beginning++;
      }
      if (Math.abs(candidate.length() - lower.length()) < least) {
        int distance = distance(lower, plain(candidate), least);
        if (distance < least) {
          least = distance;
          nearest = candidate;
        }
      }
    }
    return nearest == null && beginning == 1 && word.length() > SHORTEST_BEGINNING
        ? begun
        : nearest;
  }

  /**
   * Whether a text is likely to be another with a slip or two: of some length, and with the same
   * digits, because {@code ENG 101} is not meant by {@code ENG 102}.
   */
  public static boolean isSlipOf(String text, String other) {
    return canBeSlip(text)
        && Math.abs(text.length() - other.length()) < LEAST_OTHER
        && digits(text).equals(digits(other))
        && distance(plain(text), plain(other), LEAST_OTHER) < LEAST_OTHER;
  }

  /** Whether a text is of a length in which slips are told from other texts. */
  static boolean canBeSlip(String text) {
    return text.length() >= SHORTEST_SLIP && text.length() <= LONGEST_SUGGESTION;
  }

  static String digits(String text) {
    return DIGITS.retainFrom(text);
  }

  /** Capitals, and what separates the parts of a word, are no differences to speak of. */
  static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /**
   * Edits between two words, a swap of neighbours being one; any number from {@code enough} on
   * where there are so many, so that only the middle of the table is filled, and that only from the
   * first difference to the last.
   */
  private static int distance(String first, String second, int enough) {
    int start = 0;
    int shorter = Math.min(first.length(), second.length());
    while (start < shorter && first.charAt(start) == second.charAt(start)) {
      start++;
    }
    int same = 0;
    while (same < shorter - start
        && first.charAt(first.length() - 1 - same) == second.charAt(second.length() - 1 - same)) {
      same++;
    }
    return table(
        first.substring(start, first.length() - same),
        second.substring(start, second.length() - same),
        enough);
  }

  private static int table(String from, String to, int enough) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      int leastOfRow = enough;
      for (int j = Math.max(0, i - enough); j <= Math.min(to.length(), i + enough); j++) {
        edits[i][j] = edits(edits, from, to, i, j, enough);
        leastOfRow = Math.min(leastOfRow, edits[i][j]);
      }
      if (leastOfRow >= enough) {
        return enough;
      }
    }
    return edits[from.length()][to.length()];
  }

  private static int edits(int[][] edits, String from, String to, int i, int j, int enough) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int least = edits[i - 1][j - 1] + change;
    if (j < i + enough) {
      least = Math.min(least, edits[i - 1][j] + 1);
    }
    if (j > i - enough) {
      least = Math.min(least, edits[i][j - 1] + 1);
    }
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
