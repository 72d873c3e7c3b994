package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.credentialrules.policy.Vocabulary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * No scenario file throws anything but the documented exception, takes long, or is refused without
 * a line. The normal build runs the inputs that are kept beside this class; {@code CONTRIBUTING.md}
 * says how to search for more.
 */
class ScenarioFuzzTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST = Duration.ofSeconds(5);

  @FuzzTest(maxDuration = "10m")
  @DictionaryFile(resourcePath = "scenario.dict")
  void any_file_is_refused_at_a_line_or_read(byte[] bytes) throws IOException {
    Path path = Files.createTempFile("scenario", ".yaml");
    try {
      Files.write(path, bytes);
      ScenarioFile file = new ScenarioFile(path, "pack", "credential", bytes.length % 2 == 0, "x");
      long start = THREADS.getCurrentThreadCpuTime();
      try {
        assertThat(ScenarioReader.read(file, Vocabulary.standard()).story()).isNotNull();
      } catch (ScenarioException refused) {
        assertThat(refused.getMessage())
            .startsWith(file.display() + ":")
            .matches("(?s)[^:]+:([1-9][0-9]*(:[1-9][0-9]*)?:)? .+");
      }
      assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
    } finally {
      Files.delete(path);
    }
  }
}
