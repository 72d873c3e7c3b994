package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.testkit.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CredentialGraphTest {
  private static final Scenario SHORT =
      Stories.named("ums-horticulture/horticulture/not-earned/whole-journey-one-hour-short");
  private static final CredentialRules HORTICULTURE = Stories.rules(SHORT);

  private static CredentialRules everything() {
    TreeSet<String> packs = new TreeSet<>();
    Stories.all().forEach(story -> packs.addAll(story.packs()));
    return Stories.rules(List.copyOf(packs));
  }

  @Test
  void levels_follow_each_other_and_an_arrow_that_says_nothing_new_is_left_out() {
    String text = CredentialGraph.of(HORTICULTURE, Locale.ENGLISH).text();
    assertThat(text)
        .contains(
            """
            Maine Horticulture Apprenticeship micro-credential (horticulture), Macro-badge
              <- first earn Maine Horticulture Apprenticeship, Level 3: Application and Feedback
            """
                .strip())
        .contains("  - Proficient in at least five of the nine areas");
  }

  @Test
  void an_evaluation_says_where_each_requirement_stands() {
    assertThat(
            CredentialGraph.of(HORTICULTURE, Locale.ENGLISH).with(Stories.evaluation(SHORT)).text())
        .contains("  - At least 200 hours at an approved site: not met")
        .contains("  - Feedback by the host: met")
        .contains("(horticulture-level-2), Level 2: earned");
  }

  @Test
  void one_of_several_ways_is_told_from_what_is_needed() {
    CredentialRules rules = Stories.rules(List.of("ums-leadership", "ums-skills"));
    assertThat(CredentialGraph.of(rules, Locale.ENGLISH).only(List.of("leadership-level-2")).text())
        .contains("  <- first earn Leadership, Level 1: Introduction and Foundation")
        .contains("  <~ one of several ways: ")
        .contains("Empathy micro-badge (empathy)")
        .doesNotContain("(leadership-level-3)");
  }

  @Test
  void a_narrow_picture_goes_down_where_the_other_goes_to_the_right() {
    CredentialGraph graph = CredentialGraph.of(HORTICULTURE, Locale.ENGLISH);
    int[] wide = size(graph.svg());
    int[] narrow = size(graph.narrow().svg());
    assertThat(wide[0]).isGreaterThan(wide[1]);
    assertThat(narrow[0]).isLessThan(narrow[1]).isLessThan(400);
    assertThat(graph.narrow().text()).isEqualTo(graph.text());
  }

  /** Width and height of a picture. */
  private static int[] size(String svg) {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+)[^ ]* (\\d+)").matcher(svg);
    assertThat(box.find()).isTrue();
    return new int[] {Integer.parseInt(box.group(1)), Integer.parseInt(box.group(2))};
  }

  @Test
  void all_packs_together_make_one_picture_that_is_the_same_each_time() {
    CredentialRules rules = everything();
    String svg = CredentialGraph.of(rules, Locale.ENGLISH).svg();
    assertThat(CredentialGraph.of(rules, Locale.ENGLISH).svg()).isEqualTo(svg);
    assertThat(svg.split("<rect class=\"box", -1)).hasSize(rules.catalogue().size() + 1);
  }
}
