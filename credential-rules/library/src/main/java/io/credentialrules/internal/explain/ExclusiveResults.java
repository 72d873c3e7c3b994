package io.credentialrules.internal.explain;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.RequirementResult;
import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The state of each requirement of a way whose evidence is exclusive, and of what it is made of:
 * all as one allocation has it. Remembers what it has worked out; used by one thread.
 */
final class ExclusiveResults {
  private final Program program;
  private final Situation situation;
  private final Way way;
  private final Map<Integer, Waiver> waivers;
  private final Bases bases;
  private final RequirementResults alone;
  private final LeftFacts left;
  private final BesideOthers others;
  private final Map<Integer, RequirementResult> known = new HashMap<>();

  /** With the results of requirements by themselves. */
  ExclusiveResults(
      Program program,
      Situation situation,
      Way way,
      Map<Integer, Waiver> waivers,
      Bases bases,
      RequirementResults alone) {
    this.program = program;
    this.situation = situation;
    this.way = way;
    this.waivers = waivers;
    this.bases = bases;
    this.alone = alone;
    this.left = bases.left(way);
    this.others = new BesideOthers(program, situation, bases, left);
  }

  /** Of a requirement of the way. */
  RequirementResult of(int number) {
    RequirementResult result = known.get(number);
    if (result == null) {
      result = worked(program.requirements().get(number));
      known.put(number, result);
    }
    return result;
  }

  private RequirementResult worked(Requirement requirement) {
    int number = requirement.number();
    Waiver waiver = waivers.get(number);
    if (waiver != null && situation.isSatisfied(number)) {
      return alone.unmet().waived(requirement, waiver);
    }
    ImmutableSet<Candidate> given = left.allocation().given().get(number);
    if (given == null) {
      return alone
          .unmet()
          .beside(way, requirement, situation.isSatisfied(number), others)
          .with(parts(left::isLeft, bases.allotted(way, left::isLeft)).of(requirement));
    }
    Witnesses found = bases.allotted(way, given::contains);
    Predicate<Candidate> isFree = fact -> left.isFreeFor(number, fact);
    Parts parts = parts(isFree, bases.allotted(way, isFree));
    return Objects.requireNonNull(
        alone.met().of(requirement, found, nested -> alone.nested(nested, found), parts),
        requirement.id());
  }

  /** What a requirement is made of, of the facts that are free for it. */
  private Parts parts(Predicate<Candidate> isFree, Witnesses free) {
    return alone
        .parts()
        .among(others.nearest(), isFree, nested -> part(program.requirements().get(nested), free));
  }

  /**
   * Of a requirement that another asks for; where the way asks for it too, it has its own facts.
   */
  private RequirementResult part(Requirement requirement, Witnesses free) {
    int number = requirement.number();
    if (way.requires().contains(number)) {
      return of(number);
    }
    if (waivers.containsKey(number) || !left.isAnyInUse()) {
      return alone.of(number);
    }
    RequirementResult met =
        alone.met().of(requirement, free, nested -> alone.nested(nested, free), alone.parts());
    return met == null
        ? alone.unmet().beside(requirement, situation.isSatisfied(number), others)
        : met;
  }
}
