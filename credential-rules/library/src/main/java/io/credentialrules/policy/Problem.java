package io.credentialrules.policy;

/** Something wrong with a policy, at its place, in the words of its author. */
public sealed interface Problem extends Comparable<Problem> permits StatedProblem {

  /** A stable code, such as {@code unknown-field}; each has a section in {@code docs/checks.md}. */
  String code();

  /** Whether the policy can be used nevertheless. */
  Severity severity();

  /** The exact place. */
  SourceSpan span();

  /** One sentence in lower case, values in backticks, without a full stop. */
  String message();

  /** What to do next; empty where nothing can be said. */
  String hint();

  /** By place, then severity, code and message. */
  @Override
  int compareTo(Problem other);

  /** An error. */
  static Problem error(String code, SourceSpan span, String message, String hint) {
    return new StatedProblem(code, Severity.ERROR, span, message, hint);
  }

  /** An error or a warning. */
  static Problem of(String code, Severity severity, SourceSpan span, String message, String hint) {
    return new StatedProblem(code, severity, span, message, hint);
  }

  /** A warning. */
  static Problem warning(String code, SourceSpan span, String message, String hint) {
    return new StatedProblem(code, Severity.WARNING, span, message, hint);
  }
}
