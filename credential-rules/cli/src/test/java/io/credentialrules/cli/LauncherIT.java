package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** The script starts the packaged program, quickly from the second time on. */
@DisabledOnOs(value = WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherIT {
  private static final Path LAUNCHER = Path.of("bin", "credential-rules").toAbsolutePath();
  private static final String FROM_ARCHIVE = "source: shared objects file (top)";

  /** What writes pages, draws, and reads other forms than a decision in JSON needs. */
  private static final String[] NEEDED_LATER = {
    "freemarker.", "org.eclipse.", "com.nimbusds.", "com.apicatalog.", "org.yaml."
  };

  @TempDir Path folder;

  private record Run(int exit, String out, String messages, String classes) {}

  @Test
  void anArchiveIsMadeByTheFirstRunAndUsedByTheNext() throws Exception {
    Run first = run(LAUNCHER, "check", "../../rules/ums-horticulture");
    Path archive = onlyArchive();
    Run next = run(LAUNCHER, "check", "../../rules/ums-horticulture");

    assertThat(first.classes()).doesNotContain(FROM_ARCHIVE);
    assertThat(next.classes()).contains("io.credentialrules.cli.Main " + FROM_ARCHIVE);
    assertThat(next.out()).isEqualTo(first.out()).contains("0 errors");
    assertThat(List.of(first.exit(), next.exit())).containsOnly(0);
    assertThat(first.messages() + next.messages()).isEmpty();

    // What is no archive is not used, and nobody is bothered with it.
    Files.delete(archive);
    Files.writeString(archive, "of another Java");
    Run foreign = run(LAUNCHER, "check", "no-such-folder");
    assertThat(foreign.classes()).doesNotContain(FROM_ARCHIVE);
    assertThat(foreign.exit()).isEqualTo(ExitCode.CHECK_FAILED.number());
    assertThat(foreign.out()).contains("no-such-folder");
    assertThat(foreign.messages()).isEmpty();

    // Of another build: it is made again.
    Files.writeString(Path.of(archive + ".of"), "another build");
    Run tested = run(LAUNCHER, "test", "../../rules/ums-maple-sugaring");
    assertThat(tested.exit()).isZero();
    assertThat(tested.out()).contains(" passed");
    assertThat(Files.size(onlyArchive())).isGreaterThan(1_000_000);
  }

  @Test
  void aRunThatDidNothingLeavesNoArchiveAndOneWithoutTheEngineIsReplaced() throws Exception {
    assertThat(run(LAUNCHER, "check", "no-such-folder").exit())
        .isEqualTo(ExitCode.CHECK_FAILED.number());
    assertThat(run(LAUNCHER, "--help").exit()).isZero();
    assertThat(folder.resolve("cache/credential-rules")).isEmptyDirectory();

    run(LAUNCHER, "check", "../../rules/ums-maple-sugaring");
    long ofRules = Files.size(onlyArchive());
    Run first = run(LAUNCHER, "test", "../../rules/ums-maple-sugaring");
    assertThat(first.classes()).doesNotContain(FROM_ARCHIVE);
    assertThat(Files.size(onlyArchive())).isGreaterThan(ofRules);
    assertThat(run(LAUNCHER, "check", "../../rules/ums-maple-sugaring").classes())
        .contains(FROM_ARCHIVE);
  }

  @Test
  void a_decision_loads_what_it_needs_and_all_of_ours_from_the_archive() throws Exception {
    String[] decide = {
      "decide",
      "--pack",
      "../../rules/ums-horticulture",
      "--learner",
      "../../examples/learners/maria.json",
      "--zone",
      "America/New_York",
      "--as-of",
      "2025-05-01"
    };
    assertThat(run(LAUNCHER, decide).exit()).isZero();
    Run next = run(LAUNCHER, decide);

    assertThat(next.exit()).isZero();
    assertThat(next.out()).contains("Maine Horticulture");
    assertThat(next.classes())
        .contains("org.drools.core.", "cli.DecideCommand ")
        .doesNotContain(NEEDED_LATER)
        .doesNotContain("cli.CheckCommand ", "cli.MutateCommand ");
    // Picocli's classes are older than what an archive holds, and so is a class that implements
    // one.
    assertThat(ownNotFromArchive(next)).isSubsetOf("io.credentialrules.cli.Version");
    assertThat(next.classes().lines().count()).isBetween(3_000L, 5_200L);
    assertThat(writtenByTheJvm(next)).isLessThan(190);
  }

  @Test
  void a_check_loads_no_rule_engine_where_nothing_holds_of_an_empty_record() throws Exception {
    String[] check = {"check", "../../rules/ums-horticulture"};
    assertThat(run(LAUNCHER, check).exit()).isZero();
    Run next = run(LAUNCHER, check);

    assertThat(next.out()).contains("0 errors");
    assertThat(next.classes())
        .contains("cli.CheckCommand ")
        .doesNotContain(NEEDED_LATER)
        .doesNotContain("org.drools.core.", "org.drools.modelcompiler.", "cli.DecideCommand ");
    assertThat(ownNotFromArchive(next)).isSubsetOf("io.credentialrules.cli.Version");
    assertThat(next.classes().lines().count()).isBetween(1_500L, 3_300L);
    assertThat(writtenByTheJvm(next)).isLessThan(60);
  }

  @Test
  void withoutTheProgramItSaysHowToBuildIt() throws Exception {
    Path alone = Files.copy(LAUNCHER, folder.resolve("credential-rules"));

    Run run = run(alone, "check", ".");

    assertThat(run.exit()).isEqualTo(127);
    assertThat(run.messages()).contains("credential-rules.jar").contains("mvn");
  }

  private static List<String> ownNotFromArchive(Run run) {
    return run.classes()
        .lines()
        .filter(line -> line.contains("io.credentialrules.") && !line.contains("$$Lambda"))
        .filter(line -> !line.contains(FROM_ARCHIVE))
        .map(line -> line.replaceAll(".*(io\\.credentialrules\\.\\S+) source:.*", "$1"))
        .toList();
  }

  /** The classes in which the JVM writes down how a record is compared, or a text put together. */
  private static long writtenByTheJvm(Run run) {
    return run.classes()
        .lines()
        .filter(line -> line.contains("LambdaForm") && !line.contains("shared objects"))
        .count();
  }

  private Path onlyArchive() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache/credential-rules"))) {
      List<Path> archives = files.filter(file -> file.toString().endsWith(".jsa")).toList();
      assertThat(archives).hasSize(1);
      return archives.get(0);
    }
  }

  private Run run(Path script, String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Path messages = folder.resolve("messages");
    Path classes = folder.resolve("classes");
    Files.writeString(classes, "");
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(List.of(arguments));
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "XDG_CACHE_HOME",
                folder.resolve("cache").toString(),
                "CREDENTIAL_RULES_JAVA_OPTS",
                "-Xlog:class+load:file=" + classes));
    Process process = builder.redirectOutput(out.toFile()).redirectError(messages.toFile()).start();
    int exit = process.waitFor();
    return new Run(
        exit, Files.readString(out), Files.readString(messages), Files.readString(classes));
  }
}
