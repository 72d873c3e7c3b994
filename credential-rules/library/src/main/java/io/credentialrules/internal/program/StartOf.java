package io.credentialrules.internal.program;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The first day of the week, month or year of a date. */
public record StartOf(Value of, Span span) implements Value {

  /** What begins on the day. */
  public enum Span {
    /** A month. */
    MONTH("startOfMonth"),
    /** A week from Monday to Sunday. */
    WEEK("startOfWeek"),
    /** A year. */
    YEAR("startOfYear");

    private final String written;

    Span(String written) {
      this.written = written;
    }

    /** The method that gives it, as it is written in DRL. */
    public String written() {
      return written;
    }

    /** The span that a method is about; null where it is about none. */
    public static @Nullable Span of(String written) {
      return Arrays.stream(values())
          .filter(span -> span.written.equals(written))
          .findFirst()
          .orElse(null);
    }

    /** All methods, in the order of the alphabet. */
    public static List<String> names() {
      return Arrays.stream(values()).map(Span::written).toList();
    }
  }

  @Override
  public ValueType type() {
    return of.type();
  }

  @Override
  public @Nullable Object in(Row row) {
    return of.in(row) instanceof LocalDate date ? from(date) : null;
  }

  /** The first day of the span that a date is in. */
  LocalDate from(LocalDate date) {
    return switch (span) {
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> date.withDayOfMonth(1);
      case YEAR -> date.withDayOfYear(1);
    };
  }

  @Override
  public void visit(Consumer<Value> visitor) {
    visitor.accept(this);
    of.visit(visitor);
  }

  @Override
  public String key(IntFunction<String> slotNames) {
    return of.key(slotNames) + "." + span.written() + "()";
  }
}
