package io.credentialrules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version, at its shortest. */
final class ShortRunTest {

  @Test
  void it_writes_tables_and_pictures_between_the_marks_and_nothing_else(@TempDir Path folder)
      throws Exception {
    Path readme = folder.resolve("README.md");
    Files.writeString(readme, "before\n" + ShortRun.BEGIN + "\nold\n" + ShortRun.END + "\nafter\n");
    Contest contest = new Contest(new Catalogue(1), false);
    contest.agree();
    contest.run(1, 1);
    ShortRun.write(readme, List.of(contest), 1, 1);

    assertThat(Files.readString(readme))
        .startsWith("before\n" + ShortRun.BEGIN)
        .endsWith(ShortRun.END + "\nafter\n")
        .contains("| library |", "| Java by hand |", "| goal | measured |")
        .doesNotContain("old", "NaN");
    assertThat(folder.resolve("plots")).isDirectoryContaining("glob:**/learner.{svg,png}");
    assertThat(Files.readString(folder.resolve("plots/learner.svg"))).contains("<svg");
  }

  @Test
  void a_file_without_marks_is_left_as_it_is(@TempDir Path folder) throws Exception {
    Path readme = folder.resolve("README.md");
    Files.writeString(readme, "nothing");
    Contest contest = new Contest(new Catalogue(1), false);
    contest.run(1, 1);

    assertThatThrownBy(() -> ShortRun.write(readme, List.of(contest), 1, 1))
        .hasMessageStartingWith("the file has no marks");
    assertThat(Files.readString(readme)).isEqualTo("nothing");
  }

  @Test
  void engines_that_disagree_are_not_timed() {
    Contest contest = new Contest(new Catalogue(1), false);
    contest.engines().put("one that earns nothing", record -> Set.of());

    assertThatThrownBy(contest::agree)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the engines disagree");
  }
}
