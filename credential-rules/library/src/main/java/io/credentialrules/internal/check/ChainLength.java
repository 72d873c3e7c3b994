package io.credentialrules.internal.check;

import io.credentialrules.Limits;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.List;

/**
 * Bounds how many requirements and credentials depend on each other in a row: each is explained by
 * those before it, and a stack is only so deep.
 */
public final class ChainLength {
  private ChainLength() {}

  /** The problem of the first rule that is too far down; empty where none is. */
  public static List<Problem> problems(Program program, Limits limits) {
    for (Requirement requirement : program.requirements()) {
      if (requirement.stratum() >= limits.maxChain()) {
        return List.of(problem(requirement.proofs().get(0).header(), limits));
      }
    }
    for (Award award : program.catalogue()) {
      if (award.stratum() >= limits.maxChain()) {
        return List.of(problem(award.ways().get(0).rule().header(), limits));
      }
    }
    return List.of();
  }

  private static Problem problem(RuleHeader header, Limits limits) {
    return LimitFaults.limitChain(limits.maxChain()).at(header.nameSpan());
  }
}
