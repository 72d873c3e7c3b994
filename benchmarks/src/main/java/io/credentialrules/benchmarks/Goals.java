package io.credentialrules.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is to be reached, with what was measured beside it. */
record Goals(Results results) {
  private static final int REQUIREMENTS_OF_A_PATHWAY = 9;
  private static final int MIDDLE = 100;
  private static final int LARGEST = 10_000;

  /** The rows of a table in Markdown. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    rows.add(
        bySize(
            "faster than plain Drools 1.3 times at 1 pathway, 8 at 100, 60 at 1,000",
            contest -> contest.ratio(Agreement.PLAIN_DROOLS)));
    results
        .rivals()
        .forEach(
            rival ->
                rows.add(row("faster than " + rival.title() + " at every size", duels(rival))));
    rows.add(
        bySize(
            "within 6 times of Java by hand at 1 pathway, 10 elsewhere",
            contest -> 1 / contest.ratio(Agreement.JAVA_BY_HAND)));
    rows.add(row("10,000 pathways (130,000 rules) are compiled within 2 GB", compiled()));
    rows.add(
        row(
            "10,000 pathways are evaluated at least 0.6 as fast as 100",
            largest(Samples::middle, (middle, largest) -> middle / largest)));
    rows.add(
        row(
            "10,000 pathways are at most 1.5 times slower than 100, with the same facts touched",
            largest(Samples::middle, (middle, largest) -> largest / middle)));
    rows.add(
        row(
            "10,000 pathways allocate at most twice as much as 100",
            largest(Samples::kilobytes, (middle, largest) -> largest / middle)));
    rows.add(
        row("compiled rules keep less than 3 KB a requirement beyond those of 1 pathway", kept()));
    rows.add(
        bySize(
            "compiled in a twentieth of plain Drools at 100 pathways",
            contest ->
                contest.compiling(Agreement.LIBRARY) / contest.compiling(Agreement.PLAIN_DROOLS)));
    rows.add(
        bySize(
            "one decision within 4 times of evaluating",
            contest -> contest.ratio(Contest.ONE_DECISION)));
    rows.add(
        bySize(
            "the decisions that the facts touch within 10 times of evaluating",
            contest -> contest.ratio(Contest.TOUCHED_DECISIONS)));
    rows.add(
        row(
            "a plan: p50 within 5 and p99 within 100 times of evaluating, at 1,000 pathways",
            cells(
                contest ->
                    Tables.number(plan(contest, 0.5))
                        + " and "
                        + Tables.number(plan(contest, 0.99)))));
    rows.add(
        bySize(
            "p99 over p50 of evaluating under 4",
            contest ->
                contest.of(Agreement.LIBRARY).quantile(0.99)
                    / contest.of(Agreement.LIBRARY).quantile(0.5)));
    rows.add(
        bySize(
            "the same of the fastest call of each learner, without what the machine adds",
            contest ->
                contest.of(Agreement.LIBRARY).quantileOfFastest(0.99)
                    / contest.of(Agreement.LIBRARY).quantileOfFastest(0.5)));
    rows.add(
        bySize(
            "JSON in and out: evaluating, and at most twice that",
            contest -> contest.ratio(Contest.JSON)));
    rows.add(
        bySize(
            "JSON in and out: deciding with reasons all that it writes, and at most twice that",
            contest -> contest.ratio(Contest.JSON) / contest.ratio(Contest.TOUCHED_DECISIONS)));
    rows.add(
        row(
            "one further fact of a live learner costs less than 0.1 of evaluating 1,000 facts",
            Tables.number(results.live().part())));
    rows.add(
        row(
            "two threads do at least 1.8 times as much as one",
            Tables.number(results.threads().processor())
                + " for each core that they have; "
                + Tables.number(results.threads().wall())
                + " on the wall of this machine"));
    rows.add(
        row(
            "a first decision of the command line, and `check` of 100 rules, under 1.0 s",
            results.cold().decide().isEmpty()
                ? ColdStart.seconds(List.of())
                : "`decide` "
                    + ColdStart.seconds(results.cold().decide())
                    + "; `check` "
                    + ColdStart.seconds(results.cold().check())));
    return rows;
  }

  private static String row(String goal, String measured) {
    return "| " + goal + " | " + measured + " |";
  }

  private String bySize(String goal, ToDoubleFunction<Contest> measured) {
    return row(goal, cells(contest -> Tables.number(measured.applyAsDouble(contest))));
  }

  private String cells(Function<Contest, String> measured) {
    List<String> cells = new ArrayList<>();
    for (Contest contest : results.contests()) {
      String cell = measured.apply(contest);
      if (!cell.equals(Tables.NOTHING)) {
        cells.add(cell + " at " + Tables.number(contest.catalogue().pathways()));
      }
    }
    return joined(cells);
  }

  private static String joined(List<String> cells) {
    return cells.isEmpty() ? Tables.NOTHING : String.join("; ", cells);
  }

  private String duels(Rival rival) {
    List<String> cells = new ArrayList<>();
    for (Duel duel : results.duels()) {
      if (duel.rival() == rival) {
        cells.add(
            (duel.failure().isEmpty() ? Tables.number(duel.ratio()) : duel.failure())
                + " at "
                + Tables.number(duel.pathways()));
      }
    }
    return joined(cells);
  }

  /** A quantile of plans beside the median of evaluating. */
  private static double plan(Contest contest, double part) {
    return contest.of(Contest.PLAN).quantile(part) / contest.of(Agreement.LIBRARY).quantile(0.5);
  }

  private String compiled() {
    return results
        .kept(LARGEST)
        .map(
            kept ->
                kept.failure().isEmpty()
                    ? "yes, and " + Tables.number(kept.bytes() / 1024 / 1024) + " MB are kept"
                    : kept.failure())
        .orElse(Tables.NOTHING);
  }

  /** How two sizes compare. */
  private interface Comparison {
    double of(double middle, double largest);
  }

  private String largest(ToDoubleFunction<Samples> of, Comparison comparison) {
    Optional<Contest> middle = results.contest(MIDDLE);
    Optional<Contest> largest = results.contest(LARGEST);
    return middle.isEmpty() || largest.isEmpty()
        ? Tables.NOTHING
        : Tables.number(
            comparison.of(
                of.applyAsDouble(middle.get().of(Agreement.LIBRARY)),
                of.applyAsDouble(largest.get().of(Agreement.LIBRARY))));
  }

  private String kept() {
    Optional<Kept> base = results.kept(1);
    List<String> cells = new ArrayList<>();
    for (Kept kept : results.kept()) {
      if (base.isPresent() && kept.pathways() > 1) {
        double beyond =
            (kept.bytes() - base.get().bytes())
                / 1024
                / REQUIREMENTS_OF_A_PATHWAY
                / (kept.pathways() - 1);
        cells.add(Tables.number(beyond) + " at " + Tables.number(kept.pathways()));
      }
    }
    return joined(cells);
  }
}
