package io.credentialrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IndexTest {
  private static final String SOURCES = "src/main/java/io/credentialrules/examples";

  @Test
  void the_readme_lists_every_program_and_what_it_prints() throws IOException {
    List<String> links = Document.read(Golden.ROOT.resolve("examples/README.md")).links();
    assertThat(links.stream().filter(link -> link.endsWith(".java")))
        .containsExactlyInAnyOrderElementsOf(programs());
    assertThat(links.stream().filter(link -> link.endsWith(".txt")))
        .containsExactlyInAnyOrderElementsOf(files(ExamplesTest.OUTPUTS));
  }

  private static List<String> programs() throws IOException {
    return files(Path.of(SOURCES)).stream().filter(IndexTest::isProgram).toList();
  }

  private static boolean isProgram(String file) {
    return Document.read(Golden.ROOT.resolve("examples").resolve(file))
        .text()
        .contains("public static void main(");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.toString().replace('\\', '/'))
          .toList();
    }
  }
}
