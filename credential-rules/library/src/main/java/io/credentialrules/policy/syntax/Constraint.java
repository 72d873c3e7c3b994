package io.credentialrules.policy.syntax;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import java.util.List;

/** One condition on the fields of a fact, or on the results of an accumulate. */
public sealed interface Constraint {

  /** As the author wrote it, without line breaks. */
  String text();

  /** Its place. */
  SourceSpan span();

  /** The constraints directly within, in the author's order; empty for a single one. */
  default List<Constraint> parts() {
    return this instanceof Opposite opposite ? List.of(opposite.part()) : List.of();
  }

  /** Names a value: {@code $hours : hours}. Always true. */
  record Bind(String variable, Expression value, String text, SourceSpan span)
      implements Constraint {}

  /** Compares two values: {@code hours >= 200}, {@code type in ( "JOB", "CO_OP" )}. */
  record Compare(Expression left, Operator operator, Expression right, String text, SourceSpan span)
      implements Constraint {

    /** The same with its sides exchanged: {@code 200 <= hours} as {@code hours >= 200}. */
    public Compare mirrored() {
      return new Compare(/* left= */ right, operator.mirrored(), /* right= */ left, text, span);
    }
  }

  /** A field that is true by itself: {@code siteApproved}. */
  record IsTrue(Expression value, String text, SourceSpan span) implements Constraint {}

  /** {@code a && b}. */
  record Both(List<Constraint> parts, String text, SourceSpan span) implements Constraint {
    /** Copies the parts. */
    public Both {
      parts = List.copyOf(parts);
    }
  }

  /** {@code a || b}. */
  record Either(List<Constraint> parts, String text, SourceSpan span) implements Constraint {
    /** Copies the parts. */
    public Either {
      parts = List.copyOf(parts);
    }
  }

  /** {@code !a}. */
  record Opposite(Constraint part, String text, SourceSpan span) implements Constraint {}
}
