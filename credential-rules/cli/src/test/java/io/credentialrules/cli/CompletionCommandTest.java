package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that is printed completes what the commands take. */
class CompletionCommandTest {
  @TempDir private Path folder = Path.of("");

  private static String script() {
    CommandRun run = CommandRun.run("completion");
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void the_script_is_for_bash_and_zsh_and_has_nothing_that_acts_on_a_terminal() {
    assertThat(script())
        .startsWith("#!/usr/bin/env bash\n")
        .contains("bashcompinit")
        .doesNotContain("\uFFFD");
  }

  @ParameterizedTest
  @CsvSource({
    "credential-rules de, decide",
    "credential-rules skills --la, --lacking",
    "credential-rules docs --format M, MARKDOWN",
    "credential-rules co, completion"
  })
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no bash")
  void bash_completes_commands_options_and_values(String typed, String completed)
      throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("completion.bash"), script());
    String test =
        """
        source "$0"
        compopt() { :; }
        COMP_WORDS=( $1 )
        COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
        COMP_LINE="$1"
        COMP_POINT=${#COMP_LINE}
        _complete_credential-rules
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    Process bash =
        new ProcessBuilder("bash", "-c", test, script.toString(), typed)
            .redirectErrorStream(true)
            .start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(out).isZero();
    assertThat(out.lines().map(String::strip)).contains(completed);
    assertThat(out.lines()).doesNotContain("upcoming");
  }
}
