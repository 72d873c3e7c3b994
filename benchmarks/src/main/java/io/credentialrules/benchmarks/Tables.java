package io.credentialrules.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was measured, as Markdown. */
record Tables(Results results) {
  /** What was not measured. */
  static final String NOTHING = "-";

  /** All tables. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(machine()).append('\n');
    text.append(
        table(
            "Processor time of one learner, µs: the median of the rounds (half the range between the fastest and the slowest round, in percent)",
            contenders(),
            (size, name) ->
                results
                    .contest(size)
                    .map(contest -> contest.of(name))
                    .filter(of -> !of.isEmpty())
                    .map(of -> number(of.middle() / 1e3) + " (" + number(100 * of.spread()) + " %)")
                    .orElse(NOTHING)));
    text.append(
        table(
            "The same, as a ratio to evaluating with the library: below 1 is faster",
            contenders(),
            (size, name) -> ofContest(size, contest -> contest.ratio(name))));
    if (!results.duels().isEmpty()) {
      text.append(rivals());
    }
    text.append(
        table(
            "p99 over p50 of single calls",
            contenders(),
            (size, name) ->
                ofContest(
                    size,
                    contest -> contest.of(name).quantile(0.99) / contest.of(name).quantile(0.5))));
    text.append(
        table(
            "Allocated for one learner, KB",
            with(contenders()),
            (size, name) ->
                isRival(name)
                    ? duel(size, name, Duel::kilobytes)
                    : ofContest(size, contest -> contest.of(name).kilobytes())));
    text.append(
        table(
            "Compiling, ms of processor time of the process, the JVM's compiler and collector included; once",
            with(List.of(Agreement.LIBRARY, Agreement.PLAIN_DROOLS)),
            (size, name) ->
                isRival(name)
                    ? duel(size, name, Duel::compiling)
                    : ofContest(size, contest -> contest.compiling(name))));
    text.append(kept());
    text.append(cold());
    text.append("| goal | measured |\n|---|---|\n");
    new Goals(results).rows().forEach(row -> text.append(row).append('\n'));
    for (String picture :
        List.of(
            "Other engines beside the library](plots/engines",
            "One learner](plots/learner",
            "What is asked of the library](plots/questions",
            "Allocated for one learner](plots/allocation")) {
      text.append("\n![").append(picture).append(".svg)\n");
    }
    return text.toString();
  }

  private String machine() {
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "%d processors, %s %s, Java %s, a heap of at most %,d MB. All rows of a size are from one run, in turns, unless they say otherwise, after rounds that do not count, until none of them became faster.\n",
        runtime.availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        runtime.maxMemory() >> 20);
  }

  /** The contenders that take turns in one process. */
  private List<String> contenders() {
    Set<String> names = new LinkedHashSet<>();
    results.contests().forEach(contest -> names.addAll(contest.names()));
    return new ArrayList<>(names);
  }

  /** Names, and those of the engines with processes of their own. */
  private List<String> with(List<String> names) {
    List<String> all = new ArrayList<>(names);
    results.rivals().forEach(rival -> all.add(rival.title()));
    return all;
  }

  private String rivals() {
    StringBuilder text = new StringBuilder();
    List<String> few = new ArrayList<>();
    for (Duel duel : results.duels()) {
      if (duel.agreed() < Duel.LEARNERS) {
        few.add(
            duel.rival().title()
                + " "
                + number(duel.agreed())
                + " at "
                + number(duel.pathways())
                + " pathways");
      }
    }
    text.append(
        table(
            "Engines with a process of their own, in turns with the library there: how many times as long as the library each takes for one learner (its µs of processor time)",
            with(List.of()),
            (size, name) ->
                duel(size, name, Duel::ratio)
                    + results.duels().stream()
                        .filter(duel -> duel.pathways() == size)
                        .filter(duel -> duel.rival().title().equals(name))
                        .filter(duel -> duel.failure().isEmpty())
                        .map(duel -> " (" + number(duel.other() / 1e3) + ")")
                        .collect(Collectors.joining())));
    text.append("Before that, each gave the library's answers for ")
        .append(Duel.LEARNERS)
        .append(" learners");
    if (!few.isEmpty()) {
      text.append(", or for as many as it decided in 20 seconds: ").append(String.join("; ", few));
    }
    return text.append(".\n\n").toString();
  }

  private String kept() {
    String byJol = "library, all objects that can be reached, by JOL";
    return table(
        "Kept by compiled rules, KB: by JOL in a process with 2 GB in which they were compiled; by the heap, what is used more after compiling than before",
        List.of(
            byJol, Agreement.LIBRARY + ", by the heap", Agreement.PLAIN_DROOLS + ", by the heap"),
        (size, name) ->
            name.equals(byJol)
                ? results
                    .kept(size)
                    .map(of -> of.failure().isEmpty() ? number(of.bytes() / 1024) : of.failure())
                    .orElse(NOTHING)
                : ofContest(
                    size, contest -> contest.kilobytes(name.substring(0, name.indexOf(',')))));
  }

  private String cold() {
    ColdStart cold = results.cold();
    return "From the start of a process, elapsed: the median (and range) of "
        + cold.inJava().size()
        + " runs:\n\n| what | seconds |\n|---|---|\n| a first decision in Java, pack read and compiled, without an archive of classes | "
        + ColdStart.seconds(cold.inJava())
        + " |\n| `decide` of the command line, with its archive | "
        + ColdStart.seconds(cold.decide())
        + " |\n| `check` of 104 rules, with its archive | "
        + ColdStart.seconds(cold.check())
        + " |\n\n";
  }

  /** What a cell says. */
  private interface Cell {
    String of(int size, String name);
  }

  private String table(String title, List<String> rows, Cell cell) {
    StringBuilder table = new StringBuilder(title).append(":\n\n| pathways |");
    results.sizes().forEach(size -> table.append(' ').append(number(size)).append(" |"));
    table.append("\n|---|").append("---|".repeat(results.sizes().size())).append('\n');
    for (String row : rows) {
      table.append("| ").append(row).append(" |");
      results.sizes().forEach(size -> table.append(' ').append(cell.of(size, row)).append(" |"));
      table.append('\n');
    }
    return table.append('\n').toString();
  }

  private String ofContest(int size, ToDoubleFunction<Contest> of) {
    return results.contest(size).map(contest -> number(of.applyAsDouble(contest))).orElse(NOTHING);
  }

  private boolean isRival(String name) {
    return results.rivals().stream().anyMatch(rival -> rival.title().equals(name));
  }

  private String duel(int size, String name, ToDoubleFunction<Duel> of) {
    for (Duel duel : results.duels()) {
      if (duel.pathways() == size && duel.rival().title().equals(name)) {
        return duel.failure().isEmpty() ? number(of.applyAsDouble(duel)) : duel.failure();
      }
    }
    return NOTHING;
  }

  /** With three digits; nothing where it was not measured. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return NOTHING;
    }
    return value >= 100 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }
}
