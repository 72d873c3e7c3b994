package io.credentialrules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Laws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import org.languagetool.JLanguageTool;
import org.languagetool.Language;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;

/**
 * LanguageTool, a checker of grammar and spelling, reads thousands of sentences about generated
 * policies. It is a dependency of the profile {@code language} alone.
 */
class GrammarTest {
  private static final int POLICIES = 120;
  private static final int AT_LEAST = 2_500;

  private static final Reader ENGLISH =
      new Reader(
          Languages.getLanguageForShortCode("en-GB"),
          List.of(
              // The house writes -ise.
              "OXFORD_SPELLING_Z_NOT_S",
              // Clauses that are items of a list are joined as a list is.
              "COMMA_COMPOUND_SENTENCE",
              "COMMA_COMPOUND_SENTENCE_2"),
          Set.of("externship", "Externship"));

  private static final Reader FRENCH =
      new Reader(
          Languages.getLanguageForShortCode("fr"),
          List.of(
              // Amounts are figures, as in the policy.
              "NOMBRES_EN_LETTRES",
              "NOMBRES_EN_LETTRES_2",
              "NOMBRES_EN_LETTRES_2_IMPROVED",
              // “1 (nombres de tentatives)” names what is told apart, not how many.
              "ACCORD_DE_LA_QUANTITE",
              // “dont l’un est … et dont l’autre est …” is taken for a slip of “et”.
              "CONFUSION_EST_ET",
              // “examinées et acceptées, ou validées”: without the comma it would be another group.
              "PAS_DE_VIRGULE"),
          // What the generated policies and records say themselves.
          Set.of("Rule", "why"));

  /**
   * @param off ids of the rules that are wrong for these sentences
   * @param words that the dictionary lacks
   */
  private record Reader(Language language, List<String> off, Set<String> words) {
    List<String> refused(Collection<String> sentences) {
      JLanguageTool tool = new JLanguageTool(language);
      tool.disableRules(off);
      List<String> refused = new ArrayList<>();
      for (String sentence : sentences) {
        for (RuleMatch match : matches(tool, sentence)) {
          String text = sentence.substring(match.getFromPos(), match.getToPos());
          boolean isSingular = BELOW_TWO.matcher(sentence.substring(0, match.getFromPos())).find();
          if (!words.contains(text) && !isSingular) {
            refused.add(
                "%s\n  %s: “%s”, maybe %s"
                    .formatted(
                        sentence,
                        match.getRule().getFullId(),
                        text,
                        match.getSuggestedReplacements().stream().limit(3).toList()));
          }
        }
      }
      return refused;
    }

    private static List<RuleMatch> matches(JLanguageTool tool, String sentence) {
      try {
        return tool.check(sentence);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** French counts from two on; the checker takes “0,2 identifiant” for “2 identifiant”. */
  private static final Pattern BELOW_TWO = Pattern.compile("(?<![0-9,])[01],[0-9]+ $");

  /** What a checker of grammar passes: after two years before some day. */
  private static final Pattern NO_DAY =
      Pattern.compile(
          "\\b(before|after|avant|après) ([0-9]+|one) [a-z]+ (before|after|avant|après)\\b");

  @Example
  void english_sentences_are_right() {
    areRight(ENGLISH, Locale.ENGLISH);
  }

  @Example
  void french_sentences_are_right() {
    areRight(FRENCH, Locale.FRENCH);
  }

  @Example
  void what_is_wrong_in_number_negation_or_spelling_is_refused() {
    assertThat(
            ENGLISH.refused(
                List.of(
                    "The learner number do not include Alpha.",
                    "A training that is not earned no earlier than May 1, 2024.",
                    "A trainning is missing.")))
        .hasSize(3);
    assertThat(
            FRENCH.refused(
                List.of(
                    "Le numéro d’apprenant ne comprennent pas Alpha.",
                    "La durée est de un an.",
                    "Il manque une formattion.")))
        .hasSize(3);
  }

  @Example
  void a_day_is_no_stretch_of_time() {
    assertThat("Terminée après 2 ans avant la date d’évaluation.").containsPattern(NO_DAY);
    assertThat("Terminée après le jour situé 2 ans avant la date.").doesNotContainPattern(NO_DAY);
  }

  private static void areRight(Reader reader, Locale language) {
    Set<String> sentences = SpokenSentences.of(language, POLICIES, random());
    assertThat(sentences).hasSizeGreaterThan(AT_LEAST);
    assertThat(reader.refused(sentences)).isEmpty();
    assertThat(sentences).noneMatch(sentence -> NO_DAY.matcher(sentence).find());
  }

  private static Random random() {
    return Laws.SEED.isEmpty() ? new Random() : new Random(Long.parseLong(Laws.SEED));
  }
}
