package io.credentialrules.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ManyLearnersTest {

  private static String printedWith(String... arguments) throws IOException {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      ManyLearners.main(arguments);
    } finally {
      System.setOut(out);
    }
    out.print(printed.toString(StandardCharsets.UTF_8));
    return printed.toString(StandardCharsets.UTF_8);
  }

  // What it shows of a JDK, the tests of the artifact show too.
  @Tag("once")
  @Test
  void hundreds_of_learners_have_the_same_decisions_as_in_one_process() throws IOException {
    assertThat(printedWith("500"))
        .contains("550 records, 0 failed, 2200 decisions")
        .contains("decides otherwise: 0 of 500");
  }

  @Tag("long")
  @Test
  void so_have_a_hundred_thousand() throws IOException {
    assertThat(printedWith("100000"))
        .contains("110000 records, 0 failed, 440000 decisions")
        .contains("decides otherwise: 0 of 100000");
  }
}
