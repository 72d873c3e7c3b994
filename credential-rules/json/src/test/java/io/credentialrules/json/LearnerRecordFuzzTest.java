package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.Vocabulary;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;

/**
 * No document throws anything but the documented exception, takes long, or is refused without a
 * place; and what is read can be written and read again. The normal build runs the inputs that are
 * kept beside this class; {@code CONTRIBUTING.md} says how to search for more.
 */
class LearnerRecordFuzzTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final LearnerRecordReader READER =
      LearnerRecordReader.of(Vocabulary.standard(), ZoneId.of("America/New_York"));

  @FuzzTest(maxDuration = "10m")
  @DictionaryFile(resourcePath = "record.dict")
  void any_document_is_refused_at_a_place_or_read(byte[] bytes) {
    assertRefusedOrRead(bytes);
  }

  @FuzzTest(maxDuration = "10m")
  void any_change_of_a_document_is_refused_at_a_place_or_read(FuzzedDataProvider data) {
    assertRefusedOrRead(ChangedRecord.of(data).getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefusedOrRead(byte[] bytes) {
    long start = THREADS.getCurrentThreadCpuTime();
    LearnerRecord record = null;
    try {
      record = READER.read("record.json", new ByteArrayInputStream(bytes));
    } catch (RecordException refused) {
      assertThat(refused.problems()).isNotEmpty();
      for (RecordProblem problem : refused.problems()) {
        assertThat(problem.source()).isEqualTo("record.json");
        assertThat(problem.line()).isPositive();
        assertThat(problem.column()).isPositive();
        assertThat(problem.message()).isNotBlank().doesNotContain("jackson", "Exception");
      }
    }
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
    if (record != null) {
      assertThat(READER.read("again", LearnerRecordWriter.write(record))).isEqualTo(record);
    }
  }
}
