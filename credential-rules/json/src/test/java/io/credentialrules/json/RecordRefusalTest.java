package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.credentialrules.policy.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordRefusalTest {
  private static final ZoneId MAINE = ZoneId.of("America/New_York");
  private static final LearnerRecordReader READER =
      LearnerRecordReader.of(GeneratedRecords.VOCABULARY, MAINE);

  private static List<RecordProblem> problems(String json) {
    RecordException refused =
        catchThrowableOfType(RecordException.class, () -> READER.read("a.json", json));
    return Objects.requireNonNull(refused, "it was read").problems();
  }

  private static List<String> told(String json) {
    return problems(json).stream().map(RecordProblem::toString).toList();
  }

  private static String inFact(String type, String fields) {
    return "{\"learner\":{\"id\":\"ada\"},\n\"facts\":{\"" + type + "\":[\n{" + fields + "}]}}";
  }

  @Test
  void all_problems_are_told_at_once_in_the_order_of_the_document() {
    assertThat(
            told(
                """
                {
                  "learner": { "id": " ", "birthDate": "2001-02-30", "age": 24 },
                  "policyDate": 2024,
                  "facts": {
                    "WorkExperience": [
                      { "type": "APPRENTICE", "hour": 200, "siteApproved": "yes", "hours": "many" },
                      { "hours": -1 }
                    ],
                    "WorkExperiense": []
                  },
                  "waivers": [ { "requirement": "quiz", "by": "Dr. Dean", "role": "DEAN", "on": "today" } ],
                  "remarks": ""
                }
                """))
        .containsExactly(
            "a.json:2:22 /learner/id: `id` is empty; write what it identifies",
            "a.json:2:40 /learner/birthDate: `birthDate` is `2001-02-30`, not a date; the calendar"
                + " does not have it",
            "a.json:2:54 /learner/age: unknown field `age` of Learner; write one of `id`,"
                + " `birthDate`, `campus`, `roles`, `source`, `status`, `validFrom`, `validUntil`,"
                + " `vetting`",
            "a.json:3:17 /policyDate: `policyDate` is `2024`, not a date; write year, month and"
                + " day, such as `\"2024-04-01\"`",
            "a.json:6:17 /facts/WorkExperience/0/type: unknown word `APPRENTICE` in `type`; maybe"
                + " `APPRENTICESHIP`",
            "a.json:6:31 /facts/WorkExperience/0/hour: unknown field `hour` of WorkExperience;"
                + " maybe `hours`",
            "a.json:6:60 /facts/WorkExperience/0/siteApproved: `siteApproved` is `yes`, not true or"
                + " false; write `true` or `false` without quotes",
            "a.json:6:76 /facts/WorkExperience/0/hours: `hours` is `many`, not a number; write"
                + " digits, with a point where there are decimals",
            "a.json:7:7 /facts/WorkExperience/1: `type` of WorkExperience is missing; add it",
            "a.json:7:18 /facts/WorkExperience/1/hours: `hours` is `-1`; the least it can be is 0",
            "a.json:9:5 /facts/WorkExperiense: unknown fact type `WorkExperiense`; maybe"
                + " `WorkExperience`",
            "a.json:11:16 /waivers/0: `why` of the waiver is missing; add it",
            "a.json:11:67 /waivers/0/role: unknown word `DEAN` in `role`; write one of `FACULTY`,"
                + " `STAFF`, `INSTRUCTOR`, `ASSESSOR`, `SUPERVISOR`, `HOST`, `REGISTRAR`,"
                + " `EMPLOYER`, `PEER`, `LEARNER`, `OTHER`",
            "a.json:11:81 /waivers/0/on: `on` is `today`, not a date; write year, month and day,"
                + " such as `\"2024-04-01\"`",
            "a.json:12:3 /remarks: unknown field `remarks` of the learner record; write one of"
                + " `learner`, `policyDate`, `facts`, `waivers`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "| 1:1: the document is empty; write a learner record",
        "' '| 1:1: the document is empty; write a learner record",
        "[]| 1:1: the learner record is a list, not an object; start with `{ \"learner\": …`",
        "null| 1:1: the learner record is `null`, not an object; start with `{ \"learner\": …`",
        "{}| 1:1: `learner` of the learner record is missing; add it",
        "{\"learner\":[]}| 1:12 /learner: a Learner is a list, not an object; write its fields in"
            + " `{` and `}`",
        "{\"learner\":{}}| 1:12 /learner: `id` of Learner is missing; add it",
        "{\"learner\":{\"id\":7}}| 1:18 /learner/id: `id` is `7`, not a text; write it in double"
            + " quotes",
        "{\"learner\":{\"id\":null}}| 1:18 /learner/id: `id` is `null`, not a text; leave the field"
            + " out",
        "{\"learner\":{\"id\":\"a\"},\"facts\":[]}| 1:31 /facts: `facts` is a list, not an object;"
            + " group the facts by their type, such as `{ \"WorkExperience\": [ … ] }`",
        "{\"learner\":{\"id\":\"a\"},\"facts\":{\"SignOff\":{}}}| 1:42 /facts/SignOff: `SignOff` is"
            + " an object, not a list; write the entries in `[` and `]`",
        "{\"learner\":{\"id\":\"a\"},\"facts\":{\"SignOff\":[7]}}| 1:43 /facts/SignOff/0: a SignOff"
            + " is `7`, not an object; write its fields in `{` and `}`",
        "{\"learner\":{\"id\":\"a\"},\"facts\":{\"Learner\":[]}}| 1:32 /facts/Learner: the learner"
            + " is not among the facts; move it to `learner`",
        "{\"learner\":{\"id\":\"a\"},\"facts\":{\"Earned\":[]}}| 1:32 /facts/Earned: `Earned` is"
            + " derived by the rules, never recorded; write a `HeldCredential` for a credential"
            + " that the learner holds",
        "{\"learner\":{\"id\":\"a\"},\"facts\":{\"Met\":[]}}| 1:32 /facts/Met: `Met` is derived by"
            + " the rules, never recorded; write a waiver for a requirement that need not be met",
        "{\"learner\":{\"id\":\"a\"},\"facts\":{\"Today\":[]}}| 1:32 /facts/Today: `Today` is"
            + " derived by the rules, never recorded; give the date of evaluation when you"
            + " evaluate",
        "{\"learner\":{\"id\":\"a\"},\"waivers\":{}}| 1:33 /waivers: `waivers` is an object, not a"
            + " list; write the entries in `[` and `]`",
        "{\"learner\":{\"id\":\"a\"},\"waivers\":[\"quiz\"]}| 1:34 /waivers/0: a waiver is `quiz`,"
            + " not an object; write its fields in `{` and `}`",
        "{\"learner\":{\"id\":\"a\"},\"a/b~c\":1}| 1:23 /a~1b~0c: unknown field `a/b~c` of the"
            + " learner record; write one of `learner`, `policyDate`, `facts`, `waivers`",
        "{\"learner\":{\"id\":\"a\"},\"learner\":{\"id\":\"b\"}}| 1:23 /learner: `learner` is"
            + " repeated; keep one of them",
        "{\"learner\":{\"id\":\"a\",\"id\":\"a\"}}| 1:22 /learner/id: `id` is repeated; keep one of"
            + " them",
        "{\"learner\":{\"id\":\"\\ud83d\"}}| 1:18 /learner/id: half of a character, which is no"
            + " text; write both halves of the `\\u` pair",
        "{\"learner\":{\"id\":\"a\"}} {}| 1:24: the document goes on after its end; remove the"
            + " rest",
        "{\"learner\":{\"id\":\"a\"}}x| 1:23: `x` is neither a number, nor `true` or `false`, nor a"
            + " text; write a text in double quotes",
        "{\"learner\":{\"id\":\"a\"}| 1:22: the document ends too early; close each `\"`, `[` and"
            + " `{`",
        "{\"learner\":{\"id\":\"a| 1:20: the document ends too early; close each `\"`, `[` and `{`",
        "{\"learner\":{\"id\":\"a\"},}| 1:23: `}` follows a comma; remove the comma, or what is"
            + " missing after it",
        "{\"learner\" {\"id\":\"a\"}}| 1:12: a colon is missing before `{`",
        "{\"learner\":{\"id\":\"a\" \"campus\":\"UM\"}}| 1:22: a comma is missing before `\"`",
        "{learner:{\"id\":\"a\"}}| 1:2: the name `learner` is not in quotes; write double quotes",
        "{'learner':{}}| 1:2: a text in single quotes; write double quotes",
        "// x| 1:1: JSON has no comments; remove the comment",
        "{\"learner\":{\"id\":True}}| 1:18: `True` is neither a number, nor `true` or `false`, nor"
            + " a text; write a text in double quotes",
        "{\"learner\":{\"id\":\"\\x\"}}| 1:20: an escape that JSON does not have; write a backslash"
            + " as `\\\\`",
        "{\"learner\":{\"id\":\"a\tb\"}}| 1:20: a line break or control character within a text;"
            + " write it as `\\n"
            + "`, `\\t` or `\\u0000`",
      })
  void what_is_no_record_is_told_at_its_place(String json, String problem) {
    String text = json == null ? "" : json.equals("' '") ? " " : json;

    assertThat(told(text)).containsExactly("a.json:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"score\":100.01| 3:24 /facts/AssessmentResult/0/score: `score` is `100.01`; the most it"
            + " can be is 100",
        "\"score\":-0.01| 3:24 /facts/AssessmentResult/0/score: `score` is `-0.01`; the least it"
            + " can be is 0",
        "\"score\":1e400000000000| 3:24 /facts/AssessmentResult/0/score: `score` has more than 30"
            + " digits; maybe the unit is wrong",
        "\"score\":1e31| 3:24 /facts/AssessmentResult/0/score: `score` has more than 30 digits;"
            + " maybe the unit is wrong",
        "\"score\":1e-31| 3:24 /facts/AssessmentResult/0/score: `score` has more than 30 digits;"
            + " maybe the unit is wrong",
        "\"score\":1234567890123456789012345678901| 3:24 /facts/AssessmentResult/0/score: `score`"
            + " has more than 30 digits; maybe the unit is wrong",
        "\"score\":NaN| 3:24: `NaN` is not a number; leave the field out",
        "\"score\":-Infinity| 3:24: `-Infinity` is not a number; leave the field out",
        "\"score\":01| 3:24: `01` is not a number as JSON writes it; write a number such as `0.5`"
            + " or `-12`",
        "\"score\":.5| 3:24: `.5` is not a number as JSON writes it; write a number such as `0.5`"
            + " or `-12`",
        "\"score\":5.| 3:24: `5.` is not a number as JSON writes it; write a number such as `0.5`"
            + " or `-12`",
        "\"score\":+5| 3:24: `+5` is not a number as JSON writes it; write a number such as `0.5`"
            + " or `-12`",
        "\"score\":0x1F| 3:25: a comma is missing before `x`",
        "\"score\":\"1e2\"| 3:24 /facts/AssessmentResult/0/score: `score` is `1e2`, not a number;"
            + " write digits, with a point where there are decimals",
        "\"score\":\" 80\"| 3:24 /facts/AssessmentResult/0/score: `score` is ` 80`, not a number;"
            + " write digits, with a point where there are decimals",
        "\"score\":\"٨٠\"| 3:24 /facts/AssessmentResult/0/score: `score` is `٨٠`, not a number;"
            + " write digits, with a point where there are decimals",
        "\"score\":[80]| 3:24 /facts/AssessmentResult/0/score: `score` is a list, not a number;"
            + " write digits, with a point where there are decimals",
        "\"score\":null| 3:24 /facts/AssessmentResult/0/score: `score` is `null`, not a number;"
            + " leave the field out",
        "\"passed\":1| 3:25 /facts/AssessmentResult/0/passed: `passed` is `1`, not true or false;"
            + " write `true` or `false` without quotes",
        "\"takenOn\":\"2026-2-3\"| 3:26 /facts/AssessmentResult/0/takenOn: `takenOn` is `2026-2-3`,"
            + " not a date; write year, month and day, such as `\"2024-04-01\"`",
        "\"takenOn\":\"2025-02-29\"| 3:26 /facts/AssessmentResult/0/takenOn: `takenOn` is"
            + " `2025-02-29`, not a date; the calendar does not have it",
        "\"takenOn\":\"2026-05-01T00:00:00Z\"| 3:26 /facts/AssessmentResult/0/takenOn: `takenOn` is"
            + " `2026-05-01T00:00:00Z`, not a date; write year, month and day, such as"
            + " `\"2024-04-01\"`",
        "\"validFrom\":\"2026-05-01T09:30\"| 3:28 /facts/AssessmentResult/0/validFrom: `validFrom`"
            + " is `2026-05-01T09:30`, not a date or time; write a date such as `\"2024-04-01\"`,"
            + " or a time with its offset such as `\"2024-04-01T09:30:00-04:00\"`",
        "\"validFrom\":\"2026-05-01T25:00Z\"| 3:28 /facts/AssessmentResult/0/validFrom: `validFrom`"
            + " is `2026-05-01T25:00Z`, not a date or time; the calendar does not have it",
        "\"validFrom\":\"2026-05-02\",\"validUntil\":\"2026-05-01\"| 3:54"
            + " /facts/AssessmentResult/0/validUntil: `validUntil` is before `validFrom`; maybe"
            + " they are swapped",
        "\"status\":\"completed\"| 3:25 /facts/AssessmentResult/0/status: unknown word `completed`"
            + " in `status`; maybe `COMPLETED`",
        "\"status\":7| 3:25 /facts/AssessmentResult/0/status: `status` is `7`, not one of a list of"
            + " words; write one of `COMPLETED`, `ENROLLED`, `IN_PROGRESS`, `ON_HOLD`,"
            + " `PROVISIONAL`, `FAILED`, `WITHDREW`, `SUSPENDED`, `REVOKED`",
        "\"vetting\":\"Dr. Reviewer\"| 3:26 /facts/AssessmentResult/0/vetting: `vetting` is `Dr."
            + " Reviewer`, not an object; write `reviewer`, `role` and `on` in `{` and `}`, or"
            + " leave the field out",
        "\"vetting\":{}| 3:26 /facts/AssessmentResult/0/vetting: `role` of `vetting` is missing;"
            + " say in which role the fact was reviewed, or leave `vetting` out",
        "\"vetting\":{\"status\":\"REJECTED\"}| 3:26 /facts/AssessmentResult/0/vetting: `role` of"
            + " `vetting` is missing; say in which role the fact was reviewed, or leave `vetting`"
            + " out",
        "\"vetting\":{\"role\":\"FACULTY\",\"date\":\"2026-01-01\"}| 3:44"
            + " /facts/AssessmentResult/0/vetting/date: unknown field `date` of `vetting`; write"
            + " one of `status`, `reviewer`, `role`, `on`",
        "\"provenance\":{}| 3:16 /facts/AssessmentResult/0/provenance: unknown field `provenance`"
            + " of AssessmentResult; write one of `type`, `assessment`, `subject`, `score`,"
            + " `passed`, `takenOn`, `id`, `source`, `status`, `validFrom`, `validUntil`,"
            + " `vetting`",
        "\"vetted\":true| 3:16 /facts/AssessmentResult/0/vetted: unknown field `vetted` of"
            + " AssessmentResult; write one of `type`, `assessment`, `subject`, `score`, `passed`,"
            + " `takenOn`, `id`, `source`, `status`, `validFrom`, `validUntil`, `vetting`",
      })
  void a_malformed_field_is_told_at_its_place(String field, String problem) {
    assertThat(told(inFact("AssessmentResult", "\"type\":\"QUIZ\"," + field)))
        .containsExactly("a.json:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"minutes\":1.5| 3:55 /facts/Visit/0/minutes: `minutes` is `1.5`, not a whole number;"
            + " leave the decimals out",
        "\"minutes\":1441| 3:55 /facts/Visit/0/minutes: `minutes` is `1441`; the most it can be is"
            + " 1440",
        "\"minutes\":1,\"steps\":9223372036854775808| 3:65 /facts/Visit/0/steps: `steps` is"
            + " `9223372036854775808`; the most it can be is 9223372036854775807",
        "\"minutes\":1,\"guided\":true| 3:66 /facts/Visit/0/guided: `guided` is true, and no"
            + " `guide` is named",
        "\"minutes\":1,\"stops\":[1,\"a\",null]| 3:66 /facts/Visit/0/stops/0: an entry of `stops`"
            + " is `1`, not a text; write it in double quotes",
        "\"minutes\":1,\"stops\":\"a\"| 3:65 /facts/Visit/0/stops: `stops` is `a`, not a list of"
            + " texts; write it in `[` and `]`",
        "\"guide\":\"g\"| 3:1 /facts/Visit/0: `minutes` of Visit is missing; add it",
      })
  void a_type_of_the_host_is_refused_as_the_built_in_ones(String field, String problem) {
    assertThat(told(inFact("Visit", "\"purpose\":\"STUDY\",\"place\":\"Orono Bog Walk\"," + field)))
        .first()
        .isEqualTo("a.json:" + problem);
  }

  @Test
  void what_concerns_two_fields_is_told_at_the_later() {
    assertThat(
            told(
                inFact(
                    "WorkExperience",
                    "\"type\":\"JOB\",\"startedOn\":\"2026-02-01\",\"endedOn\":\"2026-01-01\"")))
        .containsExactly(
            "a.json:3:50 /facts/WorkExperience/0/endedOn: `endedOn` 2026-01-01 is before"
                + " `startedOn` 2026-02-01");
  }

  @Test
  void lines_end_with_line_feeds_and_carriage_returns_and_tabs_are_one_column() {
    assertThat(told("{\r\n\"learner\":\r{\"id\":\"a\"},\n\t\"x\":1}"))
        .singleElement()
        .asString()
        .startsWith("a.json:4:2 /x: ");
  }

  @Test
  void values_are_quoted_short_and_without_what_a_terminal_would_obey() {
    assertThat(
            told(
                inFact(
                    "SignOff", "\"subject\":\"s\",\"by\":\"b\",\"role\":\"\\u001b[2J\\u202e`\"")))
        .singleElement()
        .asString()
        .contains("unknown word `\\u001b[2J\\u202e'` in `role`");
    assertThat(
            told(
                inFact(
                    "SignOff",
                    "\"subject\":\"s\",\"by\":\"b\",\"role\":\"" + "x".repeat(5000) + "\"")))
        .singleElement()
        .asString()
        .contains("`" + "x".repeat(60) + "…`")
        .hasSizeLessThan(400);
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 1000, 100_000})
  void nesting_that_is_too_deep_is_refused(int depth) {
    assertThat(told("[".repeat(depth)))
        .singleElement()
        .asString()
        .startsWith("a.json:1:33")
        .contains("nested deeper than 32");
  }

  @Test
  void a_document_nested_as_deep_as_may_be_is_looked_at() {
    assertThat(told("[".repeat(32) + "]".repeat(32)))
        .singleElement()
        .asString()
        .contains("the learner record is a list");
  }

  @Test
  void after_a_thousand_problems_no_more_are_looked_for() {
    String json = inFact("SignOff", "\"x\":1").replace("[\n{", "[" + "7,".repeat(5000) + "\n{");

    assertThat(problems(json)).hasSize(1001);
    assertThat(problems(json).get(1000).message()).isEqualTo("there are more than 1000 problems");
  }

  @Test
  void a_document_that_is_too_large_is_refused_before_it_is_parsed() {
    LearnerRecordReader small =
        LearnerRecordReader.of(Vocabulary.standard(), MAINE).withMaxBytes(25);

    assertThatThrownBy(() -> small.read("a.json", "{".repeat(26)))
        .isInstanceOf(RecordException.class)
        .hasMessage(
            "a.json:1:1: the document is larger than 25 bytes; leave out what no rule requires");
    assertThatThrownBy(() -> small.read("a.json", endless()))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining("larger than 25 bytes");
    assertThatThrownBy(() -> small.withMaxBytes(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return '[';
      }
    };
  }

  @Test
  void a_byte_order_mark_is_refused_with_what_to_do() {
    assertThat(told("\uFEFF{}"))
        .containsExactly(
            "a.json:1:1: the document starts with a byte order mark; save it as UTF-8 without a"
                + " byte order mark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE", "ISO-8859-9"})
  void other_encodings_are_refused_at_a_place(String charset) {
    byte[] bytes = "{\"learner\":{\"id\":\"Ünal\"}}".getBytes(Charset.forName(charset));
    RecordException refused =
        catchThrowableOfType(
            RecordException.class, () -> READER.read("a.json", new ByteArrayInputStream(bytes)));

    assertThat(refused.problems()).isNotEmpty().allMatch(problem -> problem.line() >= 1);
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused_at_their_place() {
    byte[] bytes = "{\n\"learner\":{\"id\":\"a\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> READER.read("a.json", new ByteArrayInputStream(bytes)))
        .isInstanceOf(RecordException.class)
        .hasMessage(
            "a.json:2:19: the document is not UTF-8 here; save it as UTF-8 without a byte order"
                + " mark");
  }

  @Test
  void a_character_that_is_cut_off_at_the_end_is_not_utf_8() {
    byte[] bytes = {'{', '"', (byte) 0xF0, (byte) 0x9F};

    assertThatThrownBy(() -> READER.read("a.json", new ByteArrayInputStream(bytes)))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining("a.json:1:3: the document is not UTF-8 here");
  }

  @Test
  void a_file_that_cannot_be_read_is_told_like_any_other_problem(@TempDir Path folder) {
    assertThatThrownBy(() -> READER.read("gone.json", folder.resolve("gone.json")))
        .isInstanceOf(RecordException.class)
        .hasMessage("gone.json:1:1: there is no such file; look at its name and folder");
    assertThatThrownBy(() -> READER.read("a.json", folder))
        .isInstanceOf(RecordException.class)
        .hasMessage("a.json:1:1: the document is a folder; name a file in it");
  }

  @Test
  void a_stream_that_fails_is_told_like_any_other_problem() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("unplugged");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return read();
          }
        };

    assertThatThrownBy(() -> READER.read("a.json", failing))
        .isInstanceOf(RecordException.class)
        .hasMessage("a.json:1:1: the document cannot be read");
  }
}
