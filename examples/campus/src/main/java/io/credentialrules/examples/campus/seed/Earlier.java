package io.credentialrules.examples.campus.seed;

import io.credentialrules.vocabulary.Fact;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;

/** The same fact some days earlier, with all its dates. */
final class Earlier {
  private Earlier() {}

  static Fact by(Fact fact, int days) {
    RecordComponent[] components = fact.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        Object value = components[i].getAccessor().invoke(fact);
        values[i] = value instanceof LocalDate date ? date.minusDays(days) : value;
      }
      return fact.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a fact is a public record", impossible);
    }
  }
}
