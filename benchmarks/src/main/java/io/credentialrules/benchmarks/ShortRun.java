package io.credentialrules.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The short version of all benchmarks on the catalogue, in one process: measures, and writes tables
 * and pictures between the marks of a README. It ends with an error, and writes nothing, where two
 * engines disagree.
 */
public final class ShortRun {
  static final String BEGIN = "<!-- measured: begin -->";
  static final String END = "<!-- measured: end -->";

  private static final List<Integer> SIZES = List.of(1, 100, 1_000);
  private static final int MOST_FOR_PLAIN_DROOLS = 100;
  private static final int ROUNDS = 7;
  private static final long ROUND_NANOSECONDS = 250_000_000L;

  private ShortRun() {}

  /**
   * Measures and writes.
   *
   * @param arguments the README; then the sizes, 1, 100 and 1,000 without any; {@code --drools=N}
   *     lets plain Drools take part up to a size, 100 without it, because it takes minutes to
   *     compile
   */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path readme = Path.of(arguments[0]);
    List<Integer> sizes = new ArrayList<>();
    int mostForDrools = MOST_FOR_PLAIN_DROOLS;
    for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
      if (argument.startsWith("--drools=")) {
        mostForDrools = Integer.parseInt(argument.substring("--drools=".length()));
      } else {
        sizes.add(Integer.parseInt(argument));
      }
    }
    // What all sizes share is loaded before the first is measured.
    Contest unmeasured = new Contest(new Catalogue(2), true);
    unmeasured.agree();
    unmeasured.run(2, ROUND_NANOSECONDS);
    List<Contest> contests = new ArrayList<>();
    for (int size : sizes.isEmpty() ? SIZES : sizes) {
      Contest contest = new Contest(new Catalogue(size), size <= mostForDrools);
      contest.agree();
      contest.run(ROUNDS, ROUND_NANOSECONDS);
      contests.add(contest);
      System.out.println(size + " pathways are measured");
    }
    write(readme, contests, ROUNDS, ROUND_NANOSECONDS);
  }

  /** Writes tables and pictures of what was measured. */
  static void write(Path readme, List<Contest> contests, int rounds, long most) throws IOException {
    Contest middle = contests.get(Math.min(1, contests.size() - 1));
    Tables tables =
        new Tables(
            contests,
            LiveTime.measured(middle, rounds, most),
            ThreadsTime.measured(middle, rounds, 2_000));
    Path folder = readme.toAbsolutePath().resolveSibling("plots");
    Plots plots = new Plots(folder, contests);
    plots.draw(
        "learner",
        "One learner",
        "µs of processor time",
        List.of(Agreement.LIBRARY, Agreement.PLAIN_DROOLS, Agreement.JAVA_BY_HAND),
        samples -> samples.middle() / 1e3);
    plots.draw(
        "questions",
        "What is asked of the library",
        "µs of processor time",
        List.of(
            Agreement.LIBRARY,
            Contest.ONE_DECISION,
            Contest.TOUCHED_DECISIONS,
            Contest.PLAN,
            Contest.JSON),
        samples -> samples.middle() / 1e3);
    plots.draw(
        "allocation",
        "Allocated for one learner",
        "KB",
        List.of(Agreement.LIBRARY, Agreement.PLAIN_DROOLS, Agreement.JAVA_BY_HAND),
        Samples::kilobytes);
    Files.writeString(readme, between(Files.readString(readme), tables.text()));
  }

  private static String between(String readme, String text) {
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "the file has no marks `" + BEGIN + "` and `" + END + "` to write between");
    }
    return readme.substring(0, begin + BEGIN.length())
        + "\n\n"
        + text
        + "\n"
        + readme.substring(end);
  }
}
