package io.credentialrules.internal.explain;

import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.result.StatedRequirementResult;
import io.credentialrules.internal.work.Distinct;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Met;
import io.credentialrules.vocabulary.Fact;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** By which facts requirements are met. */
final class MetResults {
  private final Program program;
  private final Situation situation;
  private final Holdings holdings;

  MetResults(Program program, Situation situation, Holdings holdings) {
    this.program = program;
    this.situation = situation;
    this.holdings = holdings;
  }

  /**
   * The first rule by which one is met; null where none is found.
   *
   * @param nested the results of the requirements that it asks for, by number
   */
  @Nullable StatedRequirementResult of(
      Requirement requirement,
      Witnesses found,
      IntFunction<RequirementResult> nested,
      Parts parts) {
    for (Proof proof : situation.proofsInForce(requirement)) {
      for (Branch branch : proof.branches()) {
        Witness witness = found.of(branch);
        if (witness != null) {
          return met(requirement, proof, witness, nested, parts);
        }
      }
    }
    return null;
  }

  private StatedRequirementResult met(
      Requirement requirement,
      Proof proof,
      Witness witness,
      IntFunction<RequirementResult> nested,
      Parts parts) {
    Distinct<Fact> evidence = new Distinct<>();
    for (Candidate candidate : witness.candidates()) {
      if (candidate.fact() instanceof Fact fact) {
        evidence.add(fact);
      } else if (candidate.fact() instanceof Met met) {
        nested.apply(program.number(met)).evidence().forEach(evidence::add);
      } else if (candidate.fact() instanceof Earned earned) {
        holdings.showing(earned).forEach(evidence::add);
      }
    }
    return new StatedRequirementResult(
        requirement.id(),
        requirement.kind(),
        requirement.name(),
        RequirementState.MET,
        evidence.toList(),
        witness.measure(),
        List.of(),
        List.of(),
        List.of(),
        null,
        metBy(requirement, proof),
        parts.of(requirement));
  }

  /** Whether all of its proofs are editions of one rule. */
  private static boolean isOneRule(Requirement requirement) {
    SourceSpan first = requirement.proofs().get(0).header().span();
    for (Proof proof : requirement.proofs()) {
      if (!proof.header().span().equals(first)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String metBy(Requirement requirement, Proof proof) {
    String rule = proof.header().name();
    return requirement.kind() != Kind.REQUIREMENT
            || isOneRule(requirement)
            || rule.equals(requirement.name())
        ? null
        : rule;
  }
}
