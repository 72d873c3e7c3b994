package io.credentialrules.internal.plan;

import io.credentialrules.internal.plan.AskedFields.Asked;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.StartOf;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.VocabularyType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dates with which fields are compared, where one of both is computed, and the fields in which
 * facts of one type are compared with each other.
 */
final class ComparedDates {
  private static final int SUMMED_UP = -1;

  private final Map<Asked, Set<ComparedDate>> all = new HashMap<>();
  private final Set<Asked> ofFacts = new HashSet<>();

  /** Those with which a field is compared. */
  Set<ComparedDate> of(Asked field) {
    return all.getOrDefault(field, Set.of());
  }

  /** Whether facts of one type are compared with each other in a field, or summed up in it. */
  boolean isOfFacts(Asked field) {
    return ofFacts.contains(field);
  }

  /** Adds fields in which facts are summed up. */
  void addSummedUp(Collection<Asked> fields) {
    ofFacts.addAll(fields);
  }

  /**
   * Adds what a test compares.
   *
   * @param types the types of the facts in slots
   * @param arguments what is summed up in slots
   */
  void add(Test test, Map<Integer, VocabularyType> types, Map<Integer, Value> arguments) {
    Map<Asked, Integer> slots = new HashMap<>();
    test.formula()
        .visit(
            value -> {
              int slot = value instanceof Value.Field read ? read.of().slot() : SUMMED_UP;
              for (Asked field : AskedFields.own(value, types, arguments)) {
                if (slot == SUMMED_UP
                    || slots.merge(field, slot, (first, other) -> first) != slot) {
                  ofFacts.add(field);
                }
              }
            });
    add(test, types);
  }

  private void add(Test test, Map<Integer, VocabularyType> types) {
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
