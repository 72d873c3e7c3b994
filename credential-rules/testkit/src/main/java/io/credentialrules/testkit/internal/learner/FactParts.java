package io.credentialrules.testkit.internal.learner;

import io.credentialrules.vocabulary.Fact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
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

  /** A fact; null where its type refuses the values. */
  static @Nullable Fact made(
      Class<? extends Record> record, RecordComponent[] components, @Nullable Object[] values) {
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
}
