package io.credentialrules.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.credentialrules.LearnerRecord;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The library and one other engine, in turns in a process of their own, so that neither the
 * compiler of the JVM nor its collector is busy with a third.
 *
 * @param library nanoseconds of processor time of one learner
 * @param other the same of the other engine
 * @param compiling milliseconds of processor time of the process in which the other was compiled
 * @param kilobytes that the other allocated for one learner
 * @param agreed learners for whom both gave the same answer before they were timed
 * @param failure why nothing was measured; empty where something was
 */
record Duel(
    Rival rival,
    int pathways,
    double library,
    double other,
    double compiling,
    double kilobytes,
    double agreed,
    String failure) {
  /** After which an engine counts as not able to finish. */
  static final Duration MOST = Duration.ofMinutes(10);

  /** Of the heap of the process. */
  static final int MEGABYTES = 4096;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** For whom the engines must agree. */
  static final int LEARNERS = 300;

  private static final int LEAST_LEARNERS = 20;
  private static final long SEED = 2;

  /** Processor time that agreeing takes, unless fewer than the least have been asked. */
  private static final long AGREEING_NANOSECONDS = 20_000_000_000L;

  /**
   * Measures in another process.
   *
   * @throws IllegalStateException when the engines disagree
   */
  static Duel measured(Rival rival, int pathways, int rounds, long most) {
    OwnProcess process =
        OwnProcess.run(
            Duel.class,
            MEGABYTES,
            MOST,
            List.of(),
            List.of(rival.name(), "" + pathways, "" + rounds, "" + most));
    return new Duel(
        rival,
        pathways,
        process.number("library"),
        process.number("other"),
        process.number("compiling"),
        process.number("kilobytes"),
        process.number("agreed"),
        process.failure());
  }

  /** How many times as long as the library the other engine took. */
  double ratio() {
    return other / library;
  }

  /**
   * Measures in this process, and ends with an error where the engines disagree.
   *
   * @param arguments the engine, the number of pathways, rounds, nanoseconds of a round, and the
   *     file to write to
   */
  public static void main(String[] arguments) throws IOException {
    Properties measured =
        inThisProcess(
            Rival.valueOf(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Long.parseLong(arguments[3]));
    try (Writer writer = Files.newBufferedWriter(Path.of(arguments[4]))) {
      measured.store(writer, null);
    }
  }

  /** Measures in this process. */
  static Properties inThisProcess(Rival rival, int pathways, int rounds, long most) {
    Properties measured = new Properties();
    Catalogue catalogue = new Catalogue(pathways);
    Engine library = Library.compile(List.of(catalogue.pack()));
    long begun = PROCESS.getProcessCpuTime();
    Engine other;
    try {
      other = rival.compile(catalogue);
    } catch (RuntimeException | StackOverflowError refused) {
      measured.setProperty("failure", "does not build: " + refused);
      return measured;
    }
    measured.setProperty("compiling", "" + (PROCESS.getProcessCpuTime() - begun) / 1e6);
    List<LearnerRecord> learners = catalogue.learners(LEARNERS, SEED);
    measured.setProperty("agreed", "" + agreed(rival.title(), library, other, learners));
    Samples ofLibrary = new Samples();
    Samples ofOther = new Samples();
    WarmUp.of(
        Map.of("library", library::earned, "other", other::earned), learners, rounds / 2, most);
    for (int round = 0; round < rounds; round++) {
      ofLibrary.round(library::earned, learners, most);
      ofOther.round(other::earned, learners, most);
    }
    measured.setProperty("library", "" + ofLibrary.middle());
    measured.setProperty("other", "" + ofOther.middle());
    measured.setProperty("kilobytes", "" + ofOther.kilobytes());
    return measured;
  }

  /**
   * How many learners both answered alike: all, or as many as there is time for.
   *
   * @throws IllegalStateException when they answer differently, naming learner and answers
   */
  static int agreed(String name, Engine library, Engine other, List<LearnerRecord> learners) {
    long begun = PROCESS.getProcessCpuTime();
    int agreed = 0;
    for (LearnerRecord record : learners) {
      if (agreed >= LEAST_LEARNERS && PROCESS.getProcessCpuTime() - begun > AGREEING_NANOSECONDS) {
        break;
      }
      Set<String> expected = new TreeSet<>(library.earned(record));
      Set<String> answer = new TreeSet<>(other.earned(record));
      if (!answer.equals(expected)) {
        throw new IllegalStateException(
            "the engines disagree: library "
                + expected
                + ", "
                + name
                + " "
                + answer
                + " on "
                + record);
      }
      agreed++;
    }
    return agreed;
  }
}
