package io.credentialrules.examples.campus.seed;

import io.credentialrules.vocabulary.Fact;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;

/**
 * The same fact some days earlier, with all its dates. A plan leaves open what the policy does not
 * say, such as who signs: that gets a word.
 */
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
        values[i] =
            value instanceof LocalDate date
                ? date.minusDays(days)
                : value instanceof String text ? said(components[i].getName(), text) : value;
      }
      return fact.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a fact is a public record", impossible);
    }
  }

  private static String said(String field, String text) {
    if (!text.equals("any " + field)) {
      return text;
    }
    return field.equals("by") ? "Records of the campus" : "overall";
  }
}
