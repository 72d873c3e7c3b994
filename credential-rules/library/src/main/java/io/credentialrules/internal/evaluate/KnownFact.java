package io.credentialrules.internal.evaluate;

import io.credentialrules.NotCounted.Reason;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.vocabulary.Fact;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a live learner, weighed once. Compared by identity; used by one thread.
 *
 * @see LiveFacts
 */
final class KnownFact {
  private final Fact fact;
  private final @Nullable Reason reason;
  private final List<Candidate> seenAs;
  private final Set<Integer> lookedAtBy;
  private int times = 1;

  /**
   * A fact that is there once.
   *
   * @param reason why it does not count; null where it does
   * @param seenAs it, as the patterns see it that see it on the date
   * @param lookedAtBy the requirements that look at facts such as this one, on any date
   */
  KnownFact(Fact fact, @Nullable Reason reason, List<Candidate> seenAs, Set<Integer> lookedAtBy) {
    this.fact = fact;
    this.reason = reason;
    this.seenAs = List.copyOf(seenAs);
    this.lookedAtBy = Set.copyOf(lookedAtBy);
  }

  Fact fact() {
    return fact;
  }

  @Nullable Reason reason() {
    return reason;
  }

  /** As patterns see it; their budget is spent for nothing but tests of the fact alone. */
  List<Candidate> seenAs() {
    return seenAs;
  }

  Set<Integer> lookedAtBy() {
    return lookedAtBy;
  }

  /** How often the record has it. */
  int times() {
    return times;
  }

  void add(int more) {
    times += more;
  }
}
