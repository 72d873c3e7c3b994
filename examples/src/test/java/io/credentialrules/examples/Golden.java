package io.credentialrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Committed text that must be what a program makes now. After a change that is meant, {@code mvn
 * -Dgolden.update} writes the files afresh; the difference in version control is then the review.
 */
final class Golden {
  static final Path ROOT = Path.of("..");

  private Golden() {}

  static void check(Path file, String actual) throws Exception {
    if (System.getProperty("golden.update") != null) {
      Files.writeString(file, actual);
    }
    assertThat(actual)
        .as("%s is stale; write it afresh with `-Dgolden.update`, and read the difference", file)
        .isEqualTo(Files.readString(file));
  }

  /** A program, as its main method. */
  interface Program {
    void run(String... arguments) throws Exception;
  }

  /** What a program prints to standard output. */
  static String printedBy(Program program, String... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      program.run(arguments);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
