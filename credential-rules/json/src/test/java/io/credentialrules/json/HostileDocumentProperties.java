package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.LearnerRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the text, it is read whole or refused with places; nothing else is thrown. */
class HostileDocumentProperties {
  private static final LearnerRecordReader READER =
      LearnerRecordReader.of(GeneratedRecords.VOCABULARY, ZoneId.of("America/New_York"));
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud800",
    "0",
    "-",
    "e",
    "1e999999999",
    "null",
    "true",
    "NaN",
    "\n",
    "\r",
    "\t",
    "\u0000",
    "\uFEFF",
    "\uD83D",
    "é",
    "\"learner\"",
    "\"id\":",
    "\"facts\":",
    "//",
    "'",
    "\"vetting\":{}",
    "9".repeat(300),
    " "
  };

  @Property
  void any_text_is_read_or_refused_with_places(@ForAll String text) {
    refusesWithPlaces(text);
  }

  @Property
  void a_damaged_record_is_read_or_refused_with_places(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text =
        new StringBuilder(LearnerRecordWriter.write(GeneratedRecords.record(seed)));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(4));
      text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
    }
    refusesWithPlaces(text.toString());
  }

  @Property
  void any_bytes_are_read_or_refused_with_places(@ForAll byte[] bytes) {
    try {
      READER.read("a.json", new ByteArrayInputStream(bytes));
    } catch (RecordException refused) {
      assertPlaces(refused, new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static void refusesWithPlaces(String text) {
    try {
      LearnerRecord record = READER.read("a.json", text);
      assertThat(READER.read("b.json", LearnerRecordWriter.write(record))).isEqualTo(record);
    } catch (RecordException refused) {
      assertPlaces(refused, text);
    }
  }

  private static void assertPlaces(RecordException refused, String text) {
    long lines = text.chars().filter(character -> character == '\n' || character == '\r').count();
    assertThat(refused.problems())
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.source()).isEqualTo("a.json");
              assertThat((long) problem.line()).isBetween(1L, lines + 1);
              assertThat(problem.column()).isBetween(1, text.length() + 1);
              assertThat(problem.message()).isNotBlank().doesNotContain("io.", "java.");
            });
  }
}
