package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.NotCounted;
import io.credentialrules.RequirementState;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.VettingStatus;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {
  private static final String LEAST =
      """
      story: Nothing is known.
      as-of: 2026-05-01
      record: { learner: { id: ada } }
      unmet: [ quiz ]
      """;

  @TempDir private Path folder = Path.of("");
  private TemporaryRules rules = new TemporaryRules(Path.of("target"));

  @BeforeEach
  void writePack() {
    rules = new TemporaryRules(folder);
  }

  @Test
  void the_least_scenario_is_a_story_a_date_a_record_and_what_is_unmet() {
    rules.notEarned(LEAST);
    Scenario scenario = rules.scenario();

    assertThat(scenario.name()).isEqualTo("garden/level-1/not-earned/story");
    assertThat(scenario.story()).isEqualTo("Nothing is known.");
    assertThat(scenario.credential()).isEqualTo("level-1");
    assertThat(scenario.earned()).isFalse();
    assertThat(scenario.packs()).containsExactly("garden");
    assertThat(scenario.asOf())
        .isEqualTo(
            ZonedDateTime.of(2026, 5, 1, 23, 59, 59, 999_999_999, ZoneId.of("America/New_York")));
    assertThat(scenario.number()).isNull();
    assertThat(scenario.unmetRecommendations()).isNull();
    assertThat(scenario.unmet())
        .containsExactly(new StatedUnmet("quiz", null, null, null, null, null, null));
    assertThat(scenario).hasToString("garden/level-1/not-earned/story: Nothing is known.");
  }

  @Test
  void every_key_is_read() {
    rules.notEarned(
        """
        story: Everything is said.
        case: 17
        packs: [ other, another ]
        as-of: 2026-05-01T12:30:00
        zone: Europe/Istanbul
        defaults:
          vetted-by: { reviewer: Dr. Fox, role: FACULTY, on: 2026-03-02 }
        record:
          learner: { id: ada, birthDate: 2001-02-03 }
          policyDate: 2024-09-01
          facts:
            AssessmentResult:
              - { type: QUIZ, score: 79.990, id: q-1, validUntil: 2026-12-31 }
              - { type: QUIZ, status: IN_PROGRESS, vetting: none }
              - { type: EXAM, vetting: { role: HOST } }
          waivers:
            - { requirement: hours, by: Dr. Dean, role: STAFF, why: Illness., on: 2026-01-02 }
        unmet:
          quiz:
            state: unmet
            has: 79.99
            needs: 80
            unit: percent
            blocked-by: [ level-0 ]
            not-counted: [ in-progress, unvetted ]
        unmet-recommendations: [ mentor ]
        also: { level-2: not-earned, level-0: earned }
        """);
    Scenario scenario = rules.scenario();

    assertThat(scenario.number()).isEqualTo(17);
    assertThat(scenario.packs()).containsExactly("garden", "another", "other");
    assertThat(scenario.asOf())
        .isEqualTo(ZonedDateTime.of(2026, 5, 1, 12, 30, 0, 0, ZoneId.of("Europe/Istanbul")));
    assertThat(scenario.record().policyDate()).isEqualTo(LocalDate.of(2024, 9, 1));
    assertThat(scenario.record().waivers()).hasSize(1);
    assertThat(scenario.unmet())
        .containsExactly(
            new StatedUnmet(
                "quiz",
                RequirementState.UNMET,
                new BigDecimal("79.99"),
                new BigDecimal("80"),
                "percent",
                Set.of("level-0"),
                Set.of(NotCounted.Reason.IN_PROGRESS, NotCounted.Reason.UNVETTED)));
    assertThat(scenario.unmetRecommendations()).containsExactly("mentor");
    assertThat(scenario.also())
        .containsExactly(Map.entry("level-2", false), Map.entry("level-0", true));
    AssessmentResult vetted = (AssessmentResult) scenario.record().facts().get(0);
    assertThat(vetted.score()).isEqualTo(new BigDecimal("79.99"));
    assertThat(vetted.provenance().id()).isEqualTo("q-1");
    assertThat(vetted.provenance().validUntil())
        .isEqualTo(Instant.parse("2026-12-31T20:59:59.999999999Z"));
    assertThat(vetted.provenance().vetting().reviewer()).isEqualTo("Dr. Fox");
    AssessmentResult pending = (AssessmentResult) scenario.record().facts().get(1);
    assertThat(pending.provenance().vetting().status()).isEqualTo(VettingStatus.UNVETTED);
    assertThat(pending.provenance().status()).isEqualTo(FactStatus.IN_PROGRESS);
    AssessmentResult own = (AssessmentResult) scenario.record().facts().get(2);
    assertThat(own.provenance().vetting().role()).isEqualTo(ReviewerRole.HOST);
    assertThat(own.provenance().vetting().reviewer()).isNull();
  }

  @Test
  void an_earned_scenario_tells_since_and_until() {
    rules.earned(LEAST.replace("unmet: [ quiz ]", "since: 2026-03-01\nuntil: 2027-03-01"));
    Scenario scenario = rules.scenario();

    assertThat(scenario.earned()).isTrue();
    assertThat(scenario.since()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(scenario.until()).isEqualTo(LocalDate.of(2027, 3, 1));
    assertThat(scenario.unmet()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "story: Nothing is known.|story: 7|:1:8: `story` must be a text; maybe it needs quotes",
        "story: Nothing is known.|stori: x|:1:1: unknown key `stori` of a scenario; it has `story`,"
            + " `case`, `packs`, `as-of`, `zone`, `defaults`, `record`, `unmet`,"
            + " `unmet-recommendations`, `since`, `until`, `also`",
        "story: Nothing is known.|story: ' '|:1:8: `story` must be a text; maybe it needs quotes",
        "story: Nothing is known.|story: a\\nstory: b|:2:1: `story` is there twice; delete one",
        "as-of: 2026-05-01|as-of: 2026-02-30|:2:8: `as-of` must be a date, such as 2026-05-01, or a"
            + " date with a time, such as 2026-05-01T12:00:00",
        "as-of: 2026-05-01|as-of: 20260501|:2:8: `as-of` must be a text; maybe it needs quotes",
        "as-of: 2026-05-01|as-of: 2026-05-01T12:00:00Z|:2:8: `as-of` must be a date, such as"
            + " 2026-05-01, or a date with a time, such as 2026-05-01T12:00:00",
        "as-of: 2026-05-01|zone: Europe/Istanbul|:1:1: a scenario has no `as-of`; add it",
        "as-of: 2026-05-01|as-of: 2026-05-01\\n"
            + "zone: Europe/Orono|:3:7: there is no time zone `Europe/Orono`",
        "as-of: 2026-05-01|as-of: 2026-05-01\\ncase: 1.5|:3:7: `case` must be a whole number",
        "as-of: 2026-05-01|as-of: 2026-05-01\\n"
            + "case: one|:3:7: `case` must be a number, such as 79.5",
        "as-of: 2026-05-01|as-of: 2026-05-01\\n"
            + "packs: other|:3:8: `packs` must be a list, such as `[ one, two ]`",
        "as-of: 2026-05-01|as-of: 2026-05-01\\n"
            + "packs: [ a, a ]|:3:13: `a` is there twice; delete one",
        "as-of: 2026-05-01|as-of: 2026-05-01\\n"
            + "since: 2026-05-01|:3:1: `since` is not allowed in a scenario whose folder says `not-earned`;"
            + " delete it",
        "as-of: 2026-05-01|as-of: 2026-05-01\\n"
            + "defaults: { vetted: x }|:3:13: unknown key `vetted` of `defaults`; it has"
            + " `vetted-by`",
        "as-of: 2026-05-01|as-of: 2026-05-01\\n"
            + "also: { level-2: maybe }|:3:18: `maybe` is no verdict; it is `earned` or"
            + " `not-earned`",
        "as-of: 2026-05-01|as-of: 2026-05-01\\n"
            + "also: [ level-2 ]|:3:7: `also` must be keys with values, such as `key: value`",
        "record: { learner: { id: ada } }|record: ada|:3:9: `record` must be keys with values, such"
            + " as `key: value`",
        "record: { learner: { id: ada } }|record: { learner: { id: ada, age: 7 } }|:3:31: unknown"
            + " field `age` of Learner",
        "record: { learner: { id: ada } }|record:\\n"
            + "  learner:\\n"
            + "    id: ada\\n"
            + "  facts:\\n"
            + "    WorkExperience:\\n"
            + "      - type: JOB\\n"
            + "        hours: many|:9:16: `hours` is `many`, not a number",
        "unmet: [ quiz ]|other: 1|:4:1: unknown key `other` of a scenario",
        "unmet: [ quiz ]|also: {}|:1:1: a scenario has no `unmet`; add it",
        "unmet: [ quiz ]|unmet: { quiz: { state: met } }|:4:25: a requirement in this state is not"
            + " unmet",
        "unmet: [ quiz ]|unmet: { quiz: { state: waived } }|:4:25: a requirement in this state is"
            + " not unmet",
        "unmet: [ quiz ]|unmet: { quiz: { state: lost } }|:4:25: `state` must be one of `met`,"
            + " `waived`, `pending-review`",
        "unmet: [ quiz ]|unmet: { quiz: { has: many } }|:4:23: `has` must be a number, such as"
            + " 79.5",
        "unmet: [ quiz ]|unmet: { quiz: { hs: 1 } }|:4:18: unknown key `hs` of `quiz`; it has"
            + " `state`, `has`, `needs`, `unit`, `blocked-by`, `not-counted`",
        "unmet: [ quiz ]|unmet: { quiz: { not-counted: [ late ] } }|:4:33: `not-counted` must be"
            + " one of `unvetted`",
        "unmet: [ quiz ]|unmet: { quiz: &a { has: 1 }, hours: *a }|:4:38: `*` repeats another"
            + " value; write it out",
        "unmet: [ quiz ]|unmet: [ quiz|:4:14: this is not YAML: expected",
        "unmet: [ quiz ]|unmet: [ quiz ]\\n"
            + "---\\n"
            + "story: b|:6:1: a second document begins; write it into a file of its own",
      })
  void a_mistake_is_told_at_its_place(String from, String to, String message) {
    rules.notEarned(LEAST.replace(from, to.replace("\\n", "\n")));

    assertThatThrownBy(rules::scenarios)
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("garden/scenarios/level-1/not-earned/story.yaml" + message);
  }

  @ParameterizedTest
  @CsvSource({
    "unmet: [ quiz ], :4:1: `unmet` is not allowed in a scenario whose folder says `earned`; delete it",
    "until: 2027-02-29, :4:8: `until` must be a date"
  })
  void a_mistake_in_an_earned_scenario_is_told_at_its_place(String last, String message) {
    rules.earned(LEAST.replace("unmet: [ quiz ]", last));

    assertThatThrownBy(rules::scenarios)
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(message);
  }

  @Test
  void an_empty_file_is_told() {
    rules.notEarned("");

    assertThatThrownBy(rules::scenarios)
        .isInstanceOf(ScenarioException.class)
        .hasMessageEndingWith("story.yaml:1:1: the file is empty; write a `story` first");
  }

  @Test
  void all_problems_of_a_record_are_told_with_their_lines() {
    rules.notEarned(
        """
        story: A record with two mistakes.
        as-of: 2026-05-01
        record:
          learner: { id: ada }
          facts:
            WorkExperience:
              - type: JOBS
                hours: -1
        unmet: [ quiz ]
        """);

    assertThatThrownBy(rules::scenarios)
        .hasMessageContaining("story.yaml:7:15: unknown word `JOBS` in `type`; maybe `JOB`")
        .hasMessageContaining("story.yaml:8:16: `hours` is `-1`; the least it can be is 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "yes", "on", "Off", "TRUE"})
  void a_word_that_yaml_takes_for_a_truth_is_refused_without_quotes(String word) {
    rules.notEarned(LEAST.replace("id: ada", "id: " + word));

    assertThatThrownBy(rules::scenarios)
        .hasMessageEndingWith(
            ":3:26: `"
                + word
                + "` is true or false in YAML; write `true` or `false`, or quote it where it is a"
                + " text");
    rules.notEarned(LEAST.replace("id: ada", "id: '" + word + "'"));
    assertThat(rules.scenario().record().learner().id()).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"011", "0x1F", "0b11", "1_000", "+5", ".5", "5.", "00"})
  void a_number_that_yaml_reads_in_another_way_is_refused(String number) {
    rules.notEarned(LEAST.replace("as-of", "case: " + number + "\nas-of"));

    assertThatThrownBy(rules::scenarios)
        .hasMessageContaining(":2:7: `" + number + "` is another number in YAML than it looks");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0.50, -0.50", "1e2, 1E+2", "79.990, 79.990", "12, 12"})
  void plain_numbers_are_exact(String written, String number) {
    rules.notEarned(LEAST.replace("unmet: [ quiz ]", "unmet: { quiz: { has: " + written + " } }"));

    assertThat(rules.scenario().unmet().get(0).has()).isEqualTo(new BigDecimal(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-04-01", "12:30", "NaN", "'80'", "0o11", "\"null\""})
  void what_looks_like_another_kind_and_is_a_text_stays_a_text(String text) {
    rules.notEarned(LEAST.replace("id: ada", "id: " + text));

    assertThat(rules.scenario().record().learner().id()).isEqualTo(text.replaceAll("['\"]", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "null", ""})
  void nothing_is_no_text(String nothing) {
    rules.notEarned(LEAST.replace("{ id: ada }", "{ id: " + nothing + " }"));

    assertThatThrownBy(rules::scenarios)
        .hasMessageContaining("`id` is `null`, not a text; leave the field out");
  }

  @Test
  void a_column_is_counted_as_java_counts_it_whatever_stands_before() {
    rules.notEarned(
        LEAST
            .replace("Nothing", "\ud83c\udf31 \ud83c\udf31")
            .replace("{ id: ada }", "{ id: \"\ud83c\udf31\", birthDate: MARS }"));

    assertThatThrownBy(rules::scenarios)
        .hasMessageContaining("story.yaml:3:43: `birthDate` is `MARS`");
  }

  @Test
  void a_default_vetting_is_refused_where_it_stands() {
    rules.notEarned(
        LEAST.replace(
            "record: { learner: { id: ada } }",
            "defaults: { vetted-by: { role: BOSS } }\n"
                + "record: { learner: { id: ada }, facts: { Participation: [ { type: EVENT } ] } }"));

    assertThatThrownBy(rules::scenarios)
        .hasMessageContaining("story.yaml:3:32: unknown word `BOSS` in `role`");
  }

  @Test
  void a_file_is_nested_as_deep_as_a_record_may_be_and_no_deeper() {
    rules.notEarned(LEAST.replace("id: ada", "id: " + "[".repeat(29) + "]".repeat(29)));
    assertThatThrownBy(rules::scenarios).hasMessageContaining(":3:26: `id` is a list, not a text");

    rules.notEarned(LEAST.replace("id: ada", "id: " + "[".repeat(30) + "]".repeat(30)));
    assertThatThrownBy(rules::scenarios)
        .hasMessageEndingWith(
            ":3:55: the file is nested deeper than 32; write it as the documents show");
  }

  @Test
  void a_file_may_be_as_large_as_the_limit_and_no_larger() {
    String comment = "#" + "x".repeat(999_998 - LEAST.length()) + "\n";
    rules.notEarned(LEAST + comment);
    assertThat(rules.scenario().story()).isEqualTo("Nothing is known.");

    rules.notEarned(LEAST + comment + "#");
    assertThatThrownBy(rules::scenarios)
        .hasMessageEndingWith("story.yaml: larger than 1000000 bytes; tell one story only");
  }

  @Test
  void a_value_of_another_kind_is_refused() {
    rules.notEarned(LEAST.replace("id: ada", "id: !!binary aGk="));

    assertThatThrownBy(rules::scenarios)
        .hasMessageContaining("a value that is no text, number or truth");
  }
}
