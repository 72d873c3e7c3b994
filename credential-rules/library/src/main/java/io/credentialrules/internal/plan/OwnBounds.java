package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The amounts with which a pattern compares one that is summed up. */
final class OwnBounds {
  private OwnBounds() {}

  /**
   * The amounts at which such a comparison can begin or cease to hold, where one asks for more or
   * for less than is missing: those that are enough first, the nearest of them first.
   */
  static List<BigDecimal> around(
      Step.Match match, String field, BigDecimal missing, PlanStart start) {
    Set<BigDecimal> amounts = Set.of();
    for (Test test : match.own()) {
      Operands operands = start.operands(test);
      if (!operands.amounts().isEmpty() && operands.reads(match.slot(), field)) {
        amounts = amounts.isEmpty() ? new HashSet<>() : amounts;
        for (BigDecimal amount : operands.amounts()) {
          BigDecimal least = TotalGap.least(amount);
          amounts.addAll(List.of(amount, amount.add(least), amount.subtract(least)));
        }
      }
    }
    if (amounts.isEmpty()) {
      return List.of();
    }
    return amounts.stream()
        .sorted(
            Comparator.<BigDecimal, Boolean>comparing(amount -> amount.compareTo(missing) < 0)
                .thenComparing(amount -> amount.subtract(missing).abs()))
        .toList();
  }

  /** Adds an amount, or the end of the range of its field that is nearest. */
  static void within(@Nullable VocabularyField field, BigDecimal amount, Set<Object> wanted) {
    if (field != null && field.max() != null && amount.compareTo(field.max()) > 0) {
      wanted.add(field.max());
    } else if (field != null && field.min() != null && amount.compareTo(field.min()) < 0) {
      wanted.add(field.min());
    } else {
      wanted.add(amount);
    }
  }
}
