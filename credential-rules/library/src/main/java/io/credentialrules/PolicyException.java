package io.credentialrules;

import io.credentialrules.policy.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A policy that cannot be used, with every problem that was found. */
public final class PolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** With all problems, errors and warnings, in the order of their places. */
  public PolicyException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of their places. */
  public List<Problem> problems() {
    return problems;
  }
}
