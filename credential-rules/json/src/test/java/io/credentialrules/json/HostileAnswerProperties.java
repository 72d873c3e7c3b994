package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SignOff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts and documents of those who mean harm, in answers and audit records. */
class HostileAnswerProperties {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ZonedDateTime AS_OF =
      ZonedDateTime.of(2026, 5, 1, 23, 59, 0, 0, ZoneId.of("America/New_York"));
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "\\",
    "0",
    "-",
    "1e999999999",
    "null",
    "true",
    "\u0000",
    "\ud83d",
    "\"digest\"",
    "\"record\":{}",
    "9".repeat(300),
    "ada",
    " "
  };

  @Provide
  Arbitrary<String> awkward() {
    return Arbitraries.strings()
        .withChars('a', '"', '\\', '`', '/', ' ', '\n', '\u0000', '\u007f', '\u2028', '\u202e')
        .withChars('\ud83c', '\udf31', '\ufeff', '\uffff')
        .ofMaxLength(12);
  }

  private static LearnerRecord record(String text) {
    LocalDate day = LocalDate.of(2026, 1, 1);
    return LearnerRecord.builder("x" + text)
        .add(
            SignOff.builder()
                .subject("y" + text)
                .by("z" + text)
                .role(ReviewerRole.HOST)
                .on(day)
                .comment(text)
                .build())
        .waive("w" + text, "v" + text, ReviewerRole.STAFF, "u" + text, day)
        .build();
  }

  @Property
  void any_text_is_written_to_texts_and_streams_and_read_as_the_same(
      @ForAll("awkward") String text, @ForAll JsonLayout layout) throws IOException {
    Evaluation evaluation = AuditedPolicy.RULES.evaluate(record(text), AS_OF);
    EvaluationWriter.Options options = EvaluationWriter.Options.ALL.withLayout(layout);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    EvaluationWriter.write(evaluation, options, stream);
    var read = JSON.readTree(stream.toByteArray());

    assertThat(read.path("learner").asText()).isEqualTo("x" + text);
    assertThat(
            JSON.readTree(LearnerRecordWriter.write(record(text), layout))
                .at("/facts/SignOff/0/subject")
                .asText())
        .isEqualTo("y" + text);
    assertThat(read.at("/unknownWaivers/0/requirement").asText()).isEqualTo("w" + text);
    assertThat(JSON.readTree(EvaluationWriter.write(evaluation, options))).isEqualTo(read);
  }

  @Property
  void an_audit_record_of_any_text_is_replayed_or_refused_as_documented(
      @ForAll("awkward") String text) {
    Evaluation evaluation = AuditedPolicy.RULES.evaluate(record(text), AS_OF);
    try {
      assertThat(AuditRecord.of(AuditedPolicy.RULES, evaluation).replay(AuditedPolicy.RULES))
          .matches(Replay::isConfirmed);
      assertThat(HalfCharacters.areIn(text)).isFalse();
    } catch (IllegalArgumentException refused) {
      assertThat(HalfCharacters.areIn(text)).isTrue();
      assertThat(refused).hasMessageContaining("half of a character");
    }
  }

  @Property
  void a_damaged_audit_record_is_refused_with_places_or_replayed(@ForAll long seed)
      throws JsonProcessingException {
    Random random = new Random(seed);
    Evaluation evaluation = AuditedPolicy.RULES.evaluate(GeneratedRecords.record(seed), AS_OF);
    String whole = AuditRecord.of(AuditedPolicy.RULES, evaluation).json();
    StringBuilder text = new StringBuilder(whole);
    int at = random.nextInt(text.length());
    text.replace(at, at + random.nextInt(2), PIECES[random.nextInt(PIECES.length)]);
    try {
      Replay replay =
          AuditRecord.read("a.json", text.toString(), AuditedPolicy.RULES.vocabulary())
              .replay(AuditedPolicy.RULES);
      assertThat(replay.isConfirmed())
          .isEqualTo(JSON.readTree(text.toString()).equals(JSON.readTree(whole)));
    } catch (RecordException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.source()).isEqualTo("a.json"));
    }
  }
}
