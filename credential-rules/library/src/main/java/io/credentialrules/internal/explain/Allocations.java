package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How the rules of one evaluation whose evidence is exclusive share out the facts. Remembers what
 * it has found; used by one thread.
 */
final class Allocations {
  private final Program program;
  private final Situation situation;
  private final Matcher matcher;
  private final Predicate<Integer> isWaived;
  private final Map<Way, Allocation> known = new HashMap<>();

  Allocations(Program program, Situation situation, Matcher matcher, Predicate<Integer> isWaived) {
    this.program = program;
    this.situation = situation;
    this.matcher = matcher;
    this.isWaived = isWaived;
  }

  static boolean isExclusive(Way way) {
    return way.rule().settings().evidence() == EvidenceUse.EXCLUSIVE;
  }

  /** Whether all that a way asks for is satisfied, and together where evidence is exclusive. */
  boolean areSatisfied(Way way) {
    return way.requires().stream().allMatch(situation.verdicts()::satisfied)
        && (!isExclusive(way) || of(way).isComplete());
  }

  /** The best allocation of all facts. */
  Allocation of(Way way) {
    Allocation allocation = known.get(way);
    if (allocation == null) {
      allocation = of(way, fact -> true);
      known.put(way, allocation);
    }
    return allocation;
  }

  /** The best allocation of the facts that are available. */
  Allocation of(Way way, Predicate<Candidate> available) {
    return Allocator.allocate(
        way.requires().stream().filter(situation.verdicts()::satisfied).toList(),
        claims(way),
        available,
        situation.budget());
  }

  Claims claims(Way way) {
    return new Claims(program, situation, matcher, isWaived, way.requires());
  }
}
