package io.credentialrules;

import io.credentialrules.vocabulary.HeldCredential;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is decided about one credential: earned, or not earned and exactly why. */
public sealed interface Decision {

  /** The credential. */
  Credential credential();

  /** Whether it is earned. */
  default boolean isEarned() {
    return this instanceof Earned;
  }

  /**
   * The requirements of the route that was taken, or of the nearest; empty for a credential that is
   * only held.
   */
  List<RequirementResult> requirements();

  /** The credential is earned: a route is complete, or the learner holds it already. */
  non-sealed interface Earned extends Decision {

    /** The first complete route; null when the credential is held and no route is complete. */
    @Nullable Route route();

    /** The credential as the learner holds it; null when it is earned by a route only. */
    @Nullable HeldCredential held();

    /**
     * The first day of the uninterrupted time around the date of evaluation on which the record, as
     * it is known on that date, earns the credential; null where that time has no beginning,
     * because what it rests on has no date.
     */
    @Nullable LocalDate since();

    /** The last day of that time, if nothing is added; null where it has no end. */
    @Nullable LocalDate until();
  }

  /** The credential is not earned. */
  non-sealed interface NotEarned extends Decision {

    /** Every route in force, nearest first; empty when no rule is in force on the date. */
    List<Route> routes();

    /**
     * The credential as the learner held it, where that does not count any more, with the reason.
     */
    List<NotCounted> lapsed();

    /**
     * The first day on which the record earns it if nothing is added, because a waiting time ends
     * or evidence begins to count; null where waiting alone does not earn it.
     */
    @Nullable LocalDate eligibleFrom();

    /** What the nearest route lacks, in order. */
    List<RequirementResult> missing();
  }
}
