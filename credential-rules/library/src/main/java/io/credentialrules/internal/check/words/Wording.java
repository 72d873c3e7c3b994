package io.credentialrules.internal.check.words;

import io.credentialrules.policy.Operator;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a name in their language, and which expressions are where among them. */
final class Wording {
  private static final int NEAR = 4;

  private final String name;
  private final Lexicon lexicon;
  private final List<NameToken> tokens;

  /** The sections of the lexicon of which there may be something in the name. */
  private final Set<String> sections;

  /** Words that were put together, by the first of them and the end. */
  private final Map<Integer, String> expressions = new HashMap<>();

  Wording(String name) {
    List<NameToken> split = NameTokens.of(name);
    this.name = name;
    this.lexicon = Lexicon.of(split);
    this.tokens = new NumberWords(lexicon).joined(split);
    this.sections = lexicon.sections(tokens);
  }

  int size() {
    return tokens.size();
  }

  NameToken token(int at) {
    return tokens.get(at);
  }

  List<NameToken> tokens() {
    return tokens;
  }

  /** What the name says from one word to before another. */
  String quote(int from, int to) {
    return name.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }

  private @Nullable String expression(int from, int to) {
    if (from < 0 || to > tokens.size() || from >= to) {
      return null;
    }
    for (int i = from + 1; i < to; i++) {
      if (tokens.get(i).begins()) {
        return null;
      }
    }
    return to == from + 1
        ? tokens.get(from).text()
        : expressions.computeIfAbsent(from * tokens.size() + to, place -> joined(from, to));
  }

  private String joined(int from, int to) {
    StringBuilder joined = new StringBuilder(tokens.get(from).text());
    for (int i = from + 1; i < to; i++) {
      joined.append(' ').append(tokens.get(i).text());
    }
    return joined.toString();
  }

  /** Whether no expression of some sections is in the name, so that nothing need be looked for. */
  boolean lacks(Set<String> others) {
    return Collections.disjoint(sections, others);
  }

  /** Where the longest expression of a section ends that begins here; the same where none does. */
  int after(String section, int at) {
    boolean isPossible = at >= 0 && at < size() && sections.contains(section);
    int longest = isPossible ? lexicon.longestFrom(section, tokens.get(at).text()) : 0;
    for (int length = longest; length > 0; length--) {
      String expression = expression(at, at + length);
      if (expression != null && !tokens.get(at).inDigits() && lexicon.has(section, expression)) {
        return at + length;
      }
    }
    return at;
  }

  boolean is(String section, int at) {
    return at < size() && after(section, at) > at;
  }

  /** Whether one word is in a section. */
  boolean hasAt(String section, int at) {
    return at >= 0
        && at < size()
        && sections.contains(section)
        && lexicon.has(section, tokens.get(at).text());
  }

  /** Whether any one word is in a section. */
  boolean hasWord(String section) {
    for (int at = 0; sections.contains(section) && at < size(); at++) {
      if (hasAt(section, at)) {
        return true;
      }
    }
    return false;
  }

  boolean means(String section, int at, String meaning) {
    return at >= 0
        && at < size()
        && meaning.equals(lexicon.meaning(section, tokens.get(at).text()));
  }

  boolean isOr(int at) {
    return tokens.get(at).text().equals("or") || tokens.get(at).text().equals("ou");
  }

  String meaning(String section, int from, int to) {
    return String.valueOf(lexicon.meaning(section, String.valueOf(expression(from, to))));
  }

  /**
   * Where the longest expression of a section begins that ends before this word, but for words that
   * only fill in; -1 where none does.
   */
  int firstBefore(String section, int at) {
    int end = at;
    while (end > 0 && !tokens.get(end).begins()) {
      for (int length = lexicon.longest(section); length > 0; length--) {
        String expression = expression(end - length, end);
        if (expression != null && lexicon.has(section, expression)) {
          return end - length;
        }
      }
      if (!hasAt("fillers", end - 1)) {
        return -1;
      }
      end--;
    }
    return -1;
  }

  Set<Operator> relation(String section, int first) {
    return lexicon.relation(section, String.valueOf(expression(first, after(section, first))));
  }

  /** What words before a number say; "not examined more than twice" may mean two at most. */
  Set<Operator> comparison(int first) {
    Set<Operator> said = relation("before", first);
    int at = first - 1;
    while (at >= Math.max(0, first - NEAR) && !token(at + 1).begins()) {
      if (said.equals(Set.of(Operator.MORE)) && hasAt("negations", at)) {
        return Set.of(Operator.MORE, Operator.AT_MOST);
      }
      at--;
    }
    return said;
  }

  /** Whether an amount is spoken of from here on, rather than what something extends over. */
  boolean isAmount(int first) {
    return first == 0 || token(first).begins() || hasAt("before an amount", first - 1);
  }

  /** The last number of "16 to 18"; the number itself where there is no range. */
  int lastOfRange(int at) {
    boolean isRange =
        at + 2 < size()
            && token(at + 2).isNumber()
            && !token(at + 2).begins()
            && !token(at + 1).begins();
    if (!isRange || !hasAt("range", at + 1)) {
      return at;
    }
    boolean isTo = !"and et".contains(token(at + 1).text());
    return isTo || (at > 0 && means("range", at - 1, "between")) ? at + 2 : at;
  }

  /** Whether an expression of a section is among these words or shortly before or after them. */
  boolean hasNear(String section, int from, int to) {
    return hasFrom(section, from - NEAR, to + NEAR);
  }

  /** The same but for what is separated from what follows: that speaks of something else. */
  boolean hasNearInClause(String section, int from, int to) {
    return hasFrom(section, from - NEAR, Math.min(to + NEAR, endOfClause(to)));
  }

  private boolean hasFrom(String section, int from, int end) {
    for (int at = Math.max(0, from); at < Math.min(size(), end); at++) {
      if (after(section, at) > at) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the last words before this one is in a section, of the same clause. */
  boolean hasShortlyBefore(String section, int at) {
    for (int before = at - 1; before >= Math.max(0, at - 5); before--) {
      if (token(before + 1).begins()) {
        return false;
      }
      if (hasAt(section, before)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an expression of a section is anywhere in the name. */
  boolean has(String section) {
    return sections.contains(section) && hasNear(section, 0, size());
  }

  /** The first word at or after this one that is separated from those before it. */
  int endOfClause(int from) {
    int at = from;
    while (at < size() && !tokens.get(at).begins()) {
      at++;
    }
    return at;
  }
}
