package io.credentialrules.json;

import java.util.List;
import java.util.stream.Collectors;

/** A learner record that cannot be read, with every problem that was found. */
public final class RecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<RecordProblem> problems;

  /** With all problems, in the order of the document. */
  public RecordException(List<RecordProblem> problems) {
    super(problems.stream().map(RecordProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of the document; never empty. */
  public List<RecordProblem> problems() {
    return problems;
  }
}
