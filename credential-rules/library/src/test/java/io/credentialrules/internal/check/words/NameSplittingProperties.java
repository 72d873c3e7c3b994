package io.credentialrules.internal.check.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.credentialrules.Laws;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is found in names by plain code is what slower definitions find. */
class NameSplittingProperties {
  /** Words and numbers, with what may be within and after them; anything else by itself. */
  private static final Pattern CHUNK =
      Pattern.compile("[\\p{L}\\p{N}#$€£§][\\p{L}\\p{N}\\p{M}.,:/+&#%_–-]*|%|\\S");

  private static final List<String> SECTIONS =
      List.of("words", "other words", "before", "negations", "units", "or", "no such section");

  @Property(seed = Laws.SEED)
  void names_are_split_as_an_expression_splits_them(@ForAll("names") String name) {
    List<String> split = new ArrayList<>();
    for (int at = 0; at < name.length(); at = NameTokens.endOfChunk(name, at)) {
      if (!NameTokens.isSpace(name.charAt(at))) {
        split.add(at + " " + name.substring(at, NameTokens.endOfChunk(name, at)));
      }
    }
    List<String> expected = new ArrayList<>();
    Matcher chunks = CHUNK.matcher(name);
    while (chunks.find()) {
      expected.add(chunks.start() + " " + chunks.group());
    }
    assertThat(split).isEqualTo(expected);
  }

  @Property(seed = Laws.SEED)
  void an_expression_is_found_wherever_trying_all_lengths_finds_it(@ForAll("sayings") String name) {
    Wording wording = new Wording(name);
    Lexicon lexicon = Lexicon.of(NameTokens.of(name));
    for (String section : SECTIONS) {
      for (int at = -1; at <= wording.size(); at++) {
        assertThat(wording.after(section, at))
            .as("after %s in `%s`", section, name)
            .isEqualTo(end(wording, lexicon, section, at));
      }
    }
  }

  @Property(seed = Laws.SEED)
  void a_name_lacks_the_sections_of_which_it_has_no_word(@ForAll("sayings") String name) {
    Wording wording = new Wording(name);
    Lexicon lexicon = Lexicon.of(NameTokens.of(name));
    for (String section : SECTIONS) {
      boolean hasWord = false;
      boolean hasExpression = false;
      for (int at = 0; at < wording.size(); at++) {
        boolean isWord = lexicon.has(section, wording.token(at).text());
        assertThat(wording.hasAt(section, at)).as("%s at %s", section, at).isEqualTo(isWord);
        hasWord |= isWord;
        hasExpression |= end(wording, lexicon, section, at) > at;
      }
      assertThat(wording.hasWord(section)).as("a word of %s", section).isEqualTo(hasWord);
      assertThat(wording.has(section)).as("any of %s", section).isEqualTo(hasExpression);
      if (hasWord || hasExpression) {
        assertThat(wording.lacks(Set.of("no such section", section))).as(section).isFalse();
      }
    }
  }

  private static int end(Wording wording, Lexicon lexicon, String section, int at) {
    for (int end = wording.size(); at >= 0 && end > at; end--) {
      List<NameToken> words = wording.tokens().subList(at, end);
      String expression = words.stream().map(NameToken::text).collect(Collectors.joining(" "));
      boolean isWhole = words.stream().skip(1).noneMatch(NameToken::begins);
      if (isWhole && !words.get(0).inDigits() && lexicon.has(section, expression)) {
        return end;
      }
    }
    return at;
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
            "a", "Z", "é", "ß", "ǅ", "ʰ", "中", "𝒜", "7", "²", "Ⅳ", "٣", "\u0301", "\u20dd",
            "\u0903", " ", "\t", "\n", "\u000b", "\u00a0", ".", ",", ":", "/", "+", "&", "#", "%",
            "_", "–", "-", "$", "€", "£", "§", "(", "\"", "—", "·", "😀", "\ud800", "\u0000")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> sayings() {
    return Arbitraries.of(
            "no",
            "not",
            "more",
            "than",
            "at",
            "least",
            "most",
            "fewer",
            "up",
            "to",
            "two",
            "2",
            "20",
            "hours",
            "hour",
            "a",
            "or",
            "of",
            "moins",
            "de",
            "au",
            "plus",
            "heures",
            "first",
            "aid",
            "without",
            "less",
            "course",
            "work",
            "experience",
            "stage",
            ",",
            "within",
            "any")
        .list()
        .ofMaxSize(8)
        .map(words -> String.join(" ", words).replace(" ,", ","));
  }
}
