package io.credentialrules.internal.read;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that the language knows, and the one that an author may have meant. */
public final class Words {

  /** Begin a statement of a file. */
  static final Set<String> STATEMENTS =
      ImmutableSet.of("package", "import", "rule", "function", "global", "query", "declare");

  /** Begin or join conditions. */
  static final Set<String> CONDITIONS =
      ImmutableSet.of("and", "or", "not", "exists", "forall", "accumulate", "acc", "eval");

  /** Compare texts or moments in DRL, but not in a policy. */
  static final Set<String> TEMPORAL =
      ImmutableSet.of(
          "after",
          "before",
          "coincides",
          "during",
          "finishedby",
          "finishes",
          "includes",
          "meets",
          "metby",
          "overlappedby",
          "overlaps",
          "startedby",
          "starts");

  /** Operators that are words. */
  static final Set<String> OPERATORS =
      ImmutableSet.of("in", "contains", "memberOf", "matches", "not", "excludes");

  /** Values, which DRL accepts as no part of a name. */
  static final Set<String> LITERALS = ImmutableSet.of("true", "false", "null");

  /**
   * Cannot name a field, a variable or a fact type: DRL reads them as something else, always or in
   * some places.
   */
  static final Set<String> RESERVED =
      ImmutableSet.<String>builder()
          .addAll(CONDITIONS)
          .addAll(OPERATORS)
          .addAll(TEMPORAL)
          .add("soundslike", "str", "instanceof", "isA")
          .addAll(STATEMENTS)
          .add(
              "when", "then", "end", "from", "collect", "over", "groupby", "do", "if", "else",
              "break")
          .addAll(LITERALS)
          .add("new", "super", "class")
          .add("boolean", "char", "byte", "short", "int", "long", "float", "double", "void")
          .build();

  private static final int LONGEST_SUGGESTION = 40;

  private Words() {}

  /** Such as {@code maybe `hours`}, or empty where no candidate is near. */
  public static String maybe(String word, Collection<String> candidates) {
    String nearest = nearest(word, candidates);
    return nearest == null ? "" : "maybe `" + nearest + "`";
  }

  /** The first of the candidates that differ least from the word, if they differ little. */
  static @Nullable String nearest(String word, Collection<String> candidates) {
    if (word.length() > LONGEST_SUGGESTION) {
      return null;
    }
    String lower = plain(word);
    String nearest = null;
    int least = word.length() <= 4 ? 2 : 3;
    for (String candidate : candidates) {
      int distance = distance(lower, plain(candidate));
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** Capitals, and what separates the parts of a word, are no differences to speak of. */
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /** Edits between two words, a swap of neighbours being one. */
  private static int distance(String from, String to) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(edits[i - 1][j] + 1, edits[i][j - 1] + 1);
        least = Math.min(least, edits[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          least = Math.min(least, edits[i - 2][j - 2] + 1);
        }
        edits[i][j] = least;
      }
    }
    return edits[from.length()][to.length()];
  }
}
