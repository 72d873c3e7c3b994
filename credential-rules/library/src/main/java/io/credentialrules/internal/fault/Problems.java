package io.credentialrules.internal.fault;

import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The problems found so far. The same problem at the same place is one problem. Of each kind only a
 * few are kept in one scope, which is a file or a rule; the last of them says how many more there
 * are, so that what is kept and what is said does not grow with a mistake that is made everywhere.
 */
public final class Problems {
  /** Enough to work on, few enough to read. */
  static final int MOST_OF_A_KIND = 20;

  private final int limit;
  private final TreeSet<Problem> kept = new TreeSet<>();
  private final Map<Kind, Group> groups = new HashMap<>();
  private int count;
  private boolean full;

  private record Kind(String code, Object scope) {}

  private static final class Group {
    private final TreeSet<Problem> kept = new TreeSet<>();
    private final Set<SourceSpan> places = new HashSet<>();

    private long more() {
      return places.size() - kept.stream().map(Problem::span).distinct().count();
    }
  }

  /**
   * @param limit with more problems than this, {@link #full} says that looking on is of no use
   */
  public Problems(int limit) {
    this.limit = limit;
  }

  /** Adds a problem whose scope is its file. */
  public void add(SourceSpan span, Fault fault) {
    add(span.file(), span, fault);
  }

  /** Adds a problem of a rule, or of whatever else has few problems of a kind. */
  public void add(Object scope, SourceSpan span, Fault fault) {
    Problem problem = fault.at(span);
    if (kept.contains(problem)) {
      return;
    }
    count++;
    if (count > limit) {
      if (!full) {
        full = true;
        kept.add(LimitFaults.tooManyProblems(limit).at(span));
      }
      return;
    }
    Group group = groups.computeIfAbsent(new Kind(fault.code(), scope), kind -> new Group());
    group.places.add(span);
    if (group.kept.size() < MOST_OF_A_KIND) {
      group.kept.add(problem);
      kept.add(problem);
    }
  }

  /** Counts a problem that another one, reported already, explains. */
  public void countOne() {
    count++;
  }

  /**
   * How many there were, with those that were not kept; a rule is sound when reading it adds none.
   */
  public int count() {
    return count;
  }

  /** Whether there were more than the limit. */
  public boolean full() {
    return full;
  }

  /** Those that are kept, in the order of their places. */
  public List<Problem> inOrder() {
    Map<Problem, Long> more = new HashMap<>();
    for (Group group : groups.values()) {
      if (group.more() > 0) {
        more.put(group.kept.last(), group.more());
      }
    }
    List<Problem> all = new ArrayList<>();
    for (Problem problem : kept) {
      all.add(more.containsKey(problem) ? with(problem, more.get(problem)) : problem);
    }
    all.sort(null);
    return all;
  }

  private static Problem with(Problem problem, Object more) {
    return Problem.of(
        problem.code(),
        problem.severity(),
        problem.span(),
        problem.message() + " (and " + more + " more like it)",
        problem.hint());
  }

  /**
   * At most so many of all problems, in the order of their places, and how many are left out. An
   * error is never left out for a warning.
   */
  public static List<Problem> capped(List<Problem> all, int limit) {
    List<Problem> errors = new ArrayList<>();
    List<Problem> warnings = new ArrayList<>();
    for (Problem problem : new TreeSet<>(all)) {
      (problem.severity() == Severity.ERROR ? errors : warnings).add(problem);
    }
    TreeSet<Problem> capped = new TreeSet<>(first(errors, limit));
    capped.addAll(first(warnings, limit));
    if (errors.size() > limit) {
      Fault fault = LimitFaults.tooManyProblemsLeftOut(errors.size() - limit);
      capped.add(fault.at(errors.get(limit).span()));
    }
    if (warnings.size() > limit) {
      Fault fault = LimitFaults.tooManyWarnings(warnings.size() - limit);
      capped.add(fault.at(warnings.get(limit).span()));
    }
    return List.copyOf(capped);
  }

  private static List<Problem> first(List<Problem> problems, int limit) {
    return problems.subList(0, Math.min(limit, problems.size()));
  }
}
