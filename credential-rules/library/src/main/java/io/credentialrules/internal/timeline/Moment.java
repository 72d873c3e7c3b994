package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Totals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What patterns can match at one moment. */
public interface Moment {

  /**
   * The facts that a pattern can match. Those that rules derive may be among them before it is
   * known whether they hold; {@link #holds} decides.
   */
  List<Candidate> candidates(Step.Match match);

  /** Whether one of the candidates is there after all. */
  boolean holds(Candidate candidate);

  /** Whether a requirement is satisfied, by its number. */
  boolean isSatisfied(int requirement);

  /** The rules that prove a requirement and are in force. */
  List<Proof> proofsInForce(Requirement requirement);

  /**
   * The results of a total that are known from other days without looking at all of its facts; null
   * where they are not.
   */
  default @Nullable Totals followed(Step.Total total) {
    return null;
  }

  /** What looking at combinations of facts may cost. */
  Budget budget();
}
