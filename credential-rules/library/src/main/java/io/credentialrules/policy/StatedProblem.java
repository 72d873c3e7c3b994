package io.credentialrules.policy;

import java.util.Comparator;

/** {@link Problem} as it is stated. */
record StatedProblem(String code, Severity severity, SourceSpan span, String message, String hint)
    implements Problem {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::span)
          .thenComparing(Problem::severity)
          .thenComparing(Problem::code)
          .thenComparing(Problem::message);

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
