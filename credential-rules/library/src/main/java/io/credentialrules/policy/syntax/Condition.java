package io.credentialrules.policy.syntax;

import com.google.common.collect.ImmutableSortedSet;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A condition of a rule. */
public sealed interface Condition {

  /** As the author wrote it, on one line. */
  String text();

  /** Its place. */
  SourceSpan span();

  /** The conditions directly within, in the author's order; empty for a pattern. */
  default List<? extends Condition> parts() {
    if (this instanceof Not not) {
      return List.of(not.part());
    }
    if (this instanceof Exists exists) {
      return List.of(exists.part());
    }
    if (this instanceof ForAll forAll) {
      List<Pattern> patterns = new ArrayList<>(List.of(forAll.each()));
      patterns.addAll(forAll.fits());
      return List.copyOf(patterns);
    }
    if (this instanceof GroupBy groups) {
      return List.of(groups.each());
    }
    return this instanceof Accumulate accumulate ? List.of(accumulate.source()) : List.of();
  }

  /** The named values in it, in the author's order; one that is used twice is there twice. */
  default List<Expression.Named> namedValues() {
    return NameUses.in(this);
  }

  /** All of them: {@code A() and B()}, or simply one after the other. */
  record All(List<Condition> parts, String text, SourceSpan span) implements Condition {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }

    /**
     * The same with values in the place of their names, and with {@code in} in the place of {@code
     * memberOf} where a list is named. Texts and places stay as they are.
     */
    public All with(Map<String, Expression> values) {
      return Substitution.in(this, values);
    }
  }

  /** At least one of them: {@code A() or B()}. */
  record Any(List<Condition> parts, String text, SourceSpan span) implements Condition {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** There is none: {@code not A()}. */
  record Not(Condition part, String text, SourceSpan span) implements Condition {}

  /** There is at least one: {@code exists A()}. */
  record Exists(Condition part, String text, SourceSpan span) implements Condition {}

  /**
   * Each fact that fits the first pattern also fits the others: {@code forall( $w :
   * WorkExperience() WorkExperience( this == $w, approved ) )}; with one pattern, each fact of the
   * type fits it. True when no fact fits the first.
   */
  record ForAll(Pattern each, List<Pattern> fits, String text, SourceSpan span)
      implements Condition {
    /** Copies the patterns. */
    public ForAll {
      fits = List.copyOf(fits);
    }
  }

  /**
   * A fact of a type that satisfies all constraints: {@code $w : WorkExperience( hours >= 200 )}.
   *
   * @param variable the name bound to the fact, with its dollar sign; null where there is none
   * @param type the fact type's name as written
   * @param including the facts that it sees beside those that count, from {@code @including}
   */
  record Pattern(
      @Nullable String variable,
      String type,
      SourceSpan typeSpan,
      List<Constraint> constraints,
      ImmutableSortedSet<Including> including,
      String text,
      SourceSpan span)
      implements Condition {
    /** Copies the constraints. */
    public Pattern {
      constraints = List.copyOf(constraints);
    }

    /** A pattern that sees what counts. */
    public Pattern(
        @Nullable String variable,
        String type,
        SourceSpan typeSpan,
        List<Constraint> constraints,
        String text,
        SourceSpan span) {
      this(variable, type, typeSpan, constraints, ImmutableSortedSet.of(), text, span);
    }
  }

  /**
   * Sums up the facts that fit a condition: {@code accumulate( source; functions; constraints )}.
   */
  record Accumulate(
      Condition source,
      List<Aggregate> functions,
      List<Constraint> constraints,
      String text,
      SourceSpan span)
      implements Condition {
    /** Copies functions and constraints. */
    public Accumulate {
      functions = List.copyOf(functions);
      constraints = List.copyOf(constraints);
    }
  }

  /**
   * Sums up the facts that fit a condition for each value of a key, the source of an accumulate:
   * {@code groupby( source; key; functions; constraints )}.
   *
   * @param each what is summed up for each value, and which of them are kept
   * @param variable the name bound to the key; null where there is none
   */
  record GroupBy(
      Accumulate each, @Nullable String variable, Expression key, String text, SourceSpan span)
      implements Condition {}

  /**
   * One function of an accumulate: {@code $total : sum( $hours )}.
   *
   * @param variable the name bound to the result; null where there is none
   * @param function as written: sum, count, countDistinct, min, max, average, collectList,
   *     collectSet
   * @param argument what is summed up; null for {@code count()}
   */
  record Aggregate(
      @Nullable String variable,
      String function,
      SourceSpan functionSpan,
      @Nullable Expression argument,
      String text,
      SourceSpan span) {}
}
