package io.credentialrules.internal.check.words;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a name that speaks of a value, by a word of its language or by the letters of the
 * value: "first aid" is {@code first-aid}.
 *
 * @param values the values that it may mean
 * @param from its first word
 * @param to the word after it
 */
record Mention(Set<String> values, int from, int to) {
  /** Between two that belong together there are no more words. */
  private static final int MOST_WORDS_BETWEEN = 6;

  /** How a name joins what it says. */
  enum Join {
    OR,
    AND,
    NONE
  }

  /** The words of a value, as {@link #in} looks for them. */
  static List<String> words(String value) {
    String text = value.toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || !Character.isLetterOrDigit(text.charAt(at))) {
        if (at > start) {
          words.add(text.substring(start, at));
        }
        start = at + 1;
      }
    }
    return words;
  }

  /** All mentions of some values, from left to right; each value with its words. */
  static List<Mention> in(Wording wording, Map<String, List<String>> values) {
    List<Mention> found = new ArrayList<>();
    int at = 0;
    while (at < wording.size()) {
      Mention here = at(wording, at, values);
      if (here != null) {
        found.add(here);
      }
      at = here == null ? at + 1 : here.to;
    }
    return found;
  }

  private static @Nullable Mention at(Wording wording, int at, Map<String, List<String>> values) {
    for (String section : List.of("words", "other words")) {
      int end = wording.after(section, at);
      if (end > at) {
        List<String> meant =
            Splitter.on('|')
                .splitToStream(wording.meaning(section, at, end))
                .filter(values::containsKey)
                .toList();
        if (!meant.isEmpty()) {
          return new Mention(Set.copyOf(meant), at, end);
        }
      }
    }
    Mention longest = null;
    for (Map.Entry<String, List<String>> value : values.entrySet()) {
      int end = end(wording, at, value.getValue());
      if (end > at && (longest == null || end > longest.to)) {
        longest = new Mention(Set.of(value.getKey()), at, end);
      }
    }
    return longest;
  }

  private static int end(Wording wording, int at, List<String> words) {
    if (words.isEmpty() || at + words.size() > wording.size()) {
      return at;
    }
    for (int i = 0; i < words.size(); i++) {
      String said = wording.token(at + i).text();
      boolean isLast = i == words.size() - 1;
      if (!said.equals(words.get(i)) && !(isLast && isPlural(said, words.get(i)))) {
        return at;
      }
    }
    return at + words.size();
  }

  private static boolean isPlural(String said, String word) {
    return said.length() == word.length() + 1 && said.endsWith("s") && said.startsWith(word);
  }

  /** How each and the next are joined in a name; a comma joins as what follows does. */
  static List<Join> joins(Wording wording, List<Mention> mentions) {
    List<Join> joins = new ArrayList<>(Collections.nCopies(mentions.size(), Join.NONE));
    for (int at = mentions.size() - 2; at >= 0; at--) {
      joins.set(at, join(wording, mentions.get(at), mentions.get(at + 1), joins.get(at + 1)));
    }
    return joins;
  }

  private static Join join(Wording wording, Mention one, Mention other, Join next) {
    if (other.from - one.to > MOST_WORDS_BETWEEN) {
      return Join.NONE;
    }
    boolean isComma = wording.token(other.from).begins();
    Join join = Join.NONE;
    for (int i = one.to; i < other.from; i++) {
      isComma |= wording.token(i).begins();
      if (wording.hasAt("or", i)) {
        return Join.OR;
      } else if (wording.hasAt("and", i)) {
        join = Join.AND;
      }
    }
    return join == Join.NONE && isComma ? next : join;
  }

  /** Whether it speaks of one thing, or of both: "a workshop", "both workshops". */
  boolean isOfOne(Wording wording) {
    return wording.hasAt("one of it", from - 1) || wording.hasAt("one of it", from - 2);
  }
}
