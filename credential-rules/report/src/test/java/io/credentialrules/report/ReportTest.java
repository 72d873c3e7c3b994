package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.Evaluation;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  private static final Scenario SHORT =
      Stories.named("ums-horticulture/horticulture/not-earned/whole-journey-one-hour-short");

  private static Report report(Scenario scenario, Locale locale) {
    return Report.of(Stories.evaluation(scenario), locale);
  }

  @Test
  void text_says_what_is_missing_and_who_vetted_what_there_is() {
    assertThat(report(SHORT, Locale.ENGLISH).text())
        .contains(
            "NOT EARNED  Maine Horticulture Apprenticeship, Level 3: Application and Feedback")
        .contains(
            "1 more hour of apprenticeship at an approved site and whose field of work is not given"
                + " or in the field of “HORTICULTURE” is needed: has 199 hours, needs at least 200 hours"
                + " (ums-horticulture/level-3.drl:12:17)")
        .contains("vetted by Cooperative Extension (staff) on April 15, 2025");
  }

  @Test
  void an_earned_credential_lacks_nothing() {
    Scenario story = Stories.named("ums-horticulture/horticulture/earned/whole-journey");
    assertThat(report(story, Locale.ENGLISH).text())
        .contains("EARNED      Maine Horticulture Apprenticeship micro-credential (horticulture)")
        .doesNotContain("NOT EARNED")
        .doesNotContain("needed");
  }

  @Test
  void some_credentials_or_one_pathway_can_be_chosen() {
    Report all = report(SHORT, Locale.ENGLISH);
    assertThat(all.only(List.of("horticulture-level-1")).text())
        .contains("(horticulture-level-1)")
        .doesNotContain("EARNED      Maine Horticulture Apprenticeship, Level 2");
    assertThat(all.pathway("horticulture").text()).isEqualTo(all.text());
    assertThat(all.only(List.of()).text()).isEqualTo(all.text());
    assertThatThrownBy(() -> all.only(List.of("horticultur")))
        .hasMessage(
            "the packs award no `horticultur`; they award horticulture-level-1,"
                + " horticulture-level-2, horticulture-level-3, horticulture");
    assertThatThrownBy(() -> all.pathway("nowhere"))
        .hasMessage("the packs have no pathway `nowhere`");
  }

  @Test
  void a_fact_that_is_left_out_as_a_duplicate_is_told() {
    Fact twice = SHORT.record().facts().get(0);
    Evaluation evaluation =
        Stories.rules(SHORT).evaluate(SHORT.record().with(twice, twice), SHORT.asOf());
    String said = Sentences.of(evaluation, Locale.ENGLISH).duplicate(twice);

    assertThat(said).contains("because another fact is equal to it").contains("with an id each");
    assertThat(Report.of(evaluation, Locale.ENGLISH).text().split("because another fact is equal"))
        .hasSize(3);
    assertThat(report(SHORT, Locale.ENGLISH).text()).doesNotContain("another fact is equal");
  }

  @Test
  void a_report_is_the_same_each_time() {
    Evaluation again = Stories.rules(SHORT).evaluate(SHORT.record(), SHORT.asOf());
    for (Locale locale : Sentences.languages()) {
      Report one = report(SHORT, locale);
      Report other = Report.of(again, locale);
      assertThat(other.html()).isEqualTo(one.html());
      assertThat(other.withPictures().html()).isEqualTo(one.withPictures().html());
      assertThat(other.markdown()).isEqualTo(one.markdown());
      assertThat(other.text()).isEqualTo(one.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void a_page_has_a_language_landmarks_headings_in_order_and_unique_ids(String language) {
    String html = report(SHORT, Locale.forLanguageTag(language)).withPictures().html();
    assertThat(html)
        .contains("<html lang=\"" + language + "\">")
        .contains("<main>")
        .contains("<header>")
        .contains("<footer>")
        .containsOnlyOnce("<h1>")
        .contains("<title id=\"section-1-wide-title\">")
        .contains("<desc id=\"section-1-wide-desc\">");
    List<Integer> levels = new ArrayList<>();
    Matcher heading = Pattern.compile("<h([1-6])[ >]").matcher(html);
    while (heading.find()) {
      levels.add(Integer.parseInt(heading.group(1)));
    }
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
    List<String> ids = all("\\bid=\"([^\"]+)\"", html);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(all("(?:href|url\\()=?\"?#([^\")]+)", html));
    for (String names : all("aria-labelledby=\"([^\"]+)\"", html)) {
      assertThat(ids).contains(names.split(" "));
    }
  }

  private static List<String> all(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void a_page_has_pictures_only_when_asked() {
    assertThat(report(SHORT, Locale.ENGLISH).html()).doesNotContain("<figure>");
    assertThat(report(SHORT, Locale.ENGLISH).withPictures().html()).contains("<figure>");
  }

  @Test
  void a_page_tells_states_by_word_and_by_sign() {
    String html = report(SHORT, Locale.ENGLISH).html();
    assertThat(html)
        .contains("<strong class=\"badge UNMET\">not met</strong>")
        .contains("href=\"#sign-UNMET\"")
        .contains("<strong class=\"badge MET\">met</strong>")
        .contains("href=\"#sign-MET\"");
  }

  @Test
  void a_page_can_be_made_of_every_scenario() {
    List<String> wrong = new ArrayList<>();
    for (Scenario scenario : Stories.all()) {
      String html =
          report(scenario, Locale.ENGLISH)
              .withPictures()
              .only(List.of(scenario.credential()))
              .html();
      if (!html.contains("</html>") || html.contains("null") || html.contains("  by ")) {
        wrong.add(scenario.name());
      }
    }
    assertThat(wrong).isEmpty();
  }
}
