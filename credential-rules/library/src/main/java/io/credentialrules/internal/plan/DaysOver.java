package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Operator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The weeks, months or years of a total that are over: before the day that is planned for, and not
 * among what its patterns still match on that day, such as last December where this year counts.
 *
 * @param key what the total counts by
 * @param slots what comes before the total
 */
record DaysOver(PlanStart start, Step.Total total, Value key, Slots slots) {

  /** Whether nothing up to this day, the last of a stretch, counts on the day planned for. */
  boolean isOver(LocalDate last) {
    DateChain of = last.isBefore(start.today()) ? DateChain.of(key) : null;
    if (of == null) {
      return false;
    }
    for (Step.Match match : total.patterns()) {
      for (Test test : match.tests()) {
        Comparison comparison = test.comparison();
        if (comparison != null
            && (isOver(last, of, comparison.left(), comparison.operator(), comparison.right())
                || isOver(
                    last,
                    of,
                    comparison.right(),
                    comparison.operator().mirrored(),
                    comparison.left()))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOver(
      LocalDate last, DateChain of, Value value, Operator operator, Value bound) {
    DateChain chain = DateChain.of(value);
    LocalDate on = chain == null || !chain.field().equals(of.field()) ? null : chain.on(last);
    LocalDate first = on == null ? null : date(bound);
    return on != null
        && first != null
        && switch (operator) {
          case MORE -> !on.isAfter(first);
          case AT_LEAST, EQUAL -> on.isBefore(first);
          default -> false;
        };
  }

  private @Nullable LocalDate date(Value bound) {
    return bound.in(slots) instanceof LocalDate day ? day : null;
  }
}
