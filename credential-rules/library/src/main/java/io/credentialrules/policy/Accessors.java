package io.credentialrules.policy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
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
   * @throws IllegalArgumentException when read, that names type and component, where the accessor
   *     fails, gives nothing where something is required, or an amount of too many digits
   */
  static Function<Object, @Nullable Object> of(
      RecordComponent component, FieldKind kind, boolean required) {
    return checked(read(component), named(component), kind, required);
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
