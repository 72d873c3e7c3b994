package io.credentialrules.internal.check.words;

import com.google.common.base.Splitter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads numbers in words: {@code two hundred and five}, {@code quatre-vingt-dix-sept}. */
final class NumberWords {
  /** How far the other of two things is from the word "both". */
  private static final int MOST_WORDS = 7;

  private static final int HUNDRED = 100;
  private static final int THOUSAND = 1000;

  private final Lexicon lexicon;

  NumberWords(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The same words with one token for each number. */
  List<NameToken> joined(List<NameToken> tokens) {
    List<NameToken> joined = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      if (isBoth(tokens, at)) {
        NameToken both = tokens.get(at++);
        joined.add(
            new NameToken(
                both.text(),
                BigDecimal.valueOf(2),
                false,
                both.begins(),
                both.start(),
                both.end()));
        continue;
      }
      if (isArticle(tokens, at)) {
        NameToken article = tokens.get(at);
        joined.add(
            new NameToken(
                article.text(),
                BigDecimal.ONE,
                false,
                article.begins(),
                article.start(),
                article.end()));
        at++;
        continue;
      }
      Run run = new Run();
      int next = at;
      while (next < tokens.size()
          && (next == at || !tokens.get(next).begins())
          && run.takes(tokens.get(next), next + 1 < tokens.size() ? tokens.get(next + 1) : null)) {
        next++;
      }
      if (next == at) {
        joined.add(tokens.get(at));
        at++;
      } else {
        NameToken first = tokens.get(at);
        NameToken last = tokens.get(next - 1);
        joined.add(
            new NameToken(
                first.text(), run.value(), false, first.begins(), first.start(), last.end()));
        at = next;
      }
    }
    return joined;
  }

  /** "Both workshops" are two, and "both an exam and a portfolio" are not two of anything. */
  private static boolean isBoth(List<NameToken> tokens, int at) {
    if (!tokens.get(at).text().equalsIgnoreCase("both") || at + 1 >= tokens.size()) {
      return false;
    }
    String thing = tokens.get(at + 1).text();
    boolean joins =
        tokens.subList(at + 1, Math.min(at + MOST_WORDS, tokens.size())).stream()
            .anyMatch(token -> token.text().equalsIgnoreCase("and"));
    return thing.length() > 3 && thing.endsWith("s") && !thing.endsWith("ss") && !joins;
  }

  /** "A year" is one; an article before anything else counts nothing. */
  private boolean isArticle(List<NameToken> tokens, int at) {
    return lexicon.has("articles", tokens.get(at).text())
        && at + 1 < tokens.size()
        && Spans.isUnit(String.valueOf(lexicon.meaning("units", tokens.get(at + 1).text())));
  }

  /** The values of the parts of a word such as {@code twenty-one}; empty where it is no number. */
  private List<Integer> values(NameToken token) {
    if (token.text().indexOf('-') < 0) {
      String value = lexicon.meaning("numbers", token.text());
      return value == null ? List.of() : List.of(Integer.valueOf(value));
    }
    List<Integer> values = new ArrayList<>();
    for (String part : Splitter.on('-').split(token.text())) {
      String value = lexicon.meaning("numbers", part);
      if (value != null) {
        values.add(Integer.valueOf(value));
      } else if (!isAnd(part) || values.isEmpty()) {
        return List.of();
      }
    }
    return values;
  }

  private static boolean isAnd(String word) {
    return word.equals("and") || word.equals("et");
  }

  /** A number that is being read. */
  private final class Run {
    private int total;
    private int current;
    private int last;

    private boolean takes(NameToken token, @Nullable NameToken next) {
      if (token.isNumber()) {
        return false;
      }
      if (isAnd(token.text())) {
        boolean goesOn = last >= HUNDRED || (last >= 20 && token.text().equals("et"));
        return goesOn && next != null && fits(values(next));
      }
      List<Integer> values = values(token);
      if (!fits(values)) {
        return false;
      }
      values.forEach(this::add);
      return true;
    }

    /** Whether a number can go on with these: units after tens, anything below after hundreds. */
    private boolean fits(List<Integer> values) {
      if (values.isEmpty()) {
        return false;
      }
      int first = values.get(0);
      return last == 0
          || first == THOUSAND
          || (first == HUNDRED && last < 10)
          || (last >= 20 && first < 20 && last < HUNDRED)
          || (last >= HUNDRED && first < last);
    }

    private void add(int value) {
      if (value == THOUSAND) {
        total += Math.max(1, current) * THOUSAND;
        current = 0;
      } else if (value == HUNDRED) {
        current = Math.max(1, current) * HUNDRED;
      } else if (value == 20 && current % HUNDRED == 4) {
        current += 76;
      } else {
        current += value;
      }
      last = value;
    }

    private BigDecimal value() {
      return BigDecimal.valueOf((long) total + current);
    }
  }
}
