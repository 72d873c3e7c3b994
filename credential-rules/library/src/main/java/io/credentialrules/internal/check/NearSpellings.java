package io.credentialrules.internal.check;

import com.google.common.base.CharMatcher;
import com.google.re2j.Pattern;
import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.RuleHeader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds texts of a pack that differ in one letter of a long word, or only in hyphens, underscores
 * and spaces. Words are long from six letters on; a digit, a first letter and an "s" at the end
 * tell things apart. Words one letter apart are found by the texts that each leaves when one of its
 * letters is left out, so that the search costs as much as the words are long.
 */
final class NearSpellings {
  private static final int LONG = 6;
  private static final int LONGEST = 40;
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private final Work work;
  private final Findings findings;
  private final Map<String, Use> texts = new LinkedHashMap<>();

  /** Where a text is first used. */
  private record Use(RuleHeader header, SourceSpan span) {}

  NearSpellings(Work work, Findings findings) {
    this.work = work;
    this.findings = findings;
  }

  /** Notes a text or id. */
  void add(String text, RuleHeader header, SourceSpan span) {
    texts.putIfAbsent(text, new Use(header, span));
  }

  /** Notes a text, or each of a list. */
  void addAll(Expression value, RuleHeader header) {
    if (value instanceof Expression.Listing listing) {
      listing.values().forEach(each -> addAll(each, header));
    } else if (value instanceof Expression.Text text) {
      add(text.value(), header, text.span());
    }
  }

  void check() {
    Map<String, String> joined = new HashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    for (String text : texts.keySet()) {
      if (!work.spend(text.length())) {
        return;
      }
      String withoutJoints = joined(text);
      String other = joined.putIfAbsent(withoutJoints, text);
      if (other != null) {
        report(text, other);
      } else {
        String plain = plain(text, withoutJoints);
        String alike = plain.isEmpty() ? null : joined.putIfAbsent(plain, text);
        if (alike != null && !alike.equalsIgnoreCase(text)) {
          report(text, alike);
        }
      }
      words(text).forEach(word -> words.putIfAbsent(word, text));
    }
    Map<String, Set<String>> near = near(words.keySet());
    for (String text : texts.keySet()) {
      for (String word : words(text)) {
        for (String other : near.getOrDefault(word, Set.of())) {
          String changed = text.replace(word, other);
          if (work.spend(text.length()) && isBefore(changed, text)) {
            report(text, changed);
          }
        }
      }
    }
  }

  private boolean isBefore(String one, String other) {
    Use first = texts.get(one);
    Use second = texts.get(other);
    return first != null && second != null && first.span().compareTo(second.span()) < 0;
  }

  private void report(String text, String other) {
    Use use = use(text);
    Warnings.warn(
        findings,
        use.header(),
        use.span(),
        MeaningFaults.twoSpellingsNear(text, other, use(other).span()));
  }

  private Use use(String text) {
    Use use = texts.get(text);
    if (use == null) {
      throw new IllegalStateException("no text `" + text + "`");
    }
    return use;
  }

  /** The text without what joins words; between digits it tells numbers apart. */
  private static String joined(String text) {
    StringBuilder joined = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      boolean isJoint = "-_ .".indexOf(sign) >= 0 && at > 0 && at + 1 < text.length();
      if (!isJoint || (isDigit(text, at - 1) && isDigit(text, at + 1))) {
        joined.append(sign);
      }
    }
    return joined.toString();
  }

  /**
   * The text without accents, joints and capitals, so that {@code labSafety} is that of {@code
   * lab-safety}; empty where capitals are more than a way of joining words.
   */
  private static String plain(String text, String joined) {
    boolean isPlain = text.equals(text.toLowerCase(Locale.ROOT));
    boolean isJoined = joined.equals(text) && !text.equals(text.toUpperCase(Locale.ROOT));
    if (!isPlain && !isJoined) {
      return "";
    }
    if (CharMatcher.ascii().matchesAllOf(joined)) {
      return "=" + joined.toLowerCase(Locale.ROOT);
    }
    String parts = Normalizer.normalize(joined, Normalizer.Form.NFD);
    return "=" + ACCENTS.matcher(parts).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      boolean isLetter = at < text.length() && Character.isLetter(text.charAt(at));
      if (isLetter && start < 0) {
        start = at;
      } else if (!isLetter && start >= 0) {
        if (at - start >= LONG && at - start <= LONGEST) {
          words.add(text.substring(start, at));
        }
        start = -1;
      }
    }
    return words;
  }

  private Map<String, Set<String>> near(Set<String> words) {
    Map<String, List<String>> byRest = new HashMap<>();
    Map<String, Set<String>> near = new HashMap<>();
    for (String word : words) {
      if (!work.spend((long) word.length() * word.length())) {
        return near;
      }
      for (String rest : rests(word)) {
        for (String other : byRest.computeIfAbsent(rest, each -> new ArrayList<>())) {
          if (work.spend(1) && isOneApart(word, other)) {
            near.computeIfAbsent(word, each -> new LinkedHashSet<>()).add(other);
            near.computeIfAbsent(other, each -> new LinkedHashSet<>()).add(word);
          }
        }
        byRest.getOrDefault(rest, List.of()).add(word);
      }
    }
    return near;
  }

  /** The word, and what it leaves without one letter, but for the first. */
  private static Set<String> rests(String word) {
    Set<String> rests = new LinkedHashSet<>(List.of(word));
    for (int at = 1; at < word.length(); at++) {
      rests.add(word.substring(0, at) + word.substring(at + 1));
    }
    return rests;
  }

  private static boolean isOneApart(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 1 || isPlural(one, other)) {
      return false;
    }
    int start = 0;
    int most = Math.min(one.length(), other.length());
    while (start < most && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    String first = one.substring(start);
    String second = other.substring(start);
    return tail(first, 1).equals(tail(second, 1))
        || tail(first, 1).equals(second)
        || tail(second, 1).equals(first)
        || isExchange(first, second);
  }

  private static boolean isExchange(String first, String second) {
    return first.length() > 1
        && second.length() > 1
        && first.charAt(0) == second.charAt(1)
        && first.charAt(1) == second.charAt(0)
        && tail(first, 2).equals(tail(second, 2));
  }

  private static String tail(String text, int from) {
    return text.length() < from ? "-" : text.substring(from);
  }

  private static boolean isPlural(String one, String other) {
    String first = one.toLowerCase(Locale.ROOT);
    String second = other.toLowerCase(Locale.ROOT);
    return first.equals(second) || first.equals(second + "s") || second.equals(first + "s");
  }
}
