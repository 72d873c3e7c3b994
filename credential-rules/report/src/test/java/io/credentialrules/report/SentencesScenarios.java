package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Evaluation;
import io.credentialrules.testkit.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence of every scenario of all packs, in each language. */
@Tag("once")
class SentencesScenarios {

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void no_sentence_shows_a_name_of_the_program_or_a_gap(String language) {
    Locale locale = Locale.forLanguageTag(language);
    Set<String> sentences = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (Scenario scenario : Stories.all()) {
      Evaluation evaluation = Stories.evaluation(scenario);
      Set<String> typeNames = Said.typeNames(evaluation.rules());
      for (String said : Said.of(evaluation, locale)) {
        if (sentences.add(said) && Said.isOfRules(said, typeNames)) {
          wrong.add(said);
        }
      }
    }
    assertThat(sentences).hasSizeGreaterThan(1000);
    assertThat(wrong).isEmpty();
  }
}
