package io.credentialrules.policy;

import java.util.Comparator;

/**
 * Something wrong with a policy, at its place, in the words of its author.
 *
 * @param code a stable code, such as {@code unknown-field}; each has a section in {@code
 *     docs/checks.md}
 * @param severity whether the policy can be used nevertheless
 * @param span the exact place
 * @param message one sentence in lower case, values in backticks, without a full stop
 * @param hint what to do next; empty where nothing can be said
 */
public record Problem(String code, Severity severity, SourceSpan span, String message, String hint)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::span)
          .thenComparing(Problem::severity)
          .thenComparing(Problem::code)
          .thenComparing(Problem::message);

  /** An error. */
  public static Problem error(String code, SourceSpan span, String message, String hint) {
    return new Problem(code, Severity.ERROR, span, message, hint);
  }

  /** A warning. */
  public static Problem warning(String code, SourceSpan span, String message, String hint) {
    return new Problem(code, Severity.WARNING, span, message, hint);
  }

  /** By place, then severity, code and message. */
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /**
   * Such as {@code horticulture/level-3.drl:12:19: unknown field `hour` of WorkExperience; maybe
   * `hours`}.
   */
  @Override
  public String toString() {
    return span + ": " + message + (hint.isEmpty() ? "" : "; " + hint);
  }
}
