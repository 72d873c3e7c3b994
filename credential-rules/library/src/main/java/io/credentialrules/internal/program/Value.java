package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A typed value of an expression, from which computation, key and what it reads follow. */
public sealed interface Value
    permits Value.Literal,
        Value.Slot,
        Value.Field,
        Value.Size,
        Value.Shift,
        Value.Listing,
        Calculation,
        OverRows,
        StartOf {

  /** What it is. */
  ValueType type();

  /** The unit of an amount, otherwise empty. */
  default String unit() {
    return "";
  }

  /** The value in a row; null where it is absent. */
  @Nullable Object in(Row row);

  /** The same without rounding: a {@link Fraction} where a quotient is no decimal. */
  default @Nullable Object exactly(Row row) {
    return in(row);
  }

  /** Visits this value and those that it is computed from, from left to right. */
  void visit(Consumer<Value> visitor);

  /** Text that two values share only when they are computed alike, with names for their slots. */
  String key(IntFunction<String> slotNames);

  /** The key with each slot under its own name. */
  default String key() {
    return key(Value::slotName);
  }

  /** The name of a slot in keys. */
  static String slotName(int slot) {
    return "$" + slot;
  }

  /** The slots that it reads. */
  default ImmutableSet<Integer> slots() {
    ImmutableSet.Builder<Integer> slots = ImmutableSet.builder();
    visit(
        value -> {
          if (value instanceof Slot read) {
            slots.add(read.slot());
          }
        });
    return slots.build();
  }

  /** Whether it is written in the policy as it is. */
  default boolean isLiteral() {
    return this instanceof Literal || (this instanceof Listing list && list.literal() != null);
  }

  /** The value of a literal, or the values of a list of literals; otherwise null. */
  default @Nullable Object literal() {
    return null;
  }

  /** Whether it is computed from since when or until when a credential is earned. */
  default boolean asksWhenEarned() {
    boolean[] asks = new boolean[1];
    visit(value -> asks[0] |= value instanceof Field read && read.isDateOfEarned());
    return asks[0];
  }

  /** The field that it is, without any further computation; otherwise null. */
  default @Nullable VocabularyField field() {
    return null;
  }

  /** What the author wrote, with dates parsed; null for {@code null}. */
  record Literal(ValueType type, @Nullable Object literal) implements Value {

    /** A literal of a plain kind. */
    public static Literal of(FieldKind kind, Object literal) {
      return new Literal(ValueType.of(kind), literal);
    }

    @Override
    public @Nullable Object in(Row row) {
      return literal;
    }

    @Override
    public void visit(Consumer<Value> visitor) {
      visitor.accept(this);
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      if (literal instanceof String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      }
      if (literal instanceof BigDecimal number) {
        return "#" + number.stripTrailingZeros();
      }
      return (literal instanceof LocalDate ? "@" : "#") + literal;
    }
  }

  /** The fact or the total in a slot. */
  record Slot(int slot, ValueType type, String unit) implements Value {

    /** The fact in a slot. */
    public static Slot ofFact(int slot, VocabularyType type) {
      return new Slot(slot, new ValueType.OfFact(type), "");
    }

    @Override
    public @Nullable Object in(Row row) {
      return row.at(slot);
    }

    @Override
    public void visit(Consumer<Value> visitor) {
      visitor.accept(this);
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      return slotNames.apply(slot);
    }
  }

  /** A field of a fact. */
  record Field(Slot of, VocabularyField field) implements Value {
    @Override
    public ValueType type() {
      return new ValueType.Plain(field.kind(), field.words());
    }

    @Override
    public String unit() {
      return field.unit();
    }

    @Override
    public @Nullable Object in(Row row) {
      return row.at(of.slot()) instanceof Candidate candidate ? candidate.value(field) : null;
    }

    @Override
    public void visit(Consumer<Value> visitor) {
      visitor.accept(this);
      of.visit(visitor);
    }

    /** Whether it is since when or until when a credential is earned. */
    boolean isDateOfEarned() {
      return field.kind() == FieldKind.DATE
          && of.type() instanceof ValueType.OfFact fact
          && fact.type().name().equals(Vocabulary.EARNED);
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      return of.key(slotNames) + "." + field.name();
    }
  }

  /** How many elements a set or list has. */
  record Size(Value of) implements Value {
    @Override
    public ValueType type() {
      return ValueType.of(FieldKind.AMOUNT);
    }

    @Override
    public String unit() {
      return "elements";
    }

    @Override
    public @Nullable Object in(Row row) {
      return of.in(row) instanceof Collection<?> elements
          ? BigDecimal.valueOf(elements.size())
          : null;
    }

    @Override
    public void visit(Consumer<Value> visitor) {
      visitor.accept(this);
      of.visit(visitor);
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      return of.key(slotNames) + ".size";
    }
  }

  /** A date that is earlier or later than another; absent beyond the calendar. */
  record Shift(Value of, DateMethod method, int amount, Period by) implements Value {

    /** The date that a method returns. */
    public Shift(Value of, DateMethod method, int amount) {
      this(of, method, amount, method.by(amount));
    }

    @Override
    public ValueType type() {
      return of.type();
    }

    @Override
    public @Nullable Object in(Row row) {
      return of.in(row) instanceof LocalDate date ? from(date) : null;
    }

    /** So much before or after a date; null beyond the calendar. */
    @Nullable LocalDate from(LocalDate date) {
      try {
        return date.plus(by);
      } catch (DateTimeException beyondTheCalendar) {
        return null;
      }
    }

    @Override
    public void visit(Consumer<Value> visitor) {
      visitor.accept(this);
      of.visit(visitor);
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      return of.key(slotNames) + "." + method.written() + "(" + amount + ")";
    }
  }

  /** Values in parentheses, at least one. */
  record Listing(List<Value> values) implements Value {
    /** Copies the values. */
    public Listing {
      values = List.copyOf(values);
    }

    @Override
    public ValueType type() {
      return new ValueType.Collected(values.get(0).type());
    }

    @Override
    public String unit() {
      return values.get(0).unit();
    }

    @Override
    public @Nullable Object literal() {
      return values.stream().allMatch(Value::isLiteral)
          ? values.stream().map(Value::literal).toList()
          : null;
    }

    @Override
    public @Nullable Object in(Row row) {
      List<@Nullable Object> all = new ArrayList<>(values.size());
      values.forEach(value -> all.add(value.in(row)));
      return all;
    }

    @Override
    public void visit(Consumer<Value> visitor) {
      visitor.accept(this);
      values.forEach(value -> value.visit(visitor));
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      return values.stream().map(value -> value.key(slotNames)).toList().toString();
    }
  }
}
