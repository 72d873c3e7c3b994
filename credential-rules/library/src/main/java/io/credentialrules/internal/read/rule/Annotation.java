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

  /**
   * A text in quotes, a number, of a named value {@code true} or {@code false}, or of a scale the
   * name of a value.
   */
  record Value(boolean isText, String text, SourceSpan span) {
    boolean isTruth() {
      return !isText && (text.equals("true") || text.equals("false"));
    }

    boolean isName() {
      return !isText && text.charAt(0) >= 'A' && text.charAt(0) <= 'Z';
    }
  }
}
