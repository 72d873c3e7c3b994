package io.credentialrules.internal.check.words;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.policy.Operator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a language by what they say, from a resource: {@code english.txt}, {@code
 * french.txt}. An expression of several words is found before the shorter ones within it.
 */
final class Lexicon {
  private static final ImmutableList<Lexicon> ALL =
      ImmutableList.of(new Lexicon("english.txt"), new Lexicon("french.txt"));

  private final Map<String, Map<String, String>> sections = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Integer> longest = new HashMap<>();

  /** By section and the first word of the expressions. */
  private final Map<String, Map<String, Integer>> longestFrom = new HashMap<>();

  /** The sections in which expressions begin with a word. */
  private final Map<String, Set<String>> sectionsFrom = new HashMap<>();

  private final ImmutableMap<String, ImmutableSet<Operator>> relations;

  private Lexicon(String resource) {
    String section = "";
    for (String line : lines(resource)) {
      if (line.startsWith(" ")) {
        int colon = line.indexOf(':');
        String meaning = line.substring(0, colon).strip();
        for (String expression :
            Splitter.on(',').trimResults().split(line.substring(colon + 1).strip())) {
          sections.computeIfAbsent(section, name -> new LinkedHashMap<>()).put(expression, meaning);
          known.add(expression);
          List<String> words = words(expression);
          longest.merge(section, words.size(), Math::max);
          longestFrom
              .computeIfAbsent(section, name -> new HashMap<>())
              .merge(words.get(0), words.size(), Math::max);
          sectionsFrom.computeIfAbsent(words.get(0), word -> new HashSet<>()).add(section);
        }
      } else if (!line.startsWith("#")) {
        section = line.strip();
      }
    }
    this.relations =
        ImmutableMap.<String, ImmutableSet<Operator>>builder()
            .put(">=", ImmutableSet.of(Operator.AT_LEAST))
            .put(">", ImmutableSet.of(Operator.MORE))
            .put(">= or >", ImmutableSet.of(Operator.AT_LEAST, Operator.MORE))
            .put("<=", ImmutableSet.of(Operator.AT_MOST))
            .put("<", ImmutableSet.of(Operator.LESS))
            .put("<= or <", ImmutableSet.of(Operator.AT_MOST, Operator.LESS))
            .put("==", ImmutableSet.of(Operator.EQUAL))
            .buildOrThrow();
  }

  private static List<String> lines(String resource) {
    try (InputStream text = Lexicon.class.getResourceAsStream(resource)) {
      if (text == null) {
        throw new IllegalStateException("the resource `" + resource + "` is missing");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> words(String expression) {
    return Arrays.asList(expression.split(" ", -1));
  }

  /** The language that knows most of the words; the first of equals. */
  static Lexicon of(List<NameToken> name) {
    Lexicon most = ALL.get(0);
    int hits = -1;
    for (Lexicon each : ALL) {
      int own = 0;
      for (NameToken token : name) {
        own += each.knows(token.text()) ? 1 : 0;
      }
      if (own > hits || (own == hits && hasAccents(name))) {
        most = each;
        hits = own;
      }
    }
    return most;
  }

  private static boolean hasAccents(List<NameToken> name) {
    for (NameToken token : name) {
      if (!CharMatcher.ascii().matchesAllOf(token.text())) {
        return true;
      }
    }
    return false;
  }

  /** The sections in which expressions begin with one of the words of a name. */
  Set<String> sections(List<NameToken> name) {
    Set<String> begun = new HashSet<>();
    for (NameToken token : name) {
      begun.addAll(sectionsFrom.getOrDefault(token.text(), Set.of()));
    }
    return begun;
  }

  private boolean knows(String word) {
    return known.contains(word);
  }

  /** Whether a word or expression is in a section. */
  boolean has(String section, String expression) {
    return sections.getOrDefault(section, Map.of()).containsKey(expression);
  }

  /** What a word or expression of a section means; null where it is not in it. */
  @Nullable String meaning(String section, String expression) {
    return sections.getOrDefault(section, Map.of()).get(expression);
  }

  /** How many words the longest expression of a section has. */
  int longest(String section) {
    return longest.getOrDefault(section, 0);
  }

  /** The same of those that begin with a word. */
  int longestFrom(String section, String word) {
    return longestFrom.getOrDefault(section, Map.of()).getOrDefault(word, 0);
  }

  /** The comparisons that an expression of a section means. */
  Set<Operator> relation(String section, String expression) {
    return relations.getOrDefault(String.valueOf(meaning(section, expression)), ImmutableSet.of());
  }
}
