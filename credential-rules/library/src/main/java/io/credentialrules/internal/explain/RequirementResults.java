package io.credentialrules.internal.explain;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Alternative;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementResult.ValueInUse;
import io.credentialrules.RequirementState;
import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.result.StatedRequirementResult;
import io.credentialrules.internal.timeline.Allocation;
import io.credentialrules.internal.timeline.Allocations;
import io.credentialrules.internal.work.Distinct;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Met;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of each requirement: met by which facts, waived, or short of what. Remembers what it
 * has worked out; used by one thread.
 */
final class RequirementResults {
  private final Program program;
  private final Situation situation;
  private final Map<Integer, Waiver> waivers;
  private final Bases bases;
  private final Holdings holdings;
  private final UnmetResults unmet;
  private final BesideOthers besideOthers;
  private final Parts parts;
  private final Map<Integer, RequirementResult> known = new HashMap<>();

  RequirementResults(
      Program program,
      Situation situation,
      List<NotCounted> notCounted,
      Map<Integer, Waiver> waivers,
      Outlook outlook,
      Bases bases,
      Holdings holdings) {
    this.program = program;
    this.situation = situation;
    this.waivers = waivers;
    this.bases = bases;
    this.holdings = holdings;
    NearestFacts nearest = new NearestFacts(situation);
    this.besideOthers = new BesideOthers(program, situation, bases, nearest);
    this.parts = new Parts(program, situation, nearest, !waivers.isEmpty(), this::of);
    this.unmet =
        new UnmetResults(program, situation, bases.matcher(), notCounted, outlook, nearest, parts);
  }

  /** The state of a requirement by itself. */
  RequirementResult of(int number) {
    RequirementResult result = known.get(number);
    if (result == null) {
      result = naming(program.requirements().get(number), alone(number));
      known.put(number, result);
    }
    return result;
  }

  private RequirementResult alone(int number) {
    Requirement requirement = program.requirements().get(number);
    if (!situation.isSatisfied(requirement.number())) {
      return unmet.of(requirement);
    }
    RequirementResult met = met(requirement, bases.alone(), this::of);
    if (met != null) {
      return met;
    }
    Waiver waiver = waivers.get(requirement.number());
    if (waiver == null) {
      throw new IllegalStateException(
          "the rules say that `" + requirement.id() + "` is met, and no fact shows it");
    }
    return unmet.waived(requirement, waiver);
  }

  /** With the named values of its rules in force. */
  private RequirementResult naming(Requirement requirement, RequirementResult result) {
    if (!(result instanceof StatedRequirementResult stated)) {
      return result;
    }
    Map<String, ValueInUse> values = null;
    for (Proof proof : situation.proofsInForce(requirement)) {
      for (ValueInUse value : proof.values()) {
        values = values == null ? new LinkedHashMap<>() : values;
        values.putIfAbsent(value.name(), value);
      }
    }
    return values == null ? stated : stated.naming(List.copyOf(values.values()));
  }

  /** The state of a requirement in a way, beside its others; of one that lasts, until when. */
  RequirementResult of(Award award, Way way, int number, @Nullable LocalDate until) {
    return naming(program.requirements().get(number), inWay(award, way, number, until));
  }

  private RequirementResult inWay(Award award, Way way, int number, @Nullable LocalDate until) {
    if (!situation.isSatisfied(number)) {
      return Allocations.isExclusive(way) ? besideOthers(way, number) : of(number);
    }
    Requirement requirement = program.requirements().get(number);
    if (Allocations.isExclusive(way)) {
      return exclusively(award, way, requirement);
    }
    for (Witnesses found : bases.inWay(way, number, until)) {
      RequirementResult met = met(requirement, found, nested -> nested(nested, found));
      if (met != null) {
        return met;
      }
    }
    return of(number);
  }

  private RequirementResult exclusively(Award award, Way way, Requirement requirement) {
    Waiver waiver = waivers.get(requirement.number());
    if (waiver != null) {
      return unmet.waived(requirement, waiver);
    }
    Allocation allocation = bases.allocation(way);
    ImmutableSet<Candidate> given = allocation.given().get(requirement.number());
    if (given == null) {
      return unmet.inUse(award, requirement, besideOthers.contested(way, requirement));
    }
    Witnesses found = bases.allotted(way, given);
    return Objects.requireNonNull(
        met(requirement, found, nested -> nested(nested, found)), requirement.id());
  }

  /** Of one that is short of an amount even with what serves others: of what they leave. */
  private RequirementResult besideOthers(Way way, int number) {
    RequirementResult alone = of(number);
    if (bases.allocation(way).given().isEmpty()
        || !(alone instanceof StatedRequirementResult stated)) {
      return alone;
    }
    List<Alternative> lacking = besideOthers.lacking(way, program.requirements().get(number));
    return lacking.isEmpty()
        ? alone
        : stated.shortOf(lacking, UnmetResults.measure(lacking.get(0).shortfalls()));
  }

  /** What another requirement asks for, met with the same facts where it can be. */
  private RequirementResult nested(int number, Witnesses found) {
    RequirementResult met =
        waivers.containsKey(number)
            ? null
            : met(program.requirements().get(number), found, nested -> nested(nested, found));
    return met == null ? of(number) : met;
  }

  private interface Nested {
    RequirementResult of(int requirement);
  }

  private @Nullable RequirementResult met(Requirement requirement, Witnesses found, Nested nested) {
    for (Proof proof : situation.proofsInForce(requirement)) {
      for (Branch branch : proof.branches()) {
        Witness witness = found.of(branch);
        if (witness != null) {
          return met(requirement, proof, witness, nested);
        }
      }
    }
    return null;
  }

  private RequirementResult met(
      Requirement requirement, Proof proof, Witness witness, Nested nested) {
    Distinct<Fact> evidence = new Distinct<>();
    for (Candidate candidate : witness.candidates()) {
      if (candidate.fact() instanceof Fact fact) {
        evidence.add(fact);
      } else if (candidate.fact() instanceof Met met) {
        nested.of(program.number(met)).evidence().forEach(evidence::add);
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
