package io.credentialrules.json;

import io.credentialrules.json.FactForm.Component;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads facts by their accessors, which may be a host's and fail or give anything. Whatever JSON
 * cannot hold is an {@link IllegalArgumentException} that names the type and the field.
 */
final class FactValues {
  /** More than any amount of thirty digits has, and so few that counting digits takes no time. */
  private static final int MOST_BITS = 1_000;

  private FactValues() {}

  /** The value of a field; texts of a set are sorted, because their order means nothing. */
  static @Nullable Object of(FactForm form, Component component, Fact fact) {
    Object value = accessed(form, component, fact);
    if (value == null) {
      if (!component.mayBeAbsent()) {
        throw refused(form, component, "is absent, and must be there", null);
      }
      return null;
    } else if (value instanceof BigDecimal amount && isEndless(amount)) {
      throw refused(
          form,
          component,
          "has more than " + Scalars.MOST_DIGITS + " digits; maybe the unit is wrong",
          null);
    }
    return value instanceof Collection<?> texts ? texts(form, component, texts) : value;
  }

  /** The provenance of a fact whose type has one. */
  static Provenance provenance(FactForm form, Fact fact) {
    for (Component component : form.components()) {
      if (component.field() == null
          && accessed(form, component, fact) instanceof Provenance provenance) {
        return provenance;
      }
    }
    throw new IllegalArgumentException("a " + form.name() + " has no provenance");
  }

  /** An accessor can throw anything; only what ends the whole program is let through. */
  private static @Nullable Object accessed(FactForm form, Component component, Fact fact) {
    try {
      return (Object) component.accessor().invokeExact((Object) fact);
    } catch (OutOfMemoryError | InternalError fatal) {
      throw fatal;
    } catch (Throwable failure) {
      throw refused(form, component, "cannot be read, because its accessor fails", failure);
    }
  }

  private static boolean isEndless(BigDecimal amount) {
    if (amount.unscaledValue().bitLength() > MOST_BITS) {
      return true;
    }
    BigDecimal shortest = amount.stripTrailingZeros();
    return shortest.precision() > Scalars.MOST_DIGITS
        || Math.abs((long) shortest.scale()) > Scalars.MOST_DIGITS;
  }

  private static Collection<String> texts(
      FactForm form, Component component, Collection<?> values) {
    Collection<String> texts = values instanceof Set<?> ? new TreeSet<>() : new ArrayList<>();
    for (Object value : values) {
      if (!(value instanceof String text)) {
        throw refused(form, component, "holds what is no text", null);
      }
      texts.add(text);
    }
    return texts;
  }

  private static IllegalArgumentException refused(
      FactForm form, Component component, String why, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "`" + component.name() + "` of " + form.name() + " " + why, cause);
  }
}
