package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the combinations of facts that pass steps, in canonical order. */
public final class Matcher {
  private final Moment moment;
  private final @Nullable Predicate<Candidate> given;
  private final Matcher all;
  private final @Nullable Openness open;

  /** At a moment. */
  public Matcher(Moment moment) {
    this.moment = moment;
    this.given = null;
    this.all = this;
    this.open = null;
  }

  /** At a moment; what must be absent is looked for by another. */
  Matcher(Moment moment, Matcher absences) {
    this(moment, null, absences, null);
  }

  private Matcher(
      Moment moment, @Nullable Predicate<Candidate> given, Matcher all, @Nullable Openness open) {
    this.moment = moment;
    this.given = given;
    this.all = all;
    this.open = open;
  }

  /**
   * What is still open may come to pass, as {@link Openness} says; absences are looked for as they
   * are, by another.
   */
  public static Matcher open(Moment moment, Matcher absences, Openness openness) {
    return new Matcher(moment, null, absences, openness);
  }

  /** Patterns match only what is given; absences still look at all facts. */
  public Matcher only(Predicate<Candidate> someFacts) {
    return new Matcher(moment, someFacts, all, open);
  }

  /**
   * Visits each combination that passes all steps, with the slots filled; the visitor returns true
   * to stop.
   *
   * @return whether the visitor stopped
   */
  public boolean visit(
      List<Step> steps, @Nullable Object[] slots, Predicate<@Nullable Object[]> visitor) {
    return visit(steps, slots, fact -> true, visitor);
  }

  /**
   * Visits those combinations whose patterns, outside of totals and absences, match only what is
   * wanted when it is come to.
   */
  public boolean visit(
      List<Step> steps,
      @Nullable Object[] slots,
      Predicate<Candidate> wanted,
      Predicate<@Nullable Object[]> visitor) {
    return visit(steps, 0, slots, wanted, visitor);
  }

  private boolean visit(
      List<Step> steps,
      int at,
      @Nullable Object[] slots,
      Predicate<Candidate> wanted,
      Predicate<@Nullable Object[]> visitor) {
    if (at == steps.size()) {
      return visitor.test(slots);
    }
    Step step = steps.get(at);
    if (step instanceof Step.Match match) {
      for (Candidate candidate : moment.candidates(match)) {
        moment.budget().spendRow();
        slots[match.slot()] = candidate;
        if (pass(match.tests(), slots)
            && (given == null || given.test(candidate))
            && moment.holds(candidate)
            && wanted.test(candidate)
            && visit(steps, at + 1, slots, wanted, visitor)) {
          return true;
        }
      }
      slots[match.slot()] = null;
      return false;
    }
    if (step instanceof Step.Total total) {
      Totals followed = given == null && open == null ? moment.followed(total) : null;
      if (followed != null) {
        moment.budget().spendRow();
        for (Step.Function function : total.functions()) {
          slots[function.slot()] = followed.at(function.slot());
        }
        return pass(total.tests(), slots) && visit(steps, at + 1, slots, wanted, visitor);
      }
      List<Row> rows = rowsOf(total, slots);
      Totals totals = Totals.of(total, rows);
      for (Step.Function function : total.functions()) {
        Object result = totals.at(function.slot());
        slots[function.slot()] = open == null ? result : open.result(total, function, rows, result);
      }
      return pass(total.tests(), slots) && visit(steps, at + 1, slots, wanted, visitor);
    }
    return holds(step, slots) && visit(steps, at + 1, slots, wanted, visitor);
  }

  /** Whether a step that fills no slot holds. */
  public boolean holds(Step step, @Nullable Object[] slots) {
    if (step instanceof Step.None none) {
      return !all.exists(none.steps(), asTheyAre(slots));
    }
    if (step instanceof Step.Some some) {
      return exists(some.steps(), slots);
    }
    if (step instanceof Step.Every every) {
      return all.misfit(every, asTheyAre(slots)) == null;
    }
    return exists(List.of(step), slots);
  }

  /** Without totals that are open, of which nothing is known where absences are looked for. */
  private @Nullable Object[] asTheyAre(@Nullable Object[] slots) {
    return open == null ? slots : Openness.closed(slots);
  }

  public boolean exists(List<Step> steps, @Nullable Object[] slots) {
    return visit(steps, slots.clone(), row -> true);
  }

  /** The first fact that should fit and does not; null when all do. */
  public @Nullable Candidate misfit(Step.Every every, @Nullable Object[] slots) {
    List<Candidate> misfit = new ArrayList<>();
    visit(
        List.of(every.each()),
        slots.clone(),
        row -> {
          if (exists(every.fits(), row)) {
            return false;
          }
          misfit.add((Candidate) java.util.Objects.requireNonNull(row[every.each().slot()]));
          return true;
        });
    return misfit.isEmpty() ? null : misfit.get(0);
  }

  /** All combinations of a total's source. */
  public List<@Nullable Object[]> rows(List<Step> steps, @Nullable Object[] slots) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    visit(
        steps,
        slots.clone(),
        row -> {
          rows.add(row.clone());
          return false;
        });
    return rows;
  }

  public Totals totals(Step.Total total, @Nullable Object[] slots) {
    return Totals.of(total, rowsOf(total, slots));
  }

  /** The groups of a total, those that are not kept among them; none where it has no groups. */
  public List<GroupedBy.Group> groups(Step.Total total, @Nullable Object[] slots) {
    return total.grouping() == null ? List.of() : total.grouping().all(rowsOf(total, slots));
  }

  /** What the functions of a total sum up: combinations, or groups of them. */
  public List<Row> summed(Step.Total total, @Nullable Object[] slots) {
    List<Row> rows = rowsOf(total, slots);
    return total.grouping() == null ? rows : total.grouping().kept(rows);
  }

  private List<Row> rowsOf(Step.Total total, @Nullable Object[] slots) {
    List<Row> rows = new ArrayList<>();
    for (@Nullable Object[] row : rows(total.steps(), slots)) {
      rows.add(slot -> row[slot]);
    }
    return rows;
  }

  private boolean pass(List<Test> tests, @Nullable Object[] slots) {
    return open == null ? passes(tests, slots) : open.mayPass(tests, slot -> slots[slot]);
  }

  /** Whether all tests pass with these slots. */
  public static boolean passes(List<Test> tests, @Nullable Object[] slots) {
    return Test.all(tests, slot -> slots[slot]);
  }
}
