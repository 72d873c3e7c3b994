package io.credentialrules.internal.explain;

import io.credentialrules.RequirementResult.Alternative;
import io.credentialrules.Shortfall;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.result.StatedAlternative;
import io.credentialrules.internal.result.StatedInUse;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What requirements of one way lack where each fact serves once: amounts are of what the
 * requirements that hold leave, the facts that serve them are named, and no fact is near that one
 * of them needs.
 */
final class BesideOthers {
  private final Program program;
  private final Situation situation;
  private final LeftFacts left;
  private final NearestFacts nearest;
  private final Shortfalls ofAll;
  private final Shortfalls ofLeft;

  BesideOthers(Program program, Situation situation, Bases bases, LeftFacts left) {
    this.program = program;
    this.situation = situation;
    this.left = left;
    this.nearest = new NearestFacts(situation, left::isSpare);
    this.ofAll = new Shortfalls(program, situation, bases.matcher(), nearest);
    this.ofLeft = new Shortfalls(program, situation, left.matcher(), nearest);
  }

  NearestFacts nearest() {
    return nearest;
  }

  /** What each way to meet one lacks that is not met by itself either, nearest first. */
  List<Alternative> lacking(Requirement requirement) {
    List<Alternative> alternatives = new ArrayList<>();
    for (Proof proof : situation.proofsInForce(requirement)) {
      for (Branch branch : proof.branches()) {
        List<Shortfall> lacking = lacking(requirement, proof, branch);
        if (!lacking.isEmpty()) {
          alternatives.add(alternative(proof, lacking));
        }
      }
    }
    return nearestFirst(alternatives);
  }

  /** What the branch lacks of all facts, with the amounts of what is left, and what is in use. */
  private List<Shortfall> lacking(Requirement requirement, Proof proof, Branch branch) {
    List<Shortfall> alone = ofAll.of(branch);
    if (!left.isAnyInUse()) {
      return alone;
    }
    List<Shortfall> beside = ofLeft.of(branch);
    Set<SourceSpan> lost = beside.stream().map(Shortfall::place).collect(Collectors.toSet());
    alone.forEach(shortfall -> lost.remove(shortfall.place()));
    Set<Candidate> inUse = new LinkedHashSet<>();
    inUse.addAll(left.inUse(requirement.number(), patterns(branch.steps(), lost)::contains));
    inUse.addAll(left.inUse(requirement.number(), Shortfalls.counted(alone)));
    if (inUse.isEmpty()) {
      return alone;
    }
    List<Shortfall> lacking = replaced(alone, beside);
    lacking.add(inUse(requirement, proof.header().span(), inUse));
    return lacking;
  }

  /** The patterns among steps of which something is at one of some places. */
  private static Set<Step.Match> patterns(List<Step> steps, Set<SourceSpan> places) {
    Set<Step.Match> found = new HashSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Match match && places.contains(match.source().span())) {
        found.add(match);
      } else if (step instanceof Step.Some some) {
        found.addAll(patterns(some.steps(), places));
      } else if (step instanceof Step.Total total) {
        boolean isLost =
            total.tests().stream().anyMatch(test -> places.contains(test.source().span()));
        if (isLost) {
          found.addAll(total.patterns());
        }
      }
    }
    return found;
  }

  /** What each way to meet one lacks that is met by itself, and not beside the others. */
  List<Alternative> contested(Requirement requirement) {
    Set<Candidate> facts = left.inUse(requirement.number(), match -> true);
    List<Alternative> alternatives = new ArrayList<>();
    List<Proof> proofs = situation.proofsInForce(requirement);
    for (Proof proof : proofs) {
      for (Branch branch : proof.branches()) {
        List<Shortfall> amounts = ofAll.of(branch).isEmpty() ? amounts(branch) : List.of();
        if (!amounts.isEmpty()) {
          List<Shortfall> lacking = new ArrayList<>();
          lacking.add(inUse(requirement, proof.header().span(), facts));
          lacking.addAll(amounts);
          alternatives.add(alternative(proof, lacking));
        }
      }
    }
    if (alternatives.isEmpty()) {
      Proof proof = proofs.get(0);
      return List.of(alternative(proof, List.of(inUse(requirement, proof.header().span(), facts))));
    }
    return nearestFirst(alternatives);
  }

  /** The rules of those requirements that have what one lacks. */
  List<Proof> proofsOfUsers(Requirement requirement) {
    List<Proof> proofs = new ArrayList<>();
    Set<Candidate> facts = left.inUse(requirement.number(), match -> true);
    for (int user : left.allocation().usersOf(facts)) {
      proofs.addAll(situation.proofsInForce(program.requirements().get(user)));
    }
    return proofs;
  }

  private List<Shortfall> amounts(Branch branch) {
    return ofLeft.of(branch).stream().filter(Shortfall.Amount.class::isInstance).toList();
  }

  private static List<Alternative> nearestFirst(List<Alternative> alternatives) {
    alternatives.sort(Comparator.comparingInt(one -> Distance.of(one.shortfalls())));
    return alternatives;
  }

  /** With the amounts of what is left, in the order of the conditions. */
  private static List<Shortfall> replaced(List<Shortfall> alone, List<Shortfall> beside) {
    List<Shortfall> all = new ArrayList<>(beside);
    all.removeIf(shortfall -> !(shortfall instanceof Shortfall.Amount));
    boolean hasAmounts = !all.isEmpty();
    alone.stream()
        .filter(shortfall -> !(hasAmounts && shortfall instanceof Shortfall.Amount))
        .forEach(all::add);
    all.sort(Comparator.comparing(Shortfall::place));
    return all;
  }

  private static Alternative alternative(Proof proof, List<Shortfall> lacking) {
    return new StatedAlternative(proof.header().name(), proof.header().span(), lacking);
  }

  private StatedInUse inUse(Requirement requirement, SourceSpan place, Set<Candidate> facts) {
    List<Requirement> users =
        left.allocation().usersOf(facts).stream().map(program.requirements()::get).toList();
    return new StatedInUse(
        requirement.name(),
        place,
        Shortfalls.facts(facts),
        users.stream().map(Requirement::id).toList(),
        users.stream().map(Requirement::name).toList());
  }
}
