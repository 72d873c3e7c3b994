package io.credentialrules.internal.plan;

import io.credentialrules.internal.plan.AskedFields.Asked;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.StartOf;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.VocabularyType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dates with which fields are compared, where one of both is computed. */
final class ComparedDates {
  private final Map<Asked, Set<ComparedDate>> all = new HashMap<>();

  /** Those with which a field is compared. */
  Set<ComparedDate> of(Asked field) {
    return all.getOrDefault(field, Set.of());
  }

  /**
   * Adds what a test compares.
   *
   * @param types the types of the facts in slots
   */
  void add(Test test, Map<Integer, VocabularyType> types) {
    test.parts().forEach(part -> add(part, types));
    Comparison comparison = test.comparison();
    if (comparison != null && (isComputed(comparison.left()) || isComputed(comparison.right()))) {
      add(comparison.left(), comparison.right(), types);
      add(comparison.right(), comparison.left(), types);
    }
  }

  private static boolean isComputed(Value value) {
    return value instanceof Value.Shift || value instanceof StartOf;
  }

  private void add(Value value, Value with, Map<Integer, VocabularyType> types) {
    DateChain own = DateChain.of(value);
    DateChain other = DateChain.of(with);
    Asked field = own == null ? null : asked(own, types);
    Asked from = other == null ? null : asked(other, types);
    if (own != null && field != null && (from != null || with.literal() instanceof LocalDate)) {
      all.computeIfAbsent(field, none -> new LinkedHashSet<>())
          .add(new ComparedDate(own, with, from));
    }
  }

  private static @Nullable Asked asked(DateChain chain, Map<Integer, VocabularyType> types) {
    VocabularyType type = types.get(chain.field().of().slot());
    return type == null ? null : AskedFields.asked(type, chain.field().field().name());
  }
}
