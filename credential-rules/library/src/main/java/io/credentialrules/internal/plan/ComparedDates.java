package io.credentialrules.internal.plan;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import io.credentialrules.internal.plan.AskedFields.Asked;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.StartOf;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dates with which fields are compared, where one of both is computed, and the fields of which
 * those of different facts are compared with each other.
 */
final class ComparedDates {
  private static final int SUMMED_UP = -1;

  private final Map<Asked, Set<ComparedDate>> all = new HashMap<>();
  private final SetMultimap<Asked, Asked> ofFacts = HashMultimap.create();

  /** Those with which a field is compared. */
  Set<ComparedDate> of(Asked field) {
    return all.getOrDefault(field, Set.of());
  }

  /** Whether a field of a fact is compared with a field of other facts, or summed up with it. */
  boolean areOfFacts(Asked field, Asked other) {
    return ofFacts.containsEntry(field, other);
  }

  /** Adds fields in which facts are summed up. */
  void addSummedUp(Collection<Asked> fields) {
    fields.forEach(field -> ofFacts.put(field, field));
  }

  /**
   * Adds what a test compares.
   *
   * @param types the types of the facts in slots
   * @param arguments what is summed up in slots
   */
  void add(Test test, Map<Integer, VocabularyType> types, Map<Integer, Value> arguments) {
    Map<Asked, Integer> dates = new HashMap<>();
    test.formula().visit(value -> addOfFacts(value, dates, types, arguments));
    add(test, types);
  }

  /** With the dates that the same test reads, and the slots of their facts. */
  private void addOfFacts(
      Value value,
      Map<Asked, Integer> dates,
      Map<Integer, VocabularyType> types,
      Map<Integer, Value> arguments) {
    boolean isField = value instanceof Value.Field;
    if (isField ? !value.type().is(FieldKind.DATE) : !(value instanceof Value.Slot)) {
      return;
    }
    int slot = value instanceof Value.Field field ? field.of().slot() : SUMMED_UP;
    for (Asked field : AskedFields.own(value, types, arguments)) {
      dates.forEach(
          (other, of) -> {
            if (slot == SUMMED_UP || of != slot) {
              ofFacts.put(field, other);
              ofFacts.put(other, field);
            }
          });
      if (slot == SUMMED_UP) {
        ofFacts.put(field, field);
      }
      dates.putIfAbsent(field, slot);
    }
  }

  private void add(Test test, Map<Integer, VocabularyType> types) {
    test.parts().forEach(part -> add(part, types));
    Comparison comparison = test.comparison();
    if (comparison != null && (isComputed(comparison.left()) || isComputed(comparison.right()))) {
      add(comparison.left(), comparison.right(), types);
      add(comparison.right(), comparison.left(), types);
    }
  }

  /** Whether a test compares two dates, each of one field or of the policy, and nothing else. */
  static boolean isOfChains(Test test) {
    Comparison comparison = test.comparison();
    return comparison != null && isChain(comparison.left()) && isChain(comparison.right());
  }

  private static boolean isChain(Value value) {
    return DateChain.of(value) != null || value.literal() instanceof LocalDate;
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
          .add(new ComparedDate(own, with, from, other != null && own.isOfFactOf(other)));
    }
  }

  private static @Nullable Asked asked(DateChain chain, Map<Integer, VocabularyType> types) {
    VocabularyType type = types.get(chain.field().of().slot());
    return type == null ? null : AskedFields.asked(type, chain.field().field().name());
  }
}
