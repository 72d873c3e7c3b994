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
  void withoutTheProgramItSaysHowToBuildIt() throws Exception {
    Path alone = Files.copy(LAUNCHER, folder.resolve("credential-rules"));

    Run run = run(alone, "check", ".");

    assertThat(run.exit()).isEqualTo(127);
    assertThat(run.messages()).contains("credential-rules.jar").contains("mvn");
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
