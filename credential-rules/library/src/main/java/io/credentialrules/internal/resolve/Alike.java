package io.credentialrules.internal.resolve;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.CompiledFormula;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value or a formula as the key of those that are equal to it.
 *
 * <p>The idea: the JVM writes the code by which records are compared when it is first called, for
 * each record by itself, and that is a tenth of the start of a command that checks a policy. So
 * what nearly every policy has is compared by code that is there already; all else is compared as
 * records are. Two keys are equal if and only if what they are of is.
 *
 * <p>What bounds it: texts of one hash are easily written, so a map has to order the keys of one
 * hash to find one of them without a look at all. They are ordered by what they say, which is
 * written out for such keys alone.
 */
final class Alike implements Comparable<Alike> {
  private final Object of;
  private final int hash;

  Alike(Object of) {
    this.of = of;
    this.hash = hash(of);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Alike that && hash == that.hash && equal(of, that.of);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public int compareTo(Alike other) {
    return written(of).compareTo(written(other.of));
  }

  private static String written(Object one) {
    return one instanceof CompiledFormula compiled
        ? compiled.formula().key(Value::slotName)
        : one instanceof Value value ? value.key(Value::slotName) : one.toString();
  }

  private static int hash(@Nullable Object one) {
    if (one instanceof CompiledFormula compiled) {
      return hash(compiled.formula());
    }
    if (one instanceof Comparison it) {
      return 31 * (31 * hash(it.left()) + it.operator().symbol().hashCode()) + hash(it.right());
    }
    if (one instanceof Value.Slot slot) {
      return 31 * slot.slot() + hash(slot.type());
    }
    if (one instanceof Value.Field field) {
      return 31 * hash(field.of()) + field.field().name().hashCode();
    }
    if (one instanceof Value.Literal literal) {
      return Objects.hashCode(literal.literal());
    }
    if (one instanceof Value.Listing list) {
      return hash(list.values());
    }
    if (one instanceof Value.Shift shift) {
      return 31 * hash(shift.of()) + shift.amount();
    }
    if (one instanceof ValueType.OfFact fact) {
      return fact.type().name().hashCode();
    }
    if (one instanceof ValueType.Plain plain) {
      return plain.kind().name().hashCode();
    }
    return one instanceof ValueType.Absent ? 0 : Objects.hashCode(one);
  }

  private static int hash(List<Value> values) {
    int hash = 1;
    for (Value value : values) {
      hash = 31 * hash + hash(value);
    }
    return hash;
  }

  private static boolean equal(@Nullable Object one, @Nullable Object other) {
    if (one == other) {
      return true;
    }
    if (one == null || other == null || one.getClass() != other.getClass()) {
      return false;
    }
    if (one instanceof CompiledFormula compiled) {
      return equal(compiled.formula(), ((CompiledFormula) other).formula());
    }
    if (one instanceof Comparison a) {
      Comparison b = (Comparison) other;
      return a.operator() == b.operator()
          && equal(a.left(), b.left())
          && equal(a.right(), b.right())
          && Objects.equals(a.levels(), b.levels());
    }
    if (one instanceof Value.Slot a) {
      Value.Slot b = (Value.Slot) other;
      return a.slot() == b.slot() && equal(a.type(), b.type()) && a.unit().equals(b.unit());
    }
    if (one instanceof Value.Field a) {
      Value.Field b = (Value.Field) other;
      return equal(a.of(), b.of()) && equal(a.field(), b.field());
    }
    if (one instanceof Value.Literal a) {
      Value.Literal b = (Value.Literal) other;
      return equal(a.type(), b.type()) && Objects.equals(a.literal(), b.literal());
    }
    if (one instanceof Value.Listing a) {
      return equal(a.values(), ((Value.Listing) other).values());
    }
    if (one instanceof Value.Shift a) {
      Value.Shift b = (Value.Shift) other;
      return a.amount() == b.amount()
          && a.method() == b.method()
          && a.by().equals(b.by())
          && equal(a.of(), b.of());
    }
    if (one instanceof ValueType.OfFact a) {
      return equal(a.type(), ((ValueType.OfFact) other).type());
    }
    if (one instanceof ValueType.Plain a) {
      ValueType.Plain b = (ValueType.Plain) other;
      return a.kind() == b.kind() && a.words().equals(b.words());
    }
    return one instanceof ValueType.Absent || one.equals(other);
  }

  private static boolean equal(List<Value> some, List<Value> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!equal(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }
}
