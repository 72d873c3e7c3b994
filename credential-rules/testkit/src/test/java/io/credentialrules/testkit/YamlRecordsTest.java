package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.RecordProblem;
import io.credentialrules.policy.Vocabulary;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Learner records in YAML. */
class YamlRecordsTest {
  private static final LearnerRecordReader READER =
      LearnerRecordReader.of(Vocabulary.standard(), ZoneOffset.UTC);

  private static LearnerRecord read(String yaml) {
    return YamlRecords.read(READER, "ada.yaml", yaml);
  }

  private static List<String> problems(String yaml) {
    return catchThrowableOfType(RecordException.class, () -> read(yaml)).problems().stream()
        .map(RecordProblem::toString)
        .toList();
  }

  @Test
  void a_record_has_the_names_that_it_has_in_json() {
    LearnerRecord record =
        read(
            """
            learner: { id: ada }
            facts:
              WorkExperience:
                - { type: JOB, hours: 12.5 }
              AssessmentResult:
            """);

    assertThat(record)
        .isEqualTo(
            READER.read(
                "ada.json",
                """
                { "learner": { "id": "ada" },
                  "facts": { "WorkExperience": [ { "type": "JOB", "hours": 12.5 } ],
                             "AssessmentResult": [] } }
                """));
  }

  @Test
  void all_that_is_refused_is_told_in_the_order_of_the_file() {
    assertThat(
            problems(
                """
                learner: { id: <text> }
                facts:
                  AssessmentResult:
                    - { assessment: &exam lab, score: 011, passed: yes }
                    - { assessment: *exam, assessment: lab }
                """))
        .containsExactly(
            "ada.yaml:1:16: `id` is still to be filled in: `<text>`; replace it, or delete the fact",
            "ada.yaml:4:39: `011` is another number in YAML than it looks; write plain digits such as"
                + " 12.5, or quote it where it is a text",
            "ada.yaml:4:52: `yes` is true or false in YAML; write `true` or `false`, or quote it"
                + " where it is a text",
            "ada.yaml:5:21: `*` repeats another value; write it out",
            "ada.yaml:5:28: `assessment` is there twice; delete one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "[]", "ada", "learner: ["})
  void what_is_no_record_is_refused(String yaml) {
    assertThat(problems(yaml)).hasSize(1).first().asString().startsWith("ada.yaml:1:");
  }

  @Test
  void a_record_is_nested_as_deep_as_one_in_json_and_no_deeper() {
    String list = "learner: { id: ada }\nfacts: { WorkExperience: ";
    assertThat(problems(list + "[".repeat(30) + "]".repeat(30) + " }").get(0))
        .doesNotContain("nested deeper");
    assertThat(problems(list + "[".repeat(31) + "]".repeat(31) + " }"))
        .containsExactly(
            "ada.yaml:2:56: the file is nested deeper than 32; write it as the documents show");
  }

  @Test
  void a_line_has_as_many_characters_as_a_text_of_a_record() {
    String line = "learner: { id: ada } #";
    assertThat(read(line + "x".repeat(100_000 - line.length())).learner().id()).isEqualTo("ada");
    assertThatThrownBy(() -> read(line + "x".repeat(100_001 - line.length())))
        .hasMessageContaining("the line is longer than 100,000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void a_line_ends_as_on_any_system(String end) {
    String lines = ("# " + "x".repeat(60_000) + end).repeat(3);
    assertThat(read(lines + "learner: { id: ada }").learner().id()).isEqualTo("ada");
    assertThat(problems(lines + "# " + "x".repeat(100_000)))
        .first()
        .asString()
        .startsWith("ada.yaml:4:");
  }
}
