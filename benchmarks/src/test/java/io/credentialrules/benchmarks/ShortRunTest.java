package io.credentialrules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    ShortRun.write(readme, results(contest));

    assertThat(Files.readString(readme))
        .startsWith("before\n" + ShortRun.BEGIN)
        .endsWith(ShortRun.END + "\nafter\n")
        .contains("| library |", "| Java by hand |", "| goal | measured |")
        .contains("| Evrete | 2.50 (2) |", "| CEL | not finished in 600 s |")
        .contains("for 300 learners, or for as many as it decided in 20 seconds: Kie DMN 84 at 1 ")
        .contains("| faster than Evrete at every size | 2.50 at 1 |")
        .contains("| the same of the fastest call of each learner, without what the machine adds |")
        .contains("| faster than CEL at every size | not finished in 600 s at 1 |")
        .contains("by JOL | 3 |", "not measured: the command line is not built")
        .doesNotContain("old", "NaN");
    assertThat(folder.resolve("plots")).isDirectoryContaining("glob:**/learner.{svg,png}");
    assertThat(folder.resolve("plots")).isDirectoryContaining("glob:**/engines.{svg,png}");
    assertThat(results(contest).ratios())
        .containsEntry("Evrete", Map.of(1, 2.5))
        .containsKey(Agreement.JAVA_BY_HAND)
        .doesNotContainKeys("CEL", Agreement.PLAIN_DROOLS);
    assertThat(Files.readString(folder.resolve("plots/learner.svg"))).contains("<svg");
  }

  /** As if an engine had been slower, and another had not finished. */
  private static Results results(Contest contest) {
    double none = Double.NaN;
    return new Results(
        List.of(contest),
        List.of(
            new Duel(Rival.EVRETE, 1, 800, 2_000, 3, 4, 300, ""),
            new Duel(Rival.CEL, 1, none, none, none, none, none, "not finished in 600 s"),
            new Duel(Rival.KIE_DMN, 1, 800, 1_600, 3, 4, 84, "")),
        List.of(new Kept(1, 3 * 1024, "")),
        ColdStart.NONE,
        LiveTime.measured(contest, 1, 1),
        ThreadsTime.measured(contest, 1, 2_000));
  }

  @Test
  void a_file_without_marks_is_left_as_it_is(@TempDir Path folder) throws Exception {
    Path readme = folder.resolve("README.md");
    Files.writeString(readme, "nothing");
    Contest contest = new Contest(new Catalogue(1), false);
    contest.run(1, 1);

    assertThatThrownBy(() -> ShortRun.write(readme, results(contest)))
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
