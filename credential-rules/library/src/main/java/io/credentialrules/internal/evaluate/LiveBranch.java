package io.credentialrules.internal.evaluate;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Totals;
import io.credentialrules.internal.program.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a branch of one pattern, or of one total over one pattern, holds while facts come and go.
 * Sums and counts are carried on; the other totals are computed over the facts that match. Used by
 * one thread.
 */
final class LiveBranch {
  private final Step.Match match;
  private final Step.@Nullable Total total;
  private final boolean isCarried;
  private final Set<Candidate> matching = new LinkedHashSet<>();
  private final BigDecimal[] carried;

  private LiveBranch(Step.Match match, Step.@Nullable Total total) {
    this.match = match;
    this.total = total;
    this.isCarried = total != null && canBeCarried(total);
    this.carried = new BigDecimal[total == null ? 0 : total.functions().size()];
    Arrays.fill(carried, BigDecimal.ZERO);
  }

  /** That of a branch; null where it is of another form. */
  static @Nullable LiveBranch of(Branch branch) {
    if (branch.steps().size() != 1) {
      return null;
    }
    Step only = branch.steps().get(0);
    if (only instanceof Step.Match match) {
      return new LiveBranch(match, null);
    }
    return only instanceof Step.Total total
            && total.steps().size() == 1
            && total.steps().get(0) instanceof Step.Match match
        ? new LiveBranch(match, total)
        : null;
  }

  /** Whether each function is a sum or a count of what single facts say. */
  private static boolean canBeCarried(Step.Total total) {
    return total.grouping() == null
        && total.functions().stream()
            .allMatch(
                function ->
                    function.kind() == Aggregation.COUNT
                        ? function.argument() == null
                        : function.kind() == Aggregation.SUM
                            && function.argument() instanceof Value.Field);
  }

  /** A fact comes; whether it matches. */
  boolean add(Candidate fact) {
    if (matches(fact) && matching.add(fact)) {
      carry(fact, BigDecimal.ONE);
      return true;
    }
    return false;
  }

  private boolean matches(Candidate fact) {
    return fact.typeName().equals(match.type().name()) && Test.all(match.tests(), Row.of(fact));
  }

  /**
   * Adds all that can matter of a fact here, if it matches: itself, unless it is only counted or
   * summed up.
   */
  void addSeen(Candidate fact, List<Object> seen) {
    if (!matches(fact)) {
      return;
    }
    seen.add(this);
    if (total == null) {
      return;
    }
    if (!isCarried) {
      seen.add(fact.fact());
      return;
    }
    for (Step.Function function : total.functions()) {
      Value argument = function.argument();
      seen.add(Optional.ofNullable(argument == null ? null : argument.in(Row.of(fact))));
    }
  }

  /** A fact goes; whether it matched. */
  boolean remove(Candidate fact) {
    if (matching.remove(fact)) {
      carry(fact, BigDecimal.ONE.negate());
      return true;
    }
    return false;
  }

  private void carry(Candidate fact, BigDecimal sign) {
    if (total == null || !isCarried) {
      return;
    }
    for (int i = 0; i < carried.length; i++) {
      Value argument = total.functions().get(i).argument();
      Object value = argument == null ? BigDecimal.ONE : argument.in(Row.of(fact));
      if (value != null) {
        carried[i] = carried[i].add(sign.multiply((BigDecimal) value));
      }
    }
  }

  boolean holds() {
    if (total == null) {
      return !matching.isEmpty();
    }
    if (isCarried) {
      return Test.all(total.tests(), Totals.of(total.functions(), carried));
    }
    List<Row> rows = new ArrayList<>(matching.size());
    matching.forEach(fact -> rows.add(Row.of(fact)));
    return Test.all(total.tests(), Totals.of(total, rows));
  }
}
