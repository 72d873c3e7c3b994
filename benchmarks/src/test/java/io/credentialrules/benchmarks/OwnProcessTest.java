package io.credentialrules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a table says of programs that measure, and of those that cannot. */
final class OwnProcessTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  /** Does what it is told. */
  static final class Program {
    private Program() {}

    /** What to do, and the file to write to. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
      switch (arguments[0]) {
        case "measure" -> Files.writeString(Path.of(arguments[1]), "other=2.5\n");
        case "sleep" -> Thread.sleep(LONG.toMillis());
        case "hoard" -> System.out.println(new byte[1 << 28].length);
        default -> System.exit(7);
      }
    }
  }

  private static OwnProcess run(String what, Duration most) {
    return OwnProcess.run(Program.class, 16, most, List.of(), List.of(what));
  }

  @Test
  void what_a_program_measured_is_read_and_nothing_else() {
    OwnProcess process = run("measure", LONG);

    assertThat(process.failure()).isEmpty();
    assertThat(process.number("other")).isEqualTo(2.5);
    assertThat(process.number("library")).isNaN();
  }

  @Test
  void a_program_that_takes_too_long_or_too_much_is_ended_and_said_so() {
    assertThat(run("sleep", Duration.ofSeconds(1)).failure()).isEqualTo("not finished in 1 s");
    assertThat(run("hoard", LONG).failure()).isEqualTo("needs more than 16 MB");
  }

  @Test
  void a_program_that_fails_fails_the_run() {
    assertThatThrownBy(() -> run("fail", LONG))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Program [fail] ended with 7");
  }
}
