package io.credentialrules.testkit.internal.learner;

import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes facts apart into the values of their components, and makes them from such values. */
final class FactParts {
  private FactParts() {}

  static @Nullable Object[] valuesOf(Fact fact, RecordComponent[] components) {
    @Nullable Object[] values = new @Nullable Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        values[i] = components[i].getAccessor().invoke(fact);
      }
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalArgumentException(
          "a fact of type `" + fact.getClass().getSimpleName() + "` cannot be read", unreadable);
    }
    return values;
  }

  /** A fact; null where its type refuses the values, or declares bounds that they are beyond. */
  static @Nullable Fact made(
      VocabularyType type, RecordComponent[] components, @Nullable Object[] values) {
    for (int i = 0; i < components.length; i++) {
      VocabularyField field = type.field(components[i].getName());
      if (field != null && values[i] instanceof Number number && !isWithin(number, field)) {
        return null;
      }
    }
    Class<? extends Record> record = type.record();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return (Fact) record.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException refused) {
      return null;
    } catch (ReflectiveOperationException unreachable) {
      throw new IllegalArgumentException(
          "a fact of type `"
              + record.getSimpleName()
              + "` cannot be made; its constructor must be public",
          unreachable);
    }
  }

  /** A host may leave it to the rules to hold its facts to the bounds that it declares. */
  private static boolean isWithin(Number number, VocabularyField field) {
    BigDecimal amount = amount(number);
    BigDecimal min = field.min();
    BigDecimal max = field.max();
    return (min == null || amount.compareTo(min) >= 0)
        && (max == null || amount.compareTo(max) <= 0);
  }

  static BigDecimal amount(Number number) {
    return number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.longValue());
  }
}
