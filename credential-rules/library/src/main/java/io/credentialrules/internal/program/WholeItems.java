package io.credentialrules.internal.program;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The greatest total of whole amounts that is no more than a cap.
 *
 * <p>The idea: all totals within the cap that some of the amounts have are built up amount by
 * amount, the greatest first, and the search ends as soon as the cap is reached exactly. The
 * invariant: after each amount the set holds every total within the cap that the amounts so far can
 * have. The bound: equal totals are kept once, and each one that is tried is spent from the budget;
 * amounts that fit all together are added up without a search. Rejected: taking amounts one after
 * the other while they fit, by which a learner with 5, 4 and 2 would have 5 of 6.
 */
final class WholeItems {
  private WholeItems() {}

  /**
   * With what is called for each total that is tried. Amounts that are not positive never count.
   */
  static BigDecimal within(BigDecimal most, List<BigDecimal> amounts, Runnable spend) {
    List<BigDecimal> fitting =
        amounts.stream()
            .filter(amount -> amount.signum() > 0 && amount.compareTo(most) <= 0)
            .map(BigDecimal::stripTrailingZeros)
            .sorted(Comparator.reverseOrder())
            .toList();
    BigDecimal all = fitting.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (all.compareTo(most) <= 0) {
      return all;
    }
    BigDecimal greatest = BigDecimal.ZERO;
    Set<BigDecimal> totals = new LinkedHashSet<>(List.of(BigDecimal.ZERO));
    for (BigDecimal amount : fitting) {
      for (BigDecimal before : List.copyOf(totals)) {
        spend.run();
        BigDecimal total = before.add(amount).stripTrailingZeros();
        if (total.compareTo(most) <= 0 && totals.add(total)) {
          greatest = greatest.max(total);
        }
      }
      if (greatest.compareTo(most) == 0) {
        return greatest;
      }
    }
    return greatest;
  }
}
