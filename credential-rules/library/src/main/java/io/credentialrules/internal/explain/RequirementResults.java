package io.credentialrules.internal.explain;

import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.ValueInUse;
import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.result.StatedRequirementResult;
import io.credentialrules.internal.timeline.Allocations;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final MetResults met;
  private final UnmetResults unmet;
  private final Parts parts;
  private final Map<Integer, RequirementResult> known = new HashMap<>();
  private final IdentityHashMap<Way, ExclusiveResults> exclusive = new IdentityHashMap<>();

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
    this.met = new MetResults(program, situation, holdings);
    NearestFacts nearest = new NearestFacts(situation);
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
    RequirementResult met = this.met.of(requirement, bases.alone(), this::of, parts);
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
  RequirementResult of(Way way, int number, @Nullable LocalDate until) {
    return naming(program.requirements().get(number), inWay(way, number, until));
  }

  private RequirementResult inWay(Way way, int number, @Nullable LocalDate until) {
    if (Allocations.isExclusive(way)) {
      return exclusive.computeIfAbsent(way, this::exclusively).of(number);
    }
    if (!situation.isSatisfied(number)) {
      return of(number);
    }
    Requirement requirement = program.requirements().get(number);
    for (Witnesses found : bases.inWay(way, number, until)) {
      RequirementResult met =
          this.met.of(requirement, found, nested -> nested(nested, found), parts);
      if (met != null) {
        return met;
      }
    }
    return of(number);
  }

  private ExclusiveResults exclusively(Way way) {
    return new ExclusiveResults(program, situation, way, waivers, bases, this);
  }

  /** What another requirement asks for, met with the same facts where it can be. */
  RequirementResult nested(int number, Witnesses found) {
    RequirementResult result =
        waivers.containsKey(number)
            ? null
            : met.of(
                program.requirements().get(number), found, nested -> nested(nested, found), parts);
    return result == null ? of(number) : result;
  }

  MetResults met() {
    return met;
  }

  UnmetResults unmet() {
    return unmet;
  }

  Parts parts() {
    return parts;
  }
}
