package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Matchable;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import java.util.List;

/** What patterns can match, and which requirements are satisfied, at one moment. */
public interface Moment extends Matchable {

  /** Whether a requirement is satisfied, by its number. */
  boolean isSatisfied(int requirement);

  /** The rules that prove a requirement and are in force. */
  List<Proof> proofsInForce(Requirement requirement);
}
