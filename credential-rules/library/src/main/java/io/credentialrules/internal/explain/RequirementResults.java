package io.credentialrules.internal.explain;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Alternative;
import io.credentialrules.RequirementState;
import io.credentialrules.Shortfall;
import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.vocabulary.Earned;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Met;
import io.credentialrules.vocabulary.SignOff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where each requirement stands: met by which facts, or short of what. Remembers what it has worked
 * out; used by one thread.
 */
final class RequirementResults {
  private final Program program;
  private final Situation situation;
  private final List<NotCounted> notCounted;
  private final Map<Integer, Waiver> waivers;
  private final Outlook outlook;
  private final Holdings holdings;
  private final Allocations allocations;
  private final Witnesses.Dates dates;
  private final Shortfalls shortfalls;
  private final Witnesses witnesses;
  private final Bearing bearing;
  private final Map<Integer, RequirementResult> known = new HashMap<>();

  RequirementResults(
      Program program,
      Situation situation,
      Matcher matcher,
      List<NotCounted> notCounted,
      Map<Integer, Waiver> waivers,
      Outlook outlook,
      Holdings holdings,
      Allocations allocations,
      Witnesses.Dates dates) {
    this.program = program;
    this.situation = situation;
    this.notCounted = notCounted;
    this.waivers = waivers;
    this.outlook = outlook;
    this.holdings = holdings;
    this.allocations = allocations;
    this.dates = dates;
    this.shortfalls = new Shortfalls(program, situation, matcher);
    this.witnesses = new Witnesses(matcher, dates);
    this.bearing = new Bearing(situation);
  }

  /** Where a requirement stands by itself. */
  RequirementResult of(int number) {
    RequirementResult result = known.get(number);
    if (result == null) {
      result = explain(program.requirements().get(number));
      known.put(number, result);
    }
    return result;
  }

  /** Where a requirement stands beside the others of a rule whose evidence is exclusive. */
  RequirementResult exclusively(Award award, Way way, int number) {
    Requirement requirement = program.requirements().get(number);
    if (!situation.verdicts().satisfied(number)) {
      return of(number);
    }
    List<Proof> proofs = situation.proofsInForce(requirement);
    Waiver waiver = waivers.get(number);
    if (waiver != null) {
      return waived(requirement, proofs, waiver);
    }
    Allocation allocation = allocations.of(way);
    ImmutableSet<Candidate> given = allocation.given().get(number);
    if (given == null) {
      return inUse(award, requirement, allocation);
    }
    return Objects.requireNonNull(
        met(requirement, new Witnesses(allocations.claims(way).only(given::contains), dates)),
        requirement.id());
  }

  private RequirementResult inUse(Award award, Requirement requirement, Allocation allocation) {
    Set<Candidate> facts = Objects.requireNonNull(allocation.without().get(requirement.number()));
    Proof proof = situation.proofsInForce(requirement).get(0);
    Shortfall inUse =
        new Shortfall.InUse(
            requirement.name(),
            proof.header().span(),
            Shortfalls.facts(facts),
            allocation.usersOf(facts).stream()
                .map(user -> program.requirements().get(user).id())
                .toList());
    RequirementState state = outlook.ofCredential(award.number());
    return new RequirementResult(
        requirement.id(),
        requirement.kind(),
        requirement.name(),
        state == RequirementState.UNMET ? RequirementState.EVIDENCE_IN_USE : state,
        List.of(),
        null,
        bearing(situation.proofsInForce(requirement)),
        List.of(),
        List.of(new Alternative(proof.header().name(), proof.header().span(), List.of(inUse))),
        null);
  }

  private RequirementResult explain(Requirement requirement) {
    List<Proof> proofs = situation.proofsInForce(requirement);
    if (situation.verdicts().satisfied(requirement.number())) {
      RequirementResult met = met(requirement, witnesses);
      if (met != null) {
        return met;
      }
      Waiver waiver = waivers.get(requirement.number());
      if (waiver == null) {
        throw new IllegalStateException(
            "the rules say that `" + requirement.id() + "` is met, and no fact shows it");
      }
      return waived(requirement, proofs, waiver);
    }
    return unmet(requirement, proofs);
  }

  private @Nullable RequirementResult met(Requirement requirement, Witnesses found) {
    for (Proof proof : situation.proofsInForce(requirement)) {
      for (Branch branch : proof.branches()) {
        Witness witness = found.of(branch);
        if (witness != null) {
          return met(requirement, branch, witness, found);
        }
      }
    }
    return null;
  }

  private RequirementResult met(
      Requirement requirement, Branch branch, Witness witness, Witnesses found) {
    Set<Fact> evidence = new LinkedHashSet<>();
    for (Candidate candidate : witness.candidates()) {
      if (candidate.fact() instanceof Fact fact) {
        evidence.add(fact);
      } else if (candidate.fact() instanceof Met met) {
        evidence.addAll(evidence(met, found));
      } else if (candidate.fact() instanceof Earned earned) {
        evidence.addAll(holdings.showing(earned));
      }
    }
    return new RequirementResult(
        requirement.id(),
        requirement.kind(),
        requirement.name(),
        RequirementState.MET,
        List.copyOf(evidence),
        shortfalls.measureOf(branch),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** What a requirement rests on that another asks for. */
  private List<Fact> evidence(Met met, Witnesses found) {
    int number = program.number(met);
    RequirementResult asked =
        found == witnesses || waivers.containsKey(number)
            ? of(number)
            : met(program.requirements().get(number), found);
    return asked == null ? List.of() : asked.evidence();
  }

  private RequirementResult waived(Requirement requirement, List<Proof> proofs, Waiver waiver) {
    return new RequirementResult(
        requirement.id(),
        requirement.kind(),
        requirement.name(),
        RequirementState.WAIVED,
        List.of(),
        null,
        bearing(proofs),
        List.of(),
        alternatives(proofs),
        waiver);
  }

  private RequirementResult unmet(Requirement requirement, List<Proof> proofs) {
    List<Alternative> alternatives = alternatives(proofs);
    if (alternatives.isEmpty()) {
      return new RequirementResult(
          requirement.id(),
          requirement.kind(),
          requirement.name(),
          RequirementState.NOT_APPLICABLE,
          List.of(),
          null,
          List.of(),
          List.of(),
          List.of(),
          null);
    }
    Set<String> blockedBy = blockedBy(alternatives);
    RequirementState state = outlook.ofRequirement(requirement.number());
    if (state == RequirementState.UNMET) {
      if (awaitsSignOff(alternatives)) {
        state = RequirementState.PENDING_REVIEW;
      } else if (!blockedBy.isEmpty()) {
        state = RequirementState.BLOCKED;
      }
    }
    return new RequirementResult(
        requirement.id(),
        requirement.kind(),
        requirement.name(),
        state,
        List.of(),
        measure(alternatives.get(0).shortfalls()),
        bearing(proofs),
        List.copyOf(blockedBy),
        alternatives,
        null);
  }

  private List<Alternative> alternatives(List<Proof> proofs) {
    List<Alternative> alternatives = new ArrayList<>();
    for (Proof proof : proofs) {
      for (Branch branch : proof.branches()) {
        List<Shortfall> lacking = shortfalls.of(branch);
        if (!lacking.isEmpty()) {
          alternatives.add(new Alternative(proof.header().name(), proof.header().span(), lacking));
        }
      }
    }
    alternatives.sort(Comparator.comparingInt(one -> Distance.of(one.shortfalls())));
    return alternatives;
  }

  /** The credentials that come first, when some alternative lacks nothing else. */
  private static Set<String> blockedBy(List<Alternative> alternatives) {
    Set<String> credentials = new LinkedHashSet<>();
    for (Alternative alternative : alternatives) {
      if (alternative.shortfalls().stream()
          .allMatch(Shortfall.MissingCredential.class::isInstance)) {
        for (Shortfall shortfall : alternative.shortfalls()) {
          credentials.addAll(((Shortfall.MissingCredential) shortfall).credentials());
        }
      }
    }
    return credentials;
  }

  private static boolean awaitsSignOff(List<Alternative> alternatives) {
    return alternatives.stream()
        .anyMatch(
            alternative ->
                alternative.shortfalls().stream()
                    .allMatch(
                        shortfall ->
                            shortfall instanceof Shortfall.MissingFact missing
                                && missing.factType().equals(SignOff.class.getSimpleName())));
  }

  /** The amount that decides: a total, or else what the nearest fact misses. */
  private static @Nullable Measure measure(List<Shortfall> lacking) {
    for (Shortfall shortfall : lacking) {
      if (shortfall instanceof Shortfall.Amount amount) {
        return amount.measure();
      }
    }
    for (Shortfall shortfall : lacking) {
      if (shortfall instanceof Shortfall.MissingFact missing && !missing.nearest().isEmpty()) {
        List<Shortfall.Miss> misses = missing.nearest().get(0).misses();
        if (misses.size() == 1) {
          return misses.get(0).measure();
        }
      }
    }
    return null;
  }

  private List<NotCounted> bearing(List<Proof> proofs) {
    return notCounted.stream().filter(not -> bearing.on(proofs, not.fact())).toList();
  }
}
