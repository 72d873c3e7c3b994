package io.credentialrules.policy;

import io.credentialrules.vocabulary.Fact;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads components of records, and holds a host to what its record says. */
final class Accessors {
  /** As of the amounts of built-in facts. */
  private static final int MAX_DIGITS = 30;

  /** More than any such amount has, and so few that counting digits takes no time. */
  private static final int MOST_BITS = 1_000;

  private Accessors() {}

  /**
   * Reads a component.
   *
   * @param min the least that an amount of a host can be; null for no bound
   * @param max the most; null for no bound
   * @throws IllegalArgumentException when read, that names type and component, where the accessor
   *     fails, gives nothing where something is required, or an amount of too many digits or out of
   *     its bounds
   */
  static Function<Object, @Nullable Object> of(
      RecordComponent component,
      FieldKind kind,
      boolean required,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max) {
    Function<Object, @Nullable Object> get =
        checked(read(component), named(component), kind, required);
    // Built-in facts have checked their amounts when they were made.
    boolean isBuiltIn = component.getDeclaringRecord().getPackage() == Fact.class.getPackage();
    return isBuiltIn || (min == null && max == null)
        ? get
        : bounded(get, named(component), min, max);
  }

  /** What checks of policies take for granted. */
  private static Function<Object, @Nullable Object> bounded(
      Function<Object, @Nullable Object> get,
      String name,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max) {
    return fact -> {
      Object value = get.apply(fact);
      BigDecimal amount =
          value instanceof BigDecimal exact
              ? exact
              : value instanceof Number number ? BigDecimal.valueOf(number.longValue()) : null;
      if (amount != null && min != null && amount.compareTo(min) < 0) {
        throw outOfBounds(name, value, "least", min, "min");
      }
      if (amount != null && max != null && amount.compareTo(max) > 0) {
        throw outOfBounds(name, value, "most", max, "max");
      }
      return value;
    };
  }

  private static IllegalArgumentException outOfBounds(
      String name, @Nullable Object value, String which, BigDecimal bound, String annotated) {
    return new IllegalArgumentException(
        name
            + " is "
            + value
            + ", but at "
            + which
            + " "
            + bound.toPlainString()
            + "; correct it, or the `"
            + annotated
            + "` of its @Field");
  }

  private static Function<Object, @Nullable Object> read(RecordComponent component) {
    Method method = component.getAccessor();
    try {
      MethodHandle handle =
          MethodHandles.publicLookup()
              .unreflect(method)
              .asType(MethodType.methodType(Object.class, Object.class));
      return fact -> {
        try {
          return handle.invokeExact(fact);
        } catch (OutOfMemoryError | InternalError fatal) {
          throw fatal;
        } catch (Throwable failure) {
          throw new IllegalArgumentException(
              named(component) + " cannot be read, because its accessor fails", failure);
        }
      };
    } catch (IllegalAccessException notVisible) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord() + " is not visible to the library; export its package",
          notVisible);
    }
  }

  private static String named(RecordComponent component) {
    return "`" + component.getName() + "` of " + component.getDeclaringRecord().getSimpleName();
  }

  /** Holds a host to what its record says: a value that is required, an amount that is bounded. */
  private static Function<Object, @Nullable Object> checked(
      Function<Object, @Nullable Object> get, String name, FieldKind kind, boolean required) {
    return fact -> {
      Object value = get.apply(fact);
      if (value == null && required) {
        throw new IllegalArgumentException(
            name + " is absent, and must be there; mark it @Nullable where it need not be");
      }
      if (kind == FieldKind.TEXTS
          && value instanceof Collection<?> texts
          && texts.stream().anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException(name + " has an absent text among others; leave it out");
      }
      if (kind == FieldKind.AMOUNT && value instanceof BigDecimal amount && isEndless(amount)) {
        throw new IllegalArgumentException(
            name + " has more than " + MAX_DIGITS + " digits; maybe the unit is wrong");
      }
      return value;
    };
  }

  private static boolean isEndless(BigDecimal amount) {
    if (amount.unscaledValue().bitLength() > MOST_BITS) {
      return true;
    }
    BigDecimal shortest = amount.stripTrailingZeros();
    return shortest.precision() > MAX_DIGITS || Math.abs((long) shortest.scale()) > MAX_DIGITS;
  }
}
