package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.testkit.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader's wish for a language is met as well as can be, and never an error. */
class LanguagesTest {
  private static final Scenario STORY =
      Stories.named("ums-horticulture/horticulture-level-1/earned/first-part");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | en",
        "fr | fr",
        "fr-CA,fr;q=0.9,en;q=0.5 | fr-CA",
        "de;q=1, fr;q=0.8, en;q=0.2 | fr",
        "de, en-GB;q=0.7, fr;q=0.6 | en-GB",
        "en;q=0, * | fr",
        "en;q=0 | fr",
        "* | en",
        "fr-Latn-CA | fr-CA",
        "zh-Hant, ja | en"
      })
  void the_best_of_the_languages_is_chosen(String wish, String chosen) {
    assertThat(Sentences.language(wish).toLanguageTag()).isEqualTo(chosen);
    assertThat(Sentences.language(LanguageRange.parse(wish)).toLanguageTag()).isEqualTo(chosen);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", ";;;", "fr;q=x", "\u0000", "fr;q=2", "-", "a_b"})
  void a_wish_that_cannot_be_read_is_none(String wish) {
    assertThat(Sentences.language(wish)).isEqualTo(Locale.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de-DE;q=x, fr;q=0.5 | fr",
        "fr;q=0.5;level=1, en;q=0.1 | en",
        "fr;q=, , en-GB;q=0.2 | en-GB",
        "-, fr-CA | fr-CA",
        ",, fr ,, en;q=0.3 | fr",
        "'fr\\t;\\tq=0.2, en-IE\\t;q=0.1' | fr"
      })
  void what_is_malformed_takes_no_other_wish_away(String wish, String chosen) {
    assertThat(Sentences.language(wish.replace("\\t", "\t")).toLanguageTag()).isEqualTo(chosen);
  }

  @Property(tries = 500)
  void no_text_of_a_browser_is_an_error(@ForAll String wish) {
    assertThat(Sentences.languages())
        .anyMatch(one -> one.getLanguage().equals(Sentences.language(wish).getLanguage()));
  }

  @Test
  void a_region_may_follow_an_underscore() {
    assertThat(Sentences.language("fr_CA")).isEqualTo(Sentences.language("fr-CA"));
    assertThat(Sentences.language("de_CH, fr_CH;q=0.5").getLanguage()).isEqualTo("fr");
    assertThat(Sentences.language("fr_CA;q=0").getLanguage()).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "tr", "", "no-NO-NY", "x-private", "ja-JP-u-ca-japanese"})
  void a_report_in_a_language_without_sentences_is_in_english(String language) {
    Report report = Report.of(Stories.evaluation(STORY), Locale.forLanguageTag(language));
    Report english = Report.of(Stories.evaluation(STORY), Locale.ENGLISH);
    assertThat(report.text()).isEqualTo(english.text());
    assertThat(report.html()).isEqualTo(english.html());
  }

  @ParameterizedTest
  @ValueSource(strings = {"th-TH-u-nu-thai", "fr-FR-u-nu-arab", "fr-001", "en-QQ"})
  void a_locale_of_any_shape_gives_a_report(String locale) {
    Locale asked = Locale.forLanguageTag(locale);
    assertThat(Report.of(Stories.evaluation(STORY), asked).text()).isNotEmpty();
    assertThat(CredentialGraph.of(Stories.rules(STORY), asked).text()).isNotEmpty();
    assertThat(Sentences.of(Stories.rules(STORY), STORY.asOf(), asked).all(List.of("a", "b", "c")))
        .contains("a, b");
  }

  @ParameterizedTest
  @CsvSource({"en-GB, 15 April 2025", "en, 'April 15, 2025'", "fr-CA, 15 avril 2025"})
  void the_region_shapes_dates(String locale, String date) {
    assertThat(
            Sentences.of(Stories.rules(STORY), STORY.asOf(), Locale.forLanguageTag(locale))
                .date(java.time.LocalDate.of(2025, 4, 15)))
        .isEqualTo(date);
  }
}
