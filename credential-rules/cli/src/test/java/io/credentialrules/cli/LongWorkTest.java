package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long work says how far it is to whoever watches, and nothing of it is in pipes and files. */
class LongWorkTest {
  private static final String RULES =
      """
      rule "Quiz" @requirement( "quiz" ) when AssessmentResult( assessment == "q", score >= 80 ) then end
      rule "Level 1" @credential( "level-1" ) when Met( requirement == "quiz" ) then end
      """;

  private static final String STORY =
      """
      story: A quiz.
      as-of: 2026-05-01
      zone: UTC
      defaults:
        vetted-by: { reviewer: Dr. Fox, role: FACULTY, on: 2026-03-02 }
      record:
        learner: { id: ada }
        facts:
          AssessmentResult:
            - { type: QUIZ, assessment: q, score: 80, takenOn: 2026-03-01 }
      """;

  @TempDir private Path folder = Path.of("");

  /** Whatever is tried, three seconds pass between two looks at the clock. */
  private CommandRun run(String command, BooleanSupplier isTerminal) throws IOException {
    Path pack = Files.createDirectories(folder.resolve("garden"));
    Files.writeString(pack.resolve("garden.drl"), RULES);
    Path stories = Files.createDirectories(pack.resolve("scenarios/level-1/earned"));
    Files.writeString(stories.resolve("quiz.yaml"), STORY);
    Path records = Files.createDirectories(folder.resolve("records"));
    for (String name : List.of("ada", "bob")) {
      Files.writeString(
          records.resolve(name + ".json"), "{\"learner\": {\"id\": \"" + name + "\"}}");
    }
    List<String> arguments = new ArrayList<>(List.of(command));
    if (List.of("test", "coverage", "mutate").contains(command)) {
      arguments.add(pack.toString());
    } else {
      arguments.addAll(List.of(command.equals("impact") ? "--before" : "--pack", pack.toString()));
      arguments.addAll(List.of("--learners", records.toString()));
      arguments.addAll(List.of("--as-of", "2026-05-01", "--zone", "UTC"));
    }
    if (command.equals("impact")) {
      arguments.addAll(List.of("--after", pack.toString()));
    }
    if (command.equals("upcoming")) {
      arguments.addAll(List.of("--within", "30"));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    PrintWriter messages = new PrintWriter(err);
    AtomicLong seconds = new AtomicLong();
    StatusLine status =
        new StatusLine(messages, isTerminal, () -> TimeUnit.SECONDS.toNanos(seconds.getAndAdd(3)));
    int code = Main.run(new PrintWriter(out), messages, status, arguments.toArray(String[]::new));
    messages.flush();
    return new CommandRun(code, out.toString(), err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"upcoming", "queue", "skills", "impact", "test", "coverage", "mutate"})
  void whoever_watches_sees_how_far_it_is_and_pipes_see_nothing(String command) throws IOException {
    CommandRun watched = run(command, () -> true);
    CommandRun piped = run(command, () -> false);

    assertThat(piped.err()).isEmpty();
    assertThat(watched.err())
        .containsPattern("\r1 of \\d+ (records|scenarios|changes), 0\\.3 a second, \\d+ (s|min)");
    assertThat(onScreen(watched.err())).isBlank();
    assertThat(watched.code()).isEqualTo(piped.code());
    assertThat(withoutTimes(watched.out())).isEqualTo(withoutTimes(piped.out()));
  }

  private static String withoutTimes(String text) {
    return text.replaceAll("\\d+ ms|\\d+\\.\\d+ s", "");
  }

  /** What a terminal shows in the end: after a carriage return, texts are written over. */
  private static String onScreen(String written) {
    StringBuilder line = new StringBuilder();
    int column = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\r') {
        column = 0;
      } else {
        line.setLength(Math.max(line.length(), column + 1));
        line.setCharAt(column++, c);
      }
    }
    return line.toString();
  }

  @Test
  void short_work_says_nothing_and_does_not_look_for_a_terminal() {
    StringWriter err = new StringWriter();
    AtomicLong nanos = new AtomicLong();
    StatusLine status =
        new StatusLine(
            new PrintWriter(err),
            () -> {
              throw new AssertionError("nobody had to look");
            },
            nanos::get);
    try (LongWork work = new LongWork(status, "records", 2)) {
      work.done();
      nanos.set(StatusLine.FIRST - 1);
      work.done();
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_line_is_not_written_more_often_than_it_can_be_read() {
    StringWriter err = new StringWriter();
    AtomicLong nanos = new AtomicLong();
    StatusLine status = new StatusLine(new PrintWriter(err), () -> true, nanos::get);
    try (LongWork work = new LongWork(status, "records", 1_000)) {
      nanos.set(StatusLine.FIRST);
      for (int i = 0; i < 500; i++) {
        work.done();
      }
      assertThat(err).hasToString("\r1 of 1000 records, 0.5 a second, 33 min 18 s left");
      nanos.addAndGet(StatusLine.BETWEEN);
      work.done();
      assertThat(err.toString()).endsWith("\r501 of 1000 records, 200 a second, 3 s left      ");
    }
  }

  @Test
  void what_is_printed_meanwhile_has_a_line_of_its_own() {
    StringWriter err = new StringWriter();
    PrintWriter messages = new PrintWriter(err);
    AtomicLong nanos = new AtomicLong();
    StatusLine status = new StatusLine(messages, () -> true, nanos::get);
    Terminal terminal = new Terminal(messages, status);
    try (LongWork work = new LongWork(status, "records", 2)) {
      nanos.set(StatusLine.FIRST);
      work.done();
      terminal.line("bob.json: a message");
    }
    assertThat(onScreen(err.toString()).strip()).isEqualTo("bob.json: a message");
  }

  @Property
  void time_is_left_until_all_is_done(
      @ForAll @IntRange(min = 1, max = 1_000_000) int done,
      @ForAll @IntRange(max = 1_000_000) int more,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long nanos) {
    String text = LongWork.text(done, (long) done + more, "records", nanos);

    assertThat(text)
        .matches(
            "\\d+ of \\d+ records, \\d+(\\.\\d)? a second,"
                + " (\\d+ s|\\d+ min \\d+ s|\\d+ h \\d+ min) left");
    assertThat(text.endsWith(", 0 s left")).isEqualTo(more == 0);
  }
}
