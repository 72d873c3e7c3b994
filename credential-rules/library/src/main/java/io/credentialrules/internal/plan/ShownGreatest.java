package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The greatest values that the record shows of points without an upper bound: grade points are on a
 * scale that only the institution knows, so a mean is raised by more credits or facts, and not by a
 * value that there may not be. Of hours or credits there can be more than anybody had. Used by one
 * thread.
 */
final class ShownGreatest {
  private static final String POINTS = "points";

  private final PlanStart start;
  private final Map<List<String>, Optional<BigDecimal>> known = new HashMap<>();

  ShownGreatest(PlanStart start) {
    this.start = start;
  }

  /** Of points that a pattern's facts have; null where they have a bound, or no fact has them. */
  @Nullable BigDecimal of(Step.Match match, String field) {
    VocabularyType type = match.type();
    VocabularyField named = type.field(field);
    if (named == null || named.max() != null || !isOfScale(named)) {
      return null;
    }
    return known
        .computeIfAbsent(List.of(type.name(), field), none -> greatest(type, named))
        .orElse(null);
  }

  private static boolean isOfScale(VocabularyField field) {
    return field.kind() == FieldKind.AMOUNT
        && (field.unit().isEmpty() || field.unit().endsWith(POINTS));
  }

  private Optional<BigDecimal> greatest(VocabularyType type, VocabularyField field) {
    BigDecimal greatest = null;
    start.budget().countWork(start.record().facts().size());
    for (Fact fact : start.record().facts()) {
      if (fact.getClass() == type.record()
          && field.value(fact, start.asOf()) instanceof BigDecimal value
          && (greatest == null || value.compareTo(greatest) > 0)) {
        greatest = value;
      }
    }
    return Optional.ofNullable(greatest);
  }

  /**
   * Of an amount from which totals calculate, and which none of them adds up as it is: credits that
   * weigh grade points can grow.
   */
  @Nullable BigDecimal ofCalculated(List<Step.Total> totals, Step.Match match, String field) {
    boolean isAdded =
        totals.stream()
            .flatMap(total -> total.functions().stream())
            .anyMatch(
                function ->
                    function.kind() == Aggregation.SUM
                        && field.equals(TotalGap.field(function, match)));
    return isAdded ? null : of(match, field);
  }
}
