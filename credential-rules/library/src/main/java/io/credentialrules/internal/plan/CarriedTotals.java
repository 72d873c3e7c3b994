package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What totals come to in states of a plan, without looking at all facts of the record for each:
 * sums and counts over one pattern are carried on from what they come to on the record. Any other
 * total is worked out anew. Used by one thread.
 */
final class CarriedTotals {
  /**
   * Of up to so many facts what is saved counts as work nevertheless, so that the bounds of a
   * search cut where they did. Of more they would cut what is soon looked at.
   */
  private static final int FEW = 100;

  private static final int COMPARISONS_LIKE_A_FACT = 4;

  private final PlanStart start;
  private final IdentityHashMap<Step.Total, Optional<Carried>> known = new IdentityHashMap<>();

  /** A total, with what its functions come to on the record, in their order. */
  private record Carried(Step.Total total, Step.Match match, List<BigDecimal> onRecord, int work) {}

  CarriedTotals(PlanStart start) {
    this.start = start;
  }

  /** The slots with the results of totals filled in, one after the other. */
  Slots totalled(List<Step.Total> totals, Slots slots, State state) {
    Slots filled = slots.copy();
    for (Step.Total total : totals) {
      Carried carried = known.computeIfAbsent(total, this::carried).orElse(null);
      if (carried == null) {
        return start.matcher(state).totalled(totals, slots);
      }
      fill(carried, state, filled);
    }
    return filled;
  }

  /** Empty where it looks at more than one pattern, or at what patterns before it matched. */
  private Optional<Carried> carried(Step.Total total) {
    if (total.grouping() != null
        || total.steps().size() != 1
        || !(total.steps().get(0) instanceof Step.Match match)
        || match.own().size() < match.tests().size()
        || !match.type().including().isEmpty()
        || PlanStart.isDerived(match.type())
        || !total.functions().stream().allMatch(function -> isCarried(function, match))) {
      return Optional.empty();
    }
    List<Candidate> all = start.candidates(match.type(), start.empty());
    List<Candidate> matching = new ArrayList<>();
    for (Candidate candidate : all) {
      if (matches(match, candidate)) {
        matching.add(candidate);
      }
    }
    List<BigDecimal> onRecord = new ArrayList<>();
    for (Step.Function function : total.functions()) {
      onRecord.add(with(function, BigDecimal.ZERO, match, matching));
    }
    int looked = all.size() <= FEW ? all.size() : 1;
    return Optional.of(
        new Carried(
            total,
            match,
            onRecord,
            looked + looked * Test.work(match.tests()) / COMPARISONS_LIKE_A_FACT));
  }

  private static boolean isCarried(Step.Function function, Step.Match match) {
    return switch (function.kind()) {
      case COUNT -> function.argument() == null;
      case SUM ->
          function.argument() instanceof Value.Field field && field.of().slot() == match.slot();
      default -> false;
    };
  }

  private static boolean matches(Step.Match match, Candidate candidate) {
    return Passing.all(match.tests(), row(match, candidate));
  }

  private static Slots row(Step.Match match, Candidate candidate) {
    Slots row = Slots.empty(match.slot() + 1);
    row.put(match.slot(), candidate);
    return row;
  }

  /** What a function comes to with further facts that match. */
  private static BigDecimal with(
      Step.Function function, BigDecimal before, Step.Match match, List<Candidate> more) {
    BigDecimal result = before;
    for (Candidate candidate : more) {
      Value argument = function.argument();
      Object value =
          function.kind() == Aggregation.COUNT || argument == null
              ? BigDecimal.ONE
              : argument.in(row(match, candidate));
      result = value == null ? result : result.add((BigDecimal) value);
    }
    return result;
  }

  private void fill(Carried carried, State state, Slots filled) {
    start.budget().countWork(carried.work());
    Step.Match match = carried.match();
    List<Candidate> more = new ArrayList<>();
    for (Draft draft : state.drafts()) {
      if (draft.type().record() == match.type().record()) {
        Candidate candidate = start.seen(draft, match.type());
        if (matches(match, candidate)) {
          more.add(candidate);
        }
      }
    }
    for (int i = 0; i < carried.onRecord().size(); i++) {
      Step.Function function = carried.total().functions().get(i);
      filled.put(function.slot(), with(function, carried.onRecord().get(i), match, more));
    }
  }
}
