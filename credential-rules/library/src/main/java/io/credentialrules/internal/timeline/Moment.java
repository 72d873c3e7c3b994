package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import java.util.List;

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

  /** What looking at combinations of facts may cost. */
  Budget budget();
}
