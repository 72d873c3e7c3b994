package io.credentialrules.policy.syntax;

import io.credentialrules.policy.SourceSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value in a constraint. */
public sealed interface Expression {

  /** Its place. */
  SourceSpan span();

  /** The expressions directly within, in the author's order. */
  default List<Expression> parts() {
    if (this instanceof Property property) {
      return List.of(property.target());
    }
    if (this instanceof Call call) {
      List<Expression> parts = new ArrayList<>(List.of(call.target()));
      parts.addAll(call.arguments());
      return List.copyOf(parts);
    }
    if (this instanceof Calculation calculation) {
      return List.of(calculation.left(), calculation.right());
    }
    if (this instanceof OncePer once) {
      return List.of(once.value(), once.key(), once.by());
    }
    if (this instanceof Capped capped) {
      return capped.key() == null
          ? List.of(capped.value(), capped.most())
          : List.of(capped.value(), capped.most(), capped.key());
    }
    if (this instanceof NamedCap capped) {
      return capped.key() == null
          ? List.of(capped.value(), capped.most())
          : List.of(capped.value(), capped.most(), capped.key());
    }
    return this instanceof Listing listing ? listing.values() : List.of();
  }

  /**
   * A field of the enclosing pattern's fact, such as {@code hours}; in an accumulate's constraints,
   * never.
   */
  record Field(String name, SourceSpan span) implements Expression {}

  /**
   * A bound variable, such as {@code $hours}; the name includes the dollar sign where there is one.
   */
  record Variable(String name, SourceSpan span) implements Expression {}

  /** A {@link NamedValue} that the pack declares, such as {@code MinimumHours}. */
  record Named(String name, SourceSpan span) implements Expression {}

  /** The enclosing pattern's fact itself: {@code this}. */
  record This(SourceSpan span) implements Expression {}

  /** A field of another value, such as {@code $work.hours} or {@code $areas.size}. */
  record Property(Expression target, String name, SourceSpan nameSpan, SourceSpan span)
      implements Expression {}

  /** A method of another value, such as {@code $today.minusYears( 2 )}. */
  record Call(
      Expression target,
      String method,
      SourceSpan methodSpan,
      List<Expression> arguments,
      SourceSpan span)
      implements Expression {
    /** Copies the arguments. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** A text in quotes; escapes are resolved. Compared with dates and enumerated words too. */
  record Text(String value, SourceSpan span) implements Expression {}

  /** A number, exact. */
  record Number(BigDecimal value, SourceSpan span) implements Expression {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value, SourceSpan span) implements Expression {}

  /** {@code null}: the value is absent. */
  record Null(SourceSpan span) implements Expression {}

  /** Two amounts joined: {@code $credits * $points}; parentheses are in the tree. */
  record Calculation(Expression left, Arithmetic operation, Expression right, SourceSpan span)
      implements Expression {}

  /**
   * One value for each key, the argument of a function such as {@code sumOfBest( $credits, $course,
   * $score )}.
   *
   * @param value what is summed up
   * @param key what has one value only
   * @param by which of several values it is
   */
  record OncePer(Expression value, Expression key, Expression by, SourceSpan span)
      implements Expression {}

  /**
   * A value that counts at most so much, the argument of a function such as {@code sumUpTo(
   * $credits, 6 )} or {@code sumUpTo( $credits, 6, $subject )}.
   *
   * @param value what is summed up
   * @param most how much of it counts
   * @param key for each of whose values so much counts; null where so much counts in all
   */
  record Capped(Expression value, Number most, @Nullable Expression key, SourceSpan span)
      implements Expression {}

  /**
   * The same with a {@link NamedValue} that says how much counts, as long as its number is not in
   * its place: {@code sumUpTo( $credits, MostCredits )}.
   *
   * @param value what is summed up
   * @param most the name of how much of it counts
   * @param key for each of whose values so much counts; null where so much counts in all
   */
  record NamedCap(Expression value, Expression most, @Nullable Expression key, SourceSpan span)
      implements Expression {}

  /** A list in parentheses, the right side of {@code in}; never empty. */
  record Listing(List<Expression> values, SourceSpan span) implements Expression {
    /** Copies the values. */
    public Listing {
      values = List.copyOf(values);
    }
  }
}
