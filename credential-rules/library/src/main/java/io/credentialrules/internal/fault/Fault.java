package io.credentialrules.internal.fault;

import io.credentialrules.internal.text.Quoted;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.SourceSpan;

/**
 * What is wrong, without its place. Only the classes beside this one make it, which are written
 * from the register of checks: so that each fault has a code of the register, and all arguments of
 * its sentence and no others.
 */
public record Fault(String code, Severity severity, String message, String hint) {
  /** A constraint is shown whole, as a rule. */
  private static final int LONGEST = 120;

  static Fault error(String code, String message, String hint) {
    return new Fault(code, Severity.ERROR, message, hint);
  }

  static Fault warning(String code, String message, String hint) {
    return new Fault(code, Severity.WARNING, message, hint);
  }

  /** An argument between backticks: shortened, and without what a terminal would obey. */
  static String quoted(String argument) {
    return Quoted.inside(argument, LONGEST);
  }

  /** An argument outside backticks, which is never the text of an author alone. */
  static String plain(Object argument) {
    return Quoted.visible(String.valueOf(argument));
  }

  public Problem at(SourceSpan span) {
    return Problem.of(code, severity, span, message, hint);
  }

  /** The same at the beginning of a file. */
  public Problem atStartOf(String file) {
    return at(new SourceSpan(file, 1, 1, 1, 1));
  }
}
