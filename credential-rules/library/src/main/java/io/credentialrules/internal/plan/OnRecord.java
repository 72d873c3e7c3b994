package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which patterns of a branch the facts on record match together, joined with each other and with
 * the date: only the others need further facts. Tests that look at anything else are taken to pass,
 * so that it is never less than what is there; the day of what can still come is known ({@link
 * Coming}). The combinations that are tried and the facts that are looked at are bounded in number;
 * beyond it each pattern is looked at alone.
 */
final class OnRecord {
  private static final int NODES = 2_000;
  private static final int LOOKED_AT = 50_000;
  private static final int ROWS = 200;

  private final PlanStart start;
  private final int slots;
  private final List<Step.Match> patterns;
  private final List<Set<Step.Match>> largest = new ArrayList<>();
  private final Coming coming;
  private int nodes;
  private int lookedAt;

  OnRecord(PlanStart start, Branch branch) {
    this.start = start;
    this.slots = branch.slots();
    this.patterns =
        branch.steps().stream()
            .filter(step -> step instanceof Step.Match match && !PlanStart.isDerived(match.type()))
            .map(Step.Match.class::cast)
            .toList();
    this.coming = new Coming(start, patterns);
  }

  /** The largest sets of patterns that are matched together; none where the branch is closed. */
  List<Set<Step.Match>> largest() {
    visit(0, Slots.empty(slots), Set.of());
    return isExhausted() ? List.of(alone()) : largest;
  }

  /**
   * The combinations of facts on record that match just these patterns, each without a fact for the
   * others, for which something can still come; null where there are too many to look at.
   */
  @Nullable List<Slots> rows(Set<Step.Match> matched) {
    List<Slots> rows = new ArrayList<>();
    fill(0, Slots.empty(slots), matched, rows);
    return isExhausted() || rows.size() > ROWS ? null : rows;
  }

  private void fill(int at, Slots row, Set<Step.Match> matched, List<Slots> rows) {
    nodes++;
    if (isExhausted() || rows.size() > ROWS) {
      return;
    }
    if (at == patterns.size()) {
      rows.add(row);
      return;
    }
    Step.Match match = patterns.get(at);
    if (!matched.contains(match)) {
      if (canStillCome(match, row)) {
        fill(at + 1, row, matched, rows);
      }
      return;
    }
    for (Candidate candidate : start.candidates(match.type(), start.empty())) {
      Slots filled = row.with(match.slot(), candidate);
      lookedAt++;
      if (passes(match, filled)) {
        fill(at + 1, filled, matched, rows);
      }
    }
  }

  private boolean canStillCome(Step.Match match, Slots row) {
    return PlanStart.canBeAdded(match.type())
        && match.tests().stream().noneMatch(test -> isAbsent(test, row))
        && coming.canCome(match, row);
  }

  private void visit(int at, Slots row, Set<Step.Match> matched) {
    Set<Step.Match> most = new HashSet<>(matched);
    most.addAll(patterns.subList(at, patterns.size()));
    nodes++;
    if (isExhausted() || largest.stream().anyMatch(known -> known.containsAll(most))) {
      return;
    }
    if (at == patterns.size()) {
      largest.removeIf(matched::containsAll);
      largest.add(matched);
      return;
    }
    Step.Match match = patterns.get(at);
    Set<Step.Match> with = new HashSet<>(matched);
    with.add(match);
    for (Candidate candidate : start.candidates(match.type(), start.empty())) {
      Slots filled = row.with(match.slot(), candidate);
      lookedAt++;
      if (isExhausted()) {
        return;
      }
      if (passes(match, filled)) {
        visit(at + 1, filled, with);
      }
    }
    if (canStillCome(match, row)) {
      visit(at + 1, row, matched);
    }
  }

  /** Counts a fact that is looked at; whether no more may be. */
  boolean looksAtTooMany() {
    lookedAt++;
    return isExhausted();
  }

  private boolean isExhausted() {
    return nodes > NODES || lookedAt > LOOKED_AT;
  }

  private boolean passes(Step.Match match, Slots row) {
    return match.tests().stream().allMatch(test -> canPass(test, row));
  }

  /** Whether a test passes with what is in the slots, and what can still come for the others. */
  boolean canPass(Test test, Slots row) {
    return isKnown(test.slots(), row)
        ? Passing.passes(test, row)
        : !isAbsent(test, row) && coming.canPass(test, row);
  }

  static boolean isKnown(Collection<Integer> slots, Slots row) {
    return slots.stream().allMatch(slot -> row.at(slot) != null);
  }

  /** Whether a side that is known has no value, so that nothing further equals it or is beyond. */
  private static boolean isAbsent(Test test, Slots row) {
    Comparison comparison = test.comparison();
    return comparison != null
        && !comparison.operator().isNegative()
        && Stream.of(comparison.left(), comparison.right())
            .anyMatch(
                side ->
                    !side.slots().isEmpty() && isKnown(side.slots(), row) && side.in(row) == null);
  }

  private Set<Step.Match> alone() {
    Set<Step.Match> alone = new HashSet<>();
    for (Step.Match match : patterns) {
      if (start.candidates(match.type(), start.empty()).stream()
          .anyMatch(candidate -> There.passesAlone(match, candidate))) {
        alone.add(match);
      }
    }
    return alone;
  }
}
