package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * How far combinations of facts come in steps that belong together: the first that pass the most
 * steps. All are looked at once, as an evaluation looks at them; where that is more than the limit,
 * it is the farthest of those that were looked at.
 */
final class FarthestRows {
  private static final int MOST_ROWS = 200;

  private final Matcher matcher;
  private final List<Step> steps;
  private final List<Slots> rows = new ArrayList<>();
  private int reached;
  private boolean isCut;

  FarthestRows(Matcher matcher, List<Step> steps) {
    this.matcher = matcher;
    this.steps = steps;
  }

  /** Looks at combinations after filled slots; whether one passes all steps. */
  boolean isAll(Slots slots) {
    return goesOn(0, slots.copy());
  }

  private boolean goesOn(int at, Slots slots) {
    if (at == steps.size()) {
      return true;
    }
    if (at > reached) {
      rows.clear();
      reached = at;
    }
    if (at == reached && rows.size() < MOST_ROWS) {
      rows.add(upTo(at, slots));
    }
    return matcher.visit(steps.subList(at, at + 1), slots, row -> goesOn(at + 1, row));
  }

  /** What later steps put into their slots for another combination is left out. */
  private Slots upTo(int at, Slots slots) {
    Slots row = slots.copy();
    for (Step later : steps.subList(at, steps.size())) {
      later.fills().forEach(slot -> row.put(slot, null));
    }
    return row;
  }

  /** Ends it before all combinations are looked at; none passes all steps, as far as is known. */
  boolean cut() {
    isCut = true;
    return false;
  }

  /** Whether it ended before all combinations were looked at. */
  boolean isCut() {
    return isCut;
  }

  /** The first step that none passes. */
  int reached() {
    return reached;
  }

  /** Combinations that come so far, in their order. */
  List<Slots> rows() {
    return rows;
  }
}
