package io.credentialrules;

import io.credentialrules.internal.result.StatedSharedPlan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a learner lacks for a credential and agreed to show, with the plan that would earn it: for
 * an employer who asks what a group of people still needs. Without an agreement, as for {@link
 * SharedCredential}, there is nothing to see.
 */
public interface SharedPlan {

  /**
   * Who is nearest comes first: by what the steps cost, then how many they are, then how long is to
   * be waited; who has no plan comes last. Equal ones are in the order of the ids of the learners.
   */
  Comparator<SharedPlan> SMALLEST_FIRST =
      Comparator.comparing((SharedPlan one) -> steps(one) == null)
          .thenComparingLong(SharedPlan::cost)
          .thenComparingInt(SharedPlan::number)
          .thenComparing(
              SharedPlan::waitUntil, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(SharedPlan::learner);

  /** The id of the learner. */
  String learner();

  /** The requirements that are not met by the nearest route, in order. */
  List<RequirementResult> missing();

  /** What would earn it, or why nothing does. */
  Plan plan();

  /**
   * What a learner lacks; null where the learner did not agree, or holds the credential. The plan
   * ends by count, as {@link Evaluation#plan(String)} says, so many people cost so many times that
   * at most.
   *
   * @throws IllegalArgumentException when no rule of the policy awards the credential
   * @throws LimitExceededException when the evaluation passes one of its limits
   */
  static @Nullable SharedPlan of(Evaluation evaluation, String credential) {
    if (!SharedCredential.isAgreed(evaluation)
        || !(evaluation.decision(credential) instanceof Decision.NotEarned notEarned)) {
      return null;
    }
    return new StatedSharedPlan(
        evaluation.record().learner().id(), notEarned.missing(), evaluation.plan(credential));
  }

  private static Plan.@Nullable Steps steps(SharedPlan one) {
    return one.plan() instanceof Plan.Steps steps ? steps : null;
  }

  private static long cost(SharedPlan one) {
    Plan.Steps steps = steps(one);
    return steps == null ? 0 : steps.cost();
  }

  private static int number(SharedPlan one) {
    Plan.Steps steps = steps(one);
    return steps == null ? 0 : steps.steps().size();
  }

  private static @Nullable LocalDate waitUntil(SharedPlan one) {
    Plan.Steps steps = steps(one);
    if (steps == null) {
      return null;
    }
    return steps.waitUntil() == null ? steps.startOn() : steps.waitUntil();
  }
}
