package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.credentialrules.Plan;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.result.StatedSteps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who has nothing would do for a credential, from which the plan of anybody follows
 * where each requirement is met by a fact of its own ({@link OwnFacts}).
 *
 * <p><b>The idea.</b> What is missing for one requirement then has nothing to do with another one.
 * So a plan is the steps for the requirements that are not met: for a pattern a fact on record that
 * matches and waits for a review, or else what somebody would do who has nothing; for a sum the
 * same with what is left of the amount.
 *
 * <p><b>The invariant.</b> It is the plan that a search finds, to the letter, and the network
 * confirms it: with all of its facts; without one of them the requirement that only this fact is
 * for is what the network said of the record. Where it is not certain that a search finds the same,
 * because something else on record could help, a value is refused, or the record is so large that
 * less of it is tried, it says nothing.
 *
 * <p><b>What was rejected.</b> To keep what was found for one learner for others, because that has
 * values of the record in it. To do without the search for the outline, because then which values a
 * fact gets and what is asked of it would be said twice. Immutable and thread-safe.
 */
public final class Outline {
  /** Of larger records a search tries less, so its plans may ask for more. */
  private static final int MOST_FACTS = 100;

  /** The most steps that it has. */
  public static final int MOST_STEPS = 12;

  private final OutlineForm form;
  private final ImmutableList<OutlineStep> steps;
  private final int values;

  private Outline(OutlineForm form, List<OutlineStep> steps) {
    this.form = form;
    this.steps = ImmutableList.copyOf(steps);
    this.values = values(steps);
  }

  /**
   * How many values must be tried in a field so that the nearest amount that is too little is one
   * of them: none, another one, and of each fact of the type its own and its neighbours.
   */
  private static int values(List<OutlineStep> steps) {
    long most =
        steps.stream()
            .mapToLong(
                step ->
                    steps.stream()
                        .filter(other -> other.type().record() == step.type().record())
                        .count())
            .max()
            .orElse(0);
    return Math.toIntExact(2 + 3 * most);
  }

  /**
   * That of a plan for somebody who has nothing; null where it is not one new fact for each
   * requirement, each asked for by itself.
   */
  static @Nullable Outline of(OutlineForm form, State plan, List<Plan.Step> steps) {
    OwnFacts facts = form.facts();
    if (plan.steps() != facts.size() || plan.steps() > MOST_STEPS) {
      return null;
    }
    List<OutlineStep> all = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < plan.steps(); i++) {
      Draft draft = plan.drafts().get(i);
      int requirement = draft.origin().requirement();
      OutlineStep step = OutlineStep.of(draft, steps.get(i), facts);
      if (step == null || !seen.add(requirement)) {
        return null;
      }
      all.add(step);
    }
    return new Outline(form, all);
  }

  /**
   * The outline for another credential; null where its form is not equal, or where a search has to
   * find it.
   */
  public @Nullable Outline with(OutlineForm other) {
    if (!form.equals(other)) {
      return null;
    }
    ImmutableMap<Object, Object> texts = form.texts(other);
    List<OutlineStep> all = new ArrayList<>();
    for (OutlineStep step : steps) {
      OutlineStep same = step.with(form.same(step.own(), other), texts);
      if (same == null) {
        return null;
      }
      all.add(same);
    }
    return new Outline(other, all);
  }

  /**
   * The plan for a record that does not earn the credential; null where a search has to find it.
   *
   * @param request what is planned for, on the day on which it is asked, where each step costs one
   * @param satisfied whether a requirement is satisfied, by its number
   * @param earned whether a credential is earned or held, by its number
   * @param trial asks the rules
   */
  public Plan.@Nullable Steps plan(
      PlanRequest request,
      IntPredicate satisfied,
      IntPredicate earned,
      Trial trial,
      Budget budget) {
    Composition composition = new Composition(request, trial, budget);
    if (request.record().facts().size() > MOST_FACTS
        || !isWhole(composition, satisfied, earned)
        || !composition.triesAll(values)
        || !trial.isConfirmed(composition.seen(), budget)) {
      return null;
    }
    State plan = composition.plan();
    List<Plan.Step> stated = new ArrayList<>();
    for (int i = 0; i < plan.steps(); i++) {
      stated.add(
          PlanSteps.step(form.program(), plan.drafts().get(i), plan, composition.demands(i)));
    }
    return new StatedSteps(form.award().credential(), stated, null, true);
  }

  /** Adds a step for each requirement that is missing; whether there is one for each. */
  private boolean isWhole(Composition composition, IntPredicate satisfied, IntPredicate earned) {
    Set<Integer> open = form.facts().open(earned);
    for (OutlineStep step : steps) {
      OwnFact own = step.own();
      if (open.contains(own.credential())
          && !satisfied.test(own.requirement())
          && !step.addTo(composition)) {
        return false;
      }
    }
    return true;
  }

  /** Such as {@code p1-level-2 in 6 steps}. */
  @Override
  public String toString() {
    return form.award().credential().id() + " in " + steps.size() + " steps";
  }
}
