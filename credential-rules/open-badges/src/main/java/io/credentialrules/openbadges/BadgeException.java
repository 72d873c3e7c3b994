package io.credentialrules.openbadges;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be read at all, with every problem that was found. */
public final class BadgeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<BadgeProblem> problems;

  /** With all problems, in the order in which they were found. */
  public BadgeException(List<BadgeProblem> problems) {
    super(problems.stream().map(BadgeProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order in which they were found; never empty. */
  public List<BadgeProblem> problems() {
    return problems;
  }
}
