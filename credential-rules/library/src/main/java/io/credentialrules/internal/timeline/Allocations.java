package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How the rules of one evaluation whose evidence is exclusive share out the facts. Remembers what
 * it has found; used by one thread.
 */
public final class Allocations {
  private final Program program;
  private final Moment moment;
  private final Matcher matcher;
  private final Predicate<Integer> isWaived;
  private final IdentityHashMap<Way, Allocation> known = new IdentityHashMap<>();
  private final IdentityHashMap<Way, Set<Integer>> served = new IdentityHashMap<>();

  public Allocations(Program program, Moment moment, Matcher matcher, Predicate<Integer> isWaived) {
    this.program = program;
    this.moment = moment;
    this.matcher = matcher;
    this.isWaived = isWaived;
  }

  public static boolean isExclusive(Way way) {
    return way.rule().settings().evidence() == EvidenceUse.EXCLUSIVE;
  }

  /** Whether all that a way asks for is satisfied, and together where evidence is exclusive. */
  public boolean areSatisfied(Way way) {
    return way.requires().stream().allMatch(moment::isSatisfied)
        && (!isExclusive(way) || isComplete(way));
  }

  /** Whether all that a way asks for, each of which is satisfied, is so together. */
  boolean isComplete(Way way) {
    Allocation allocation = known.get(way);
    return allocation == null
        ? Allocator.isComplete(way.requires(), claims(way), moment.budget())
        : allocation.isComplete();
  }

  /**
   * The best allocation of all facts, and of the best the one that leaves most for what is short.
   */
  public Allocation of(Way way) {
    Allocation allocation = known.get(way);
    if (allocation == null) {
      allocation = Leftover.of(of(way, fact -> true), way.requires(), claims(way), moment.budget());
      known.put(way, allocation);
    }
    return allocation;
  }

  /** The requirements that hold together in the best allocation, by number. */
  public Set<Integer> served(Way way) {
    Allocation allocation = known.get(way);
    return allocation == null
        ? served.computeIfAbsent(way, first -> of(way, fact -> true).given().keySet())
        : allocation.given().keySet();
  }

  /** The best allocation of the facts that are available. */
  Allocation of(Way way, Predicate<Candidate> available) {
    return Allocator.allocate(
        way.requires().stream().filter(moment::isSatisfied).toList(),
        claims(way),
        available,
        moment.budget());
  }

  public Claims claims(Way way) {
    return new Claims(program, moment, matcher, isWaived, way.requires());
  }
}
