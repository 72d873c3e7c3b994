package io.credentialrules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each file of the corpus tries to run code, to take any time or memory, or to be read as something
 * else than it seems. None has any effect, and each is refused with a message of its own at its
 * place: {@code expected.txt} in each folder says which.
 */
@Timeout(300)
class HostileCorpusTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicNode> each_file_has_no_effect_and_is_refused_with_its_own_message() {
    return HostileFile.byTheme().entrySet().stream()
        .map(
            theme ->
                DynamicContainer.dynamicContainer(
                    theme.getKey(),
                    theme.getValue().stream()
                        .map(file -> DynamicTest.dynamicTest(file.name(), () -> refuse(file)))));
  }

  @Test
  void there_are_many_and_each_has_an_expected_message() {
    List<HostileFile> files =
        HostileFile.byTheme().values().stream().flatMap(List::stream).toList();
    assertThat(files).hasSizeGreaterThan(200);
    assertThat(files).allSatisfy(file -> assertThat(file.expected()).isNotEmpty());
  }

  private void refuse(HostileFile file) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("pack"));
    try (Watch watch = new Watch()) {
      long begin = THREADS.getCurrentThreadCpuTime();
      List<String> said = file.problems(folder);
      assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin)).isLessThan(LONGEST);
      watch.sawNothing();
      assertThat(said).as(file.path().toString()).isEqualTo(file.expected());
      Files.delete(folder.resolve(file.name()));
      for (Problem problem : file.refusal(folder)) {
        assertThat(problem.span().file()).isIn("pack/" + file.name(), "pack");
        assertThat(problem.span().line()).isPositive();
        assertThat((problem.message() + " " + problem.hint()).replaceAll("`[^`]*`", ""))
            .doesNotContainIgnoringCase("drools", "exception", "java", "kie", "mvel");
        assertThat((problem.message() + problem.hint()).chars()).noneMatch(Character::isISOControl);
      }
    } finally {
      Files.deleteIfExists(folder.resolve(file.name()));
      Files.delete(folder);
    }
  }
}
