package io.credentialrules.internal.read.rule;

import io.credentialrules.policy.SourceSpan;
import java.util.List;

/**
 * An annotation of a rule, as written: {@code @level( 3 )}.
 *
 * @param span from the at sign to the closing parenthesis
 */
record Annotation(String name, SourceSpan nameSpan, List<Value> values, SourceSpan span) {
  Annotation {
    values = List.copyOf(values);
  }

  /** A text in quotes, a number, or of a named value {@code true} or {@code false}. */
  record Value(boolean isText, String text, SourceSpan span) {
    boolean isTruth() {
      return !isText && (text.equals("true") || text.equals("false"));
    }
  }
}
