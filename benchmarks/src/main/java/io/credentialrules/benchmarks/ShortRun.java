package io.credentialrules.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The short version of all benchmarks on the catalogue: measures, and writes tables and pictures
 * between the marks of a README. It ends with an error, and writes nothing, where two engines
 * disagree.
 */
public final class ShortRun {
  static final String BEGIN = "<!-- measured: begin -->";
  static final String END = "<!-- measured: end -->";

  private static final List<Integer> SIZES = List.of(1, 100, 1_000, 10_000);
  private static final int MIDDLE = 100;
  private static final int MOST_FOR_PLAIN_DROOLS = 100;
  private static final int MOST_FOR_RIVALS = 1_000;
  private static final int ROUNDS = 7;
  private static final long ROUND_NANOSECONDS = 250_000_000L;
  private static final int COLD_STARTS = 5;

  private ShortRun() {}

  /**
   * Measures and writes.
   *
   * @param arguments the README; then the sizes, 1, 100, 1,000 and 10,000 without any; {@code
   *     --drools=N} lets plain Drools take part up to a size, 100 without it, and {@code
   *     --rivals=N} the engines with processes of their own, 1,000 without it, because larger ones
   *     take minutes to compile; {@code --rounds=N} are the rounds that count
   */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path readme = Path.of(arguments[0]);
    List<Integer> sizes = new ArrayList<>();
    int mostForDrools = MOST_FOR_PLAIN_DROOLS;
    int mostForRivals = MOST_FOR_RIVALS;
    int rounds = ROUNDS;
    for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
      int value = Integer.parseInt(argument.substring(argument.indexOf('=') + 1));
      if (argument.startsWith("--drools=")) {
        mostForDrools = value;
      } else if (argument.startsWith("--rivals=")) {
        mostForRivals = value;
      } else if (argument.startsWith("--rounds=")) {
        rounds = value;
      } else {
        sizes.add(value);
      }
    }
    if (sizes.isEmpty()) {
      sizes.addAll(SIZES);
    }
    Collections.sort(sizes);
    // In other processes, so before this one has anything to collect.
    List<Kept> kept = new ArrayList<>();
    List<Duel> duels = new ArrayList<>();
    for (int size : sizes) {
      kept.add(Kept.measured(size));
      for (Rival rival : Rival.values()) {
        if (size <= mostForRivals) {
          duels.add(Duel.measured(rival, size, rounds, ROUND_NANOSECONDS));
          System.out.println(rival.title() + " is measured at " + size + " pathways");
        }
      }
    }
    ColdStart cold =
        ColdStart.measured(readme.toAbsolutePath().resolveSibling("..").normalize(), COLD_STARTS);
    // What all sizes share is loaded before the first is measured.
    Contest unmeasured = new Contest(new Catalogue(2), true);
    unmeasured.agree();
    unmeasured.run(2, ROUND_NANOSECONDS);
    List<Contest> contests = new ArrayList<>();
    for (int size : sizes) {
      Contest contest = new Contest(new Catalogue(size), size <= mostForDrools);
      contest.agree();
      contest.run(rounds, ROUND_NANOSECONDS);
      contests.add(contest);
      System.out.println("the library is measured at " + size + " pathways");
    }
    Contest middle = contests.get(Math.max(0, sizes.indexOf(MIDDLE)));
    write(
        readme,
        new Results(
            contests,
            duels,
            kept,
            cold,
            LiveTime.measured(middle, rounds, ROUND_NANOSECONDS),
            ThreadsTime.measured(middle, rounds, 2_000)));
  }

  /** Writes tables and pictures of what was measured. */
  static void write(Path readme, Results results) throws IOException {
    Plots plots = new Plots(readme.toAbsolutePath().resolveSibling("plots"), results.contests());
    plots.draw(
        "engines",
        "Other engines beside the library",
        "times the library's processor time",
        results.ratios());
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
    Files.writeString(readme, between(Files.readString(readme), new Tables(results).text()));
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
