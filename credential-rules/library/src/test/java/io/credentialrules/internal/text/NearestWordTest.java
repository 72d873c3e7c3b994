package io.credentialrules.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {
  private static final List<String> WORDS =
      List.of("hours", "siteApproved", "WORK_BASED_LEARNING", "employer");

  @ParameterizedTest
  @CsvSource({
    "hour, maybe `hours`",
    "huors, maybe `hours`",
    "HOURS, maybe `hours`",
    "houuurs, maybe `hours`",
    "houuuurs, ''",
    "work-based learning, maybe `WORK_BASED_LEARNING`",
    "site, maybe `siteApproved`",
    "si, ''",
    "credits, ''"
  })
  void the_word_that_differs_least_is_told_or_the_only_one_that_begins_so(
      String word, String told) {
    assertThat(NearestWord.maybe(word, WORDS)).isEqualTo(told);
  }

  @Test
  void of_two_words_that_begin_so_neither_is_told() {
    assertThat(NearestWord.maybe("site", List.of("siteApproved", "siteVisited"))).isEmpty();
  }

  @Test
  void all_words_are_told_where_none_is_near() {
    assertThat(NearestWord.maybeOrAll("credits", List.of("hours", "score")))
        .isEqualTo("write one of `hours`, `score`");
    assertThat(NearestWord.maybeOrAll("credits", List.of("hours"))).isEqualTo("write `hours`");
    assertThat(NearestWord.maybeOrAll("credits", List.of())).isEmpty();
    assertThat(NearestWord.maybeOrAll("hour", List.of("hours"))).isEqualTo("maybe `hours`");
    assertThat(NearestWord.maybeOrAll("x", java.util.Collections.nCopies(13, "hours")))
        .endsWith("`hours`, …");
  }
}
