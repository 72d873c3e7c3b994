package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Amounts of one more fact whose least or best something later is to be beyond: the most leaves
 * nothing above it.
 */
final class ExtremeEnds {
  private ExtremeEnds() {}

  /** The least amount, and one that the pattern takes. */
  static List<Map<String, Optional<Object>>> of(Step.Total total, Step.Match match) {
    List<Map<String, Optional<Object>>> ends = new ArrayList<>();
    for (Step.Function function : total.functions()) {
      String name = TotalGap.field(function, match);
      VocabularyField field = name == null ? null : match.type().field(name);
      if (name == null
          || field == null
          || (function.kind() != Aggregation.MIN && function.kind() != Aggregation.MAX)) {
        continue;
      }
      if (field.kind() == FieldKind.AMOUNT) {
        ends.add(Map.of(name, Optional.of(field.min() == null ? BigDecimal.ZERO : field.min())));
        ends.add(Map.of());
      }
    }
    return ends;
  }
}
