package io.credentialrules.internal.check;

import io.credentialrules.internal.program.Program;
import io.credentialrules.policy.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the checks say.
 *
 * @param program the resolved policy; null when it has errors
 * @param problems all problems, in the order of their places
 * @param work what the searches cost, in ranges of values and constraints looked at
 */
public record Checked(@Nullable Program program, List<Problem> problems, long work) {
  /** Copies the problems. */
  public Checked {
    problems = List.copyOf(problems);
  }
}
