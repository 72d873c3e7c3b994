package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of the patterns that choices are made for is there already. Used by one thread. */
final class There {
  private final PlanStart start;
  private final IdentityHashMap<Branch, List<Beside>> together = new IdentityHashMap<>();

  There(PlanStart start) {
    this.start = start;
  }

  /** The patterns of a branch that are matched together on record, with what it needs beside. */
  List<Beside> together(Branch branch) {
    List<Beside> known = together.get(branch);
    if (known == null) {
      known = JoinedSteps.beside(start, branch, List.of());
      together.put(branch, known);
    }
    return known;
  }

  /** Whether a requirement holds already. */
  boolean isSatisfied(int requirement) {
    return start.empty().verdicts(start).satisfied(requirement);
  }

  /** Whether the record has the credential, so that it may be reviewed or renewed. */
  boolean isHeldInSomeWay(Award award) {
    return start.record().facts().stream()
        .anyMatch(
            fact ->
                fact instanceof HeldCredential held
                    && held.credential().equals(award.credential().id()));
  }

  /** Whether something that is there passes what the pattern asks of it alone. */
  boolean isThere(Step.Match match) {
    for (Candidate candidate : start.candidates(match.type(), start.empty())) {
      if (passesAlone(match, candidate)) {
        return true;
      }
    }
    return false;
  }

  static boolean passesAlone(Step.Match match, Candidate candidate) {
    Slots slots = Slots.empty(match.slot() + 1);
    slots.put(match.slot(), candidate);
    return Passing.all(match.own(), slots);
  }

  /** The facts that count and pass what a pattern asks of each alone. */
  static ImmutableSet<Object> onRecord(Step.Match match, PlanStart start) {
    return start.candidates(match.type(), start.empty()).stream()
        .filter(candidate -> passesAlone(match, candidate))
        .map(Candidate::fact)
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Where a pattern has an owner, one of those, or something new, serves it alone; but for the
   * learner, who is no evidence.
   */
  List<Need> ofOwn(Need.@Nullable Owner owner, Step.Match match) {
    return owner == null || !PlanStart.canBeAdded(match.type())
        ? List.of()
        : List.of(Need.of(owner, match, 1, start).or(onRecord(match, start)));
  }

  /** The credentials or requirements that are not there yet and that a pattern can mean. */
  List<Integer> possible(Step.Match match) {
    boolean isEarned = match.type().name().equals(Vocabulary.EARNED);
    DerivedFacts derived = start.derivedFacts();
    return match.referents().stream()
        .filter(
            number ->
                isEarned
                    ? !start.isEarned(start.empty(), number)
                        && passesAlone(
                            match,
                            derived.earned(
                                start.program().credentials().get(number), start.newOn()))
                    : !start.empty().verdicts(start).satisfied(number)
                        && passesAlone(
                            match, derived.met(start.program().requirements().get(number))))
        .toList();
  }
}
