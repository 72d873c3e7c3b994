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
 */
public record Checked(@Nullable Program program, List<Problem> problems) {
  /** Copies the problems. */
  public Checked {
    problems = List.copyOf(problems);
  }
}
