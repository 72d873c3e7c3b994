package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What docs/plans.md shows is what the commands print. */
class PlansDocumentTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
  private static final Pattern EXAMPLE =
      Pattern.compile("```console\n\\$ credential-rules (.+)\n((?:.*\n)*?)```");

  @TestFactory
  Stream<DynamicTest> each_command_prints_what_the_document_shows() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    Matcher examples = EXAMPLE.matcher(Files.readString(ROOT.resolve("docs/plans.md")));
    while (examples.find()) {
      String command = examples.group(1);
      String shown = examples.group(2);
      tests.add(
          DynamicTest.dynamicTest(command, () -> assertThat(printed(command)).isEqualTo(shown)));
    }
    assertThat(tests).hasSize(5);
    return tests.stream();
  }

  private static String printed(String command) {
    String[] arguments =
        Stream.of(command.split(" ", -1))
            .map(part -> Files.exists(ROOT.resolve(part)) ? ROOT.resolve(part).toString() : part)
            .toArray(String[]::new);
    CommandRun run = CommandRun.run(arguments);
    assertThat(run.err()).isEmpty();
    return run.out();
  }
}
