package io.credentialrules.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** What was measured, as Markdown. */
record Tables(List<Contest> contests, LiveTime live, ThreadsTime threads) {
  private static final int REQUIREMENTS_OF_A_PATHWAY = 9;

  /** All tables. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(machine()).append('\n');
    text.append(
        table(
            "Processor time of one learner, µs: the median of the rounds (half the range between the fastest and the slowest round, in percent)",
            names(),
            (contest, name) -> {
              Samples of = contest.of(name);
              return of.isEmpty()
                  ? "-"
                  : number(of.middle() / 1e3) + " (" + number(100 * of.spread()) + " %)";
            }));
    text.append(
        table(
            "The same, as a ratio to evaluating with the library: below 1 is faster",
            names(),
            (contest, name) ->
                number(contest.of(name).middle() / contest.of(Agreement.LIBRARY).middle())));
    text.append(
        table(
            "p99 over p50 of single calls",
            names(),
            (contest, name) ->
                number(contest.of(name).quantile(0.99) / contest.of(name).quantile(0.5))));
    text.append(
        table(
            "Allocated for one learner, KB",
            names(),
            (contest, name) -> number(contest.of(name).kilobytes())));
    List<String> compiled = List.of(Agreement.LIBRARY, Agreement.PLAIN_DROOLS);
    text.append(
        table(
            "Compiling, ms of processor time of the process, the JVM's compiler and collector included; once",
            compiled,
            (contest, name) -> number(contest.compiling(name))));
    text.append(
        table(
            "Kept by compiled rules, KB",
            compiled,
            (contest, name) -> number(contest.kilobytes(name))));
    text.append("| goal | measured |\n|---|---|\n");
    goals().forEach(row -> text.append(row).append('\n'));
    text.append(
        "\n![One learner](plots/learner.svg)\n\n![What is asked](plots/questions.svg)\n\n![Allocated](plots/allocation.svg)\n");
    return text.toString();
  }

  private String machine() {
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "%d processors, %s %s, Java %s, a heap of at most %,d MB. All rows of a size are from one run, in turns.\n",
        runtime.availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        runtime.maxMemory() >> 20);
  }

  private List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    contests.forEach(contest -> names.addAll(contest.names()));
    return new ArrayList<>(names);
  }

  /** What a cell says. */
  private interface Cell {
    String of(Contest contest, String name);
  }

  private String table(String title, List<String> rows, Cell cell) {
    StringBuilder table = new StringBuilder(title).append(":\n\n| pathways |");
    contests.forEach(contest -> table.append(number(contest.catalogue().pathways())).append(" |"));
    table.append("\n|---|").append("---|".repeat(contests.size())).append('\n');
    for (String row : rows) {
      table.append("| ").append(row).append(" |");
      contests.forEach(contest -> table.append(' ').append(cell.of(contest, row)).append(" |"));
      table.append('\n');
    }
    return table.append('\n').toString();
  }

  private List<String> goals() {
    List<String> rows = new ArrayList<>();
    rows.add(
        row(
            "faster than plain Drools 1.3 times at 1 pathway, 8 at 100, 60 at 1,000",
            contest -> ratio(contest, Agreement.PLAIN_DROOLS)));
    rows.add(
        row(
            "within 6 times of Java by hand at 1 pathway, 10 elsewhere",
            contest -> number(1 / quotient(contest, Agreement.JAVA_BY_HAND))));
    rows.add(
        row(
            "compiled rules keep less than 3 KB a requirement beyond a base",
            contest ->
                number(
                    contest.kilobytes(Agreement.LIBRARY)
                        / contest.catalogue().pathways()
                        / REQUIREMENTS_OF_A_PATHWAY)));
    rows.add(
        row(
            "compiled in a twentieth of plain Drools at 100 pathways",
            contest ->
                ratioOf(
                    contest.compiling(Agreement.LIBRARY),
                    contest.compiling(Agreement.PLAIN_DROOLS))));
    rows.add(
        row(
            "one decision within 4 times of evaluating",
            contest -> ratio(contest, Contest.ONE_DECISION)));
    rows.add(
        row(
            "the decisions that the facts touch within 10 times of evaluating",
            contest -> ratio(contest, Contest.TOUCHED_DECISIONS)));
    rows.add(
        row(
            "a plan: p50 within 5 and p99 within 100 times of evaluating, at 1,000 pathways",
            contest ->
                ratioOf(
                        contest.of(Contest.PLAN).quantile(0.5),
                        contest.of(Agreement.LIBRARY).quantile(0.5))
                    + " and "
                    + ratioOf(
                        contest.of(Contest.PLAN).quantile(0.99),
                        contest.of(Agreement.LIBRARY).quantile(0.5))));
    rows.add(
        row(
            "p99 over p50 of evaluating under 4",
            contest ->
                ratioOf(
                    contest.of(Agreement.LIBRARY).quantile(0.99),
                    contest.of(Agreement.LIBRARY).quantile(0.5))));
    rows.add(
        row(
            "JSON in and out: evaluating, and at most twice that",
            contest -> ratio(contest, Contest.JSON)));
    Contest first = contests.get(Math.min(1, contests.size() - 1));
    Contest last = contests.get(contests.size() - 1);
    rows.add(
        "| the largest catalogue at most 1.5 times slower than 100 pathways | "
            + ratioOf(last.of(Agreement.LIBRARY).middle(), first.of(Agreement.LIBRARY).middle())
            + " at "
            + number(last.catalogue().pathways())
            + " |");
    rows.add(
        "| and allocates at most twice as much | "
            + ratioOf(
                last.of(Agreement.LIBRARY).kilobytes(), first.of(Agreement.LIBRARY).kilobytes())
            + " |");
    rows.add(
        "| one further fact of a live learner costs less than 0.1 of evaluating 1,000 facts | "
            + number(live.part())
            + " |");
    rows.add(
        "| two threads do at least 1.8 times as much as one | "
            + number(threads.processor())
            + " for each core that they have; "
            + number(threads.wall())
            + " on the wall of this machine |");
    return rows;
  }

  private String row(String goal, Function<Contest, String> measured) {
    StringBuilder row = new StringBuilder("| ").append(goal).append(" | ");
    List<String> cells = new ArrayList<>();
    for (Contest contest : contests) {
      cells.add(measured.apply(contest) + " at " + number(contest.catalogue().pathways()));
    }
    return row.append(String.join("; ", cells)).append(" |").toString();
  }

  private static double quotient(Contest contest, String name) {
    return contest.of(name).middle() / contest.of(Agreement.LIBRARY).middle();
  }

  private static String ratio(Contest contest, String name) {
    return number(quotient(contest, name));
  }

  private static String ratioOf(double one, double other) {
    return number(one / other);
  }

  /** With three digits; nothing where it was not measured. */
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return value >= 100 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", Math.round(value))
        : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }
}
