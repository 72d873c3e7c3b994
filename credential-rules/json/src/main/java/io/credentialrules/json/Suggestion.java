package io.credentialrules.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which of the words that exist was perhaps meant. */
final class Suggestion {
  private static final int LONGEST = 60;
  private static final int LISTED = 12;

  private Suggestion() {}

  /** Such as {@code maybe `hours`}; empty where no word is near. */
  static String near(String written, Collection<String> words) {
    if (written.length() > LONGEST) {
      return "";
    }
    String nearest = "";
    int least = 1 + Math.min(3, written.length() / 3);
    for (String word : words) {
      int distance = distance(plain(written), plain(word));
      if (distance < least) {
        least = distance;
        nearest = word;
      }
    }
    if (nearest.isEmpty()) {
      nearest = begunBy(plain(written), words);
    }
    return nearest.isEmpty() ? "" : "maybe `" + nearest + "`";
  }

  /** The one word that begins with what was written; empty where there is none, or several. */
  private static String begunBy(String written, Collection<String> words) {
    List<String> begun = words.stream().filter(word -> plain(word).startsWith(written)).toList();
    return written.length() > 2 && begun.size() == 1 ? begun.get(0) : "";
  }

  /** The nearest word, or all of them where none is near. */
  static String nearOrAll(String written, List<String> words) {
    String near = near(written, words);
    if (!near.isEmpty() || words.isEmpty()) {
      return near;
    }
    String all =
        words.stream()
            .limit(LISTED)
            .map(word -> "`" + word + "`")
            .collect(Collectors.joining(", "));
    return "write "
        + (words.size() == 1 ? "" : "one of ")
        + all
        + (words.size() > LISTED ? ", …" : "");
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /** Insertions, deletions, replacements and swaps of neighbours. */
  private static int distance(String left, String right) {
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[right.length()];
  }
}
