package io.credentialrules.internal.explain;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.timeline.Allocation;
import io.credentialrules.internal.timeline.Claims;
import io.credentialrules.vocabulary.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The facts that the requirements of one way that hold leave, where each fact serves once.
 * Remembers what it has worked out; used by one thread.
 */
final class LeftFacts {
  /** Of how many facts that serve something it is asked whether that holds without them. */
  private static final int MOST_ASKED = 200;

  private final Allocation allocation;
  private final Claims claims;
  private final Set<Candidate> given = new HashSet<>();
  private final Map<Candidate, Boolean> spare = new HashMap<>();

  LeftFacts(Allocation allocation, Claims claims) {
    this.allocation = allocation;
    this.claims = claims;
    allocation.given().values().forEach(given::addAll);
  }

  Allocation allocation() {
    return allocation;
  }

  /** Whether anything serves. */
  boolean isAnyInUse() {
    return !given.isEmpty();
  }

  /** Over what is left. */
  Matcher matcher() {
    return claims.only(this::isLeft);
  }

  boolean isLeft(Candidate fact) {
    return !given.contains(fact);
  }

  /** Whether a fact is left, or what has it holds without it. */
  boolean isSpare(Candidate fact) {
    Integer holder = allocation.holder(fact);
    if (holder == null) {
      return true;
    }
    Boolean known = spare.get(fact);
    if (known == null) {
      ImmutableSet<Candidate> has = Objects.requireNonNull(allocation.given().get(holder));
      known =
          spare.size() < MOST_ASKED
              && matcher()
                  .budget()
                  .apart(
                      () -> claims.holds(holder, other -> other != fact && has.contains(other)),
                      exceeded -> false);
      spare.put(fact, known);
    }
    return known;
  }

  /** Whether a requirement has a fact, or could have it beside the others. */
  boolean isFreeFor(int requirement, Candidate fact) {
    Integer holder = allocation.holder(fact);
    return holder == null || holder == requirement || isSpare(fact);
  }

  /** The facts in use that some patterns of a requirement could use. */
  Set<Candidate> inUse(int requirement, Predicate<Step.Match> which) {
    return allocation.taken(claims.usable(requirement, which));
  }

  /** The facts in use among some that a requirement could use. */
  Set<Candidate> inUse(int requirement, Set<Fact> among) {
    Set<Candidate> inUse = new LinkedHashSet<>(inUse(requirement, match -> true));
    inUse.removeIf(candidate -> !(candidate.fact() instanceof Fact fact) || !among.contains(fact));
    return inUse;
  }
}
