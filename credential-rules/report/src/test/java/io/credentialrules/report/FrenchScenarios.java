package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Evaluation;
import io.credentialrules.testkit.Scenario;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said in French of every scenario of all packs has no word of the English sentences. */
class FrenchScenarios {

  @Test
  void a_sentence_in_english_is_noticed() {
    assertThat(OneLanguage.size()).isGreaterThan(400);
    assertThat(OneLanguage.englishIn("encore 2 heures, for « a course »", List.of()))
        .containsExactly("for");
    assertThat(OneLanguage.englishIn("encore 2 heures, pour « a course »", List.of())).isEmpty();
  }

  @Tag("once")
  @Test
  void no_sentence_has_a_word_of_the_english_ones() {
    Set<String> wrong = new LinkedHashSet<>();
    for (Scenario scenario : Stories.all()) {
      Evaluation evaluation = Stories.evaluation(scenario);
      List<String> authored = OneLanguage.authored(evaluation);
      for (String said : Said.of(evaluation, Locale.FRENCH)) {
        List<String> english = OneLanguage.englishIn(said, authored);
        if (!english.isEmpty()) {
          wrong.add(english + " in " + said);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
