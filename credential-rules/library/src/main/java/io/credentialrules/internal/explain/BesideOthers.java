package io.credentialrules.internal.explain;

import io.credentialrules.RequirementResult.Alternative;
import io.credentialrules.Shortfall;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.result.StatedAlternative;
import io.credentialrules.internal.result.StatedInUse;
import io.credentialrules.internal.timeline.Allocation;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a requirement lacks where each fact serves once: amounts are of what the requirements that
 * hold leave, and the facts that serve them are named.
 */
final class BesideOthers {
  private final Program program;
  private final Situation situation;
  private final Bases bases;
  private final NearestFacts nearest;
  private final Shortfalls alone;

  BesideOthers(Program program, Situation situation, Bases bases, NearestFacts nearest) {
    this.program = program;
    this.situation = situation;
    this.bases = bases;
    this.nearest = nearest;
    this.alone = new Shortfalls(program, situation, bases.matcher(), nearest);
  }

  /**
   * What each way to meet one lacks that is not met by itself either, nearest first; nothing where
   * none of its amounts is made of what serves others.
   */
  List<Alternative> lacking(Way way, Requirement requirement) {
    Allocation allocation = bases.allocation(way);
    if (allocation.taken(bases.usable(way, requirement.number())).isEmpty()) {
      return List.of();
    }
    Shortfalls left = left(way);
    boolean isInUse = false;
    List<Alternative> alternatives = new ArrayList<>();
    for (Proof proof : situation.proofsInForce(requirement)) {
      for (Branch branch : proof.branches()) {
        List<Shortfall> lacking = alone.of(branch);
        Set<Candidate> taken =
            allocation.taken(bases.usable(way, requirement.number(), Shortfalls.counted(lacking)));
        if (!taken.isEmpty()) {
          isInUse = true;
          lacking =
              with(
                  replaced(lacking, amounts(left, branch)),
                  inUse(requirement, proof.header().span(), taken, allocation));
        }
        if (!lacking.isEmpty()) {
          alternatives.add(alternative(proof, lacking));
        }
      }
    }
    alternatives.sort(Comparator.comparingInt(one -> Distance.of(one.shortfalls())));
    return isInUse ? alternatives : List.of();
  }

  /** What each way to meet one lacks that is met by itself, and not beside the others. */
  List<Alternative> contested(Way way, Requirement requirement) {
    Allocation allocation = bases.allocation(way);
    Set<Candidate> facts =
        Objects.requireNonNull(allocation.without().get(requirement.number()), requirement.id());
    Shortfalls left = left(way);
    List<Alternative> alternatives = new ArrayList<>();
    List<Proof> proofs = situation.proofsInForce(requirement);
    for (Proof proof : proofs) {
      for (Branch branch : proof.branches()) {
        List<Shortfall> amounts = alone.of(branch).isEmpty() ? amounts(left, branch) : List.of();
        if (!amounts.isEmpty()) {
          List<Shortfall> lacking = new ArrayList<>();
          lacking.add(inUse(requirement, proof.header().span(), facts, allocation));
          lacking.addAll(amounts);
          alternatives.add(alternative(proof, lacking));
        }
      }
    }
    if (alternatives.isEmpty()) {
      Proof proof = proofs.get(0);
      return List.of(
          alternative(
              proof, List.of(inUse(requirement, proof.header().span(), facts, allocation))));
    }
    alternatives.sort(Comparator.comparingInt(one -> Distance.of(one.shortfalls())));
    return alternatives;
  }

  private Shortfalls left(Way way) {
    return new Shortfalls(program, situation, bases.left(way), nearest);
  }

  private static List<Shortfall> amounts(Shortfalls left, Branch branch) {
    return left.of(branch).stream().filter(Shortfall.Amount.class::isInstance).toList();
  }

  /** With other amounts, in the order of the conditions. */
  private static List<Shortfall> replaced(List<Shortfall> lacking, List<Shortfall> amounts) {
    if (amounts.isEmpty()) {
      return lacking;
    }
    List<Shortfall> all = new ArrayList<>(lacking);
    all.removeIf(Shortfall.Amount.class::isInstance);
    all.addAll(amounts);
    all.sort(Comparator.comparing(Shortfall::place));
    return all;
  }

  private static List<Shortfall> with(List<Shortfall> lacking, Shortfall further) {
    List<Shortfall> all = new ArrayList<>(lacking);
    all.add(further);
    return all;
  }

  private static Alternative alternative(Proof proof, List<Shortfall> lacking) {
    return new StatedAlternative(proof.header().name(), proof.header().span(), lacking);
  }

  private StatedInUse inUse(
      Requirement requirement, SourceSpan place, Set<Candidate> facts, Allocation allocation) {
    List<Requirement> users =
        allocation.usersOf(facts).stream().map(program.requirements()::get).toList();
    return new StatedInUse(
        requirement.name(),
        place,
        Shortfalls.facts(facts),
        users.stream().map(Requirement::id).toList(),
        users.stream().map(Requirement::name).toList());
  }
}
