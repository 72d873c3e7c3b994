package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policies.RecordTexts.RecordText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The free texts that a record must match: where people find them, and that each has a meaning. */
final class RecordTextsTest {
  /** What something is about, or counts as: a field of knowledge or work. */
  private static final String FIELD = "[A-Z][A-Z0-9_]*";

  /** One thing that records name alike; {@code .+} is for the rest of a name. */
  private static final String IDENTITY = "[a-z0-9]+([.-][a-z0-9]+)*(-\\.\\+)?";

  /** What a text of a field has to look like, so that nobody takes one for another. */
  private static final Map<String, String> SHAPES =
      Map.of(
          "subject", FIELD,
          "industry", FIELD,
          "topic", IDENTITY,
          "activity", IDENTITY,
          "assessment", IDENTITY,
          "rubric", IDENTITY,
          "criterion", IDENTITY,
          "experience", IDENTITY,
          "certification", IDENTITY,
          "credential", IDENTITY);

  static List<String> packs() {
    return Packs.names();
  }

  static Stream<RecordText> texts() {
    return Packs.names().stream().flatMap(pack -> RecordTexts.of(pack).stream()).distinct();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void every_text_of_the_rules_is_in_the_table_that_says_what_people_call_it(String pack) {
    String table =
        Packs.text(Packs.FOLDER.resolve(pack).resolve("README.md"))
            .lines()
            .filter(line -> line.startsWith("|"))
            .collect(Collectors.joining("\n"));
    assertThat(RecordTexts.of(pack))
        .allSatisfy(text -> assertThat(table).contains("`" + text.text().replace(".+", "") + "`"));
  }

  @Test
  void a_subject_is_a_field_and_a_topic_an_activity_or_an_id_is_one_thing() {
    assertThat(texts()).hasSizeGreaterThan(150);
    assertThat(texts())
        // Of a sign-off it is the requirement or credential.
        .filteredOn(text -> !text.type().equals("SignOff"))
        .allSatisfy(
            text -> assertThat(text.text()).matches(SHAPES.getOrDefault(text.field(), ".+")));
  }
}
