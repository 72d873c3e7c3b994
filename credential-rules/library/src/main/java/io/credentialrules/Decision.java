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

  /**
   * The credential is earned: a route is complete, or the learner holds it already.
   *
   * @param route the first complete route; null when the credential is held and no route is
   *     complete
   * @param held the credential as the learner holds it; null when it is earned by a route only
   * @param since the first day of the uninterrupted time around the date of evaluation on which the
   *     record, as it is known on that date, earns the credential; null where that time has no
   *     beginning, because what it rests on has no date
   * @param until the last day of that time, if nothing is added; null where it has no end
   */
  record Earned(
      Credential credential,
      @Nullable Route route,
      @Nullable HeldCredential held,
      @Nullable LocalDate since,
      @Nullable LocalDate until)
      implements Decision {

    /** Checks that it rests on something, and that nothing is missing. */
    public Earned {
      if (route == null && held == null) {
        throw new IllegalArgumentException("`" + credential.id() + "` is earned by nothing");
      }
      if (route != null && !route.missing().isEmpty()) {
        throw new IllegalArgumentException(
            "`" + credential.id() + "` is earned and lacks " + route.missing());
      }
    }

    @Override
    public List<RequirementResult> requirements() {
      return route == null ? List.of() : route.requirements();
    }
  }

  /**
   * The credential is not earned.
   *
   * @param routes every route in force, nearest first; empty when no rule is in force on the date
   * @param lapsed the credential as the learner held it, where that does not count any more, with
   *     the reason
   * @param eligibleFrom the first day on which the record earns it if nothing is added, because a
   *     waiting time ends or evidence begins to count; null where waiting alone does not earn it
   */
  record NotEarned(
      Credential credential,
      List<Route> routes,
      List<NotCounted> lapsed,
      @Nullable LocalDate eligibleFrom)
      implements Decision {

    /** Copies the routes; each lacks something. */
    public NotEarned {
      routes = List.copyOf(routes);
      lapsed = List.copyOf(lapsed);
      for (Route route : routes) {
        if (route.missing().isEmpty()) {
          throw new IllegalArgumentException(
              "`" + credential.id() + "` is not earned, and a route lacks nothing");
        }
      }
    }

    @Override
    public List<RequirementResult> requirements() {
      return routes.isEmpty() ? List.of() : routes.get(0).requirements();
    }

    /** What the nearest route lacks, in order. */
    public List<RequirementResult> missing() {
      return routes.isEmpty() ? List.of() : routes.get(0).missing();
    }
  }
}
