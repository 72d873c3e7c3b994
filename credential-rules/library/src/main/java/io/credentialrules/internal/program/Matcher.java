package io.credentialrules.internal.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the combinations of facts that pass steps, in canonical order. */
public final class Matcher {
  private final Matchable facts;
  private final @Nullable Predicate<Candidate> given;
  private final Matcher all;
  private final @Nullable Acceptance acceptance;
  private @Nullable SharedValues shared;

  /** Over facts, with tests that pass as they are. */
  public Matcher(Matchable facts) {
    this(facts, null, null, null, null);
  }

  /** What must be absent is looked for by another. */
  public Matcher(Matchable facts, Matcher absences) {
    this(facts, null, absences, null, null);
  }

  private Matcher(
      Matchable facts,
      @Nullable Predicate<Candidate> given,
      @Nullable Matcher all,
      @Nullable Acceptance acceptance,
      @Nullable SharedValues shared) {
    this.facts = facts;
    this.given = given;
    this.all = all == null ? this : all;
    this.acceptance = acceptance;
    this.shared = shared;
  }

  /** The same with its own view of which tests pass. */
  public Matcher accepting(Acceptance tests) {
    return new Matcher(facts, given, all == this ? null : all, tests, shared);
  }

  /** Patterns match only what is given; absences still look at all facts. */
  public Matcher only(Predicate<Candidate> someFacts) {
    return new Matcher(facts, someFacts, all, acceptance, shared);
  }

  /** Whether something of a fact is taken otherwise than it says. */
  public boolean isOpen(Candidate fact) {
    return acceptance != null && acceptance.isOpen(fact);
  }

  /** Whether a row passes tests, as this takes them. */
  public boolean passes(List<Test> tests, Row row) {
    return acceptance == null ? Test.all(tests, row) : acceptance.passes(tests, row);
  }

  /** What looking at combinations may cost. */
  public Budget budget() {
    return facts.budget();
  }

  /**
   * Visits each combination that passes all steps, with the slots filled; the visitor returns true
   * to stop. The slots are filled in place and are the visitor's to read, not to keep.
   *
   * @return whether the visitor stopped
   */
  public boolean visit(List<Step> steps, Slots slots, Predicate<Slots> visitor) {
    return visit(steps, slots, fact -> true, visitor);
  }

  /**
   * Visits those combinations whose patterns, outside of totals and absences, match only what is
   * wanted when it is come to.
   */
  public boolean visit(
      List<Step> steps, Slots slots, Predicate<Candidate> wanted, Predicate<Slots> visitor) {
    return visit(steps, 0, slots, wanted, visitor);
  }

  private boolean visit(
      List<Step> steps,
      int at,
      Slots slots,
      Predicate<Candidate> wanted,
      Predicate<Slots> visitor) {
    if (at == steps.size()) {
      return visitor.test(slots);
    }
    Step step = steps.get(at);
    if (step instanceof Step.Match match) {
      for (Candidate candidate : candidates(match, at, slots)) {
        facts.budget().spendRow(match.tests());
        slots.put(match.slot(), candidate);
        if (passes(match.tests(), slots)
            && (given == null || given.test(candidate))
            && facts.holds(candidate)
            && wanted.test(candidate)
            && visit(steps, at + 1, slots, wanted, visitor)) {
          return true;
        }
      }
      slots.put(match.slot(), null);
      return false;
    }
    if (step instanceof Step.Total total) {
      fill(total, slots);
      return passes(total.tests(), slots) && visit(steps, at + 1, slots, wanted, visitor);
    }
    return holds(step, slots) && visit(steps, at + 1, slots, wanted, visitor);
  }

  /**
   * A pattern that comes first and reads no fact before it is not come to again and again; and
   * where tests pass otherwise than as they are, what they would sift out may be wanted.
   */
  private List<Candidate> candidates(Step.Match match, int at, Slots slots) {
    return acceptance != null || (at == 0 && match.own().size() == match.tests().size())
        ? facts.candidates(match)
        : shared().candidates(match, slots);
  }

  private SharedValues shared() {
    SharedValues known = shared;
    if (known == null) {
      known = new SharedValues(facts);
      shared = known;
    }
    return known;
  }

  private void fill(Step.Total total, Slots slots) {
    Totals followed = given == null && acceptance == null ? facts.followed(total) : null;
    if (followed != null) {
      facts.budget().spendRow(total.tests());
      for (Step.Function function : total.functions()) {
        slots.put(function.slot(), followed.at(function.slot()));
      }
      return;
    }
    facts.budget().spendComparisons(Test.work(total.tests()));
    List<Slots> rows = rows(total.steps(), slots);
    Totals totals = Totals.of(total, rows);
    for (Step.Function function : total.functions()) {
      Object result = totals.at(function.slot());
      slots.put(
          function.slot(),
          acceptance == null ? result : acceptance.result(total, function, rows, result));
    }
  }

  /** Whether a step that fills no slot holds. */
  public boolean holds(Step step, Slots slots) {
    if (step instanceof Step.None none) {
      return !all.exists(none.steps(), known(slots));
    }
    if (step instanceof Step.Some some) {
      return exists(some.steps(), slots);
    }
    if (step instanceof Step.Every every) {
      return all.misfit(every, known(slots)) == null;
    }
    return exists(List.of(step), slots);
  }

  private Slots known(Slots slots) {
    return acceptance == null ? slots : acceptance.known(slots);
  }

  /** Whether some combination passes all steps. */
  public boolean exists(List<Step> steps, Slots slots) {
    return visit(steps, slots.copy(), row -> true);
  }

  /** The first combination that passes all steps; null when there is none. */
  public @Nullable Slots first(List<Step> steps, Slots slots) {
    Slots first = slots.copy();
    return visit(steps, first, row -> true) ? first : null;
  }

  /** The first fact that should fit and does not; null when all do. */
  public @Nullable Candidate misfit(Step.Every every, Slots slots) {
    Slots misfit = slots.copy();
    return visit(List.of(every.each()), misfit, row -> !exists(every.fits(), row))
        ? (Candidate) misfit.at(every.each().slot())
        : null;
  }

  /** All combinations that pass the steps. */
  public List<Slots> rows(List<Step> steps, Slots slots) {
    List<Slots> rows = new ArrayList<>();
    visit(
        steps,
        slots.copy(),
        row -> {
          rows.add(row.copy());
          return false;
        });
    return rows;
  }

  /** The slots with the results of a total filled in. */
  public Slots totalled(Step.Total total, Slots slots) {
    return totalled(List.of(total), slots);
  }

  /** The slots with the results of a total of combinations that are known filled in. */
  public Slots totalled(Step.Total total, Slots slots, List<Slots> rows) {
    if (acceptance != null) {
      return totalled(total, slots);
    }
    Slots filled = slots.copy();
    Totals totals = Totals.of(total, rows);
    total.functions().forEach(each -> filled.put(each.slot(), totals.at(each.slot())));
    return filled;
  }

  /** The slots with the results of totals filled in, one after the other. */
  public Slots totalled(List<Step.Total> totals, Slots slots) {
    Slots filled = slots.copy();
    totals.forEach(total -> fill(total, filled));
    return filled;
  }

  /** The groups of a total, those that are not kept among them; none where it has no groups. */
  public List<GroupedBy.Group> groups(Step.Total total, Slots slots) {
    return total.grouping() == null ? List.of() : total.grouping().all(rows(total.steps(), slots));
  }

  /** What the functions of a total sum up: combinations, or groups of them. */
  public List<? extends Row> summed(Step.Total total, Slots slots) {
    List<Slots> rows = rows(total.steps(), slots);
    return total.grouping() == null ? rows : total.grouping().kept(rows);
  }
}
