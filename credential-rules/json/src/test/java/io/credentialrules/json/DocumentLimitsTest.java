package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.credentialrules.policy.Vocabulary;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document that asks too much is refused at its place, whatever it is made of. */
class DocumentLimitsTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final LearnerRecordReader READER =
      LearnerRecordReader.of(Vocabulary.standard(), ZoneOffset.UTC);

  private static List<RecordProblem> problems(LearnerRecordReader reader, String json) {
    RecordException refused =
        catchThrowableOfType(RecordException.class, () -> reader.read("record.json", json));
    return refused == null ? List.of() : refused.problems();
  }

  private static String learner(String id) {
    return "{ \"learner\": { \"id\": \"" + id + "\" } }";
  }

  @Test
  void a_document_may_be_as_large_as_the_limit() {
    String json = learner("x");
    assertThat(problems(READER.withMaxBytes(json.length()), json)).isEmpty();
    assertThat(problems(READER.withMaxBytes(json.length() - 1), json))
        .singleElement()
        .asString()
        .startsWith("record.json:1:1: the document is larger than " + (json.length() - 1));
  }

  @Test
  void an_endless_stream_is_read_no_further_than_the_limit() {
    InputStream endless =
        new InputStream() {
          private int read;

          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            read += length;
            assertThat(read).isLessThanOrEqualTo(1001);
            Arrays.fill(into, from, from + length, (byte) ' ');
            return length;
          }
        };
    RecordException refused =
        catchThrowableOfType(
            RecordException.class, () -> READER.withMaxBytes(1000).read("endless", endless));
    assertThat(refused.problems()).hasSize(1);
  }

  @Test
  void a_text_may_be_as_long_as_the_limit() {
    assertThat(problems(READER, learner("x".repeat(Scalars.LONGEST_TEXT)))).isEmpty();
    assertThat(problems(READER, learner("x".repeat(Scalars.LONGEST_TEXT + 1))))
        .singleElement()
        .asString()
        .contains("`id` has more than 100000 characters");
  }

  static Stream<String> hostile() {
    return Stream.of(
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        "[" + "1,".repeat(1_000_001) + "1]",
        learner("x").replace("}", ", \"birthDate\": " + "9".repeat(1_000_000) + " }"),
        learner("x")
            .replace(
                " } }",
                " }, \"facts\": { \"WorkExperience\": [ { \"type\": \"JOB\","
                    + " \"hours\": 1e999999999 } ] } }"),
        learner("x")
            .replace(
                " } }",
                " }, \"facts\": { \"WorkExperience\": [ { \"type\": \"JOB\","
                    + " \"hours\": 1e-999999999 } ] } }"),
        "{" + "\"a\": 1, ".repeat(5_000) + "\"a\": 1 }",
        "{ \"" + "n".repeat(1_000_000) + "\": 1 }",
        "\"" + "\\ud800".repeat(10_000) + "\"",
        "{ \"learner\": { \"id\": \"x\", \"@class\": \"java.lang.Runtime\" } }",
        "\u0000".repeat(1000));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void what_asks_too_much_is_refused_at_its_place(String json) {
    long start = THREADS.getCurrentThreadCpuTime();
    assertThat(problems(READER, json))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(DocumentProblems.MOST + 1)
        .allSatisfy(
            problem -> {
              assertThat(problem.line()).isPositive();
              assertThat(problem.column()).isPositive();
              assertThat(problem.message()).hasSizeLessThan(1000);
            });
    assertThat(THREADS.getCurrentThreadCpuTime() - start).isLessThan(10_000_000_000L);
  }
}
