package io.credentialrules.internal.plan;

import io.credentialrules.Plan;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.result.StatedAlreadyEarned;
import io.credentialrules.internal.result.StatedSteps;
import io.credentialrules.policy.FieldKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Plans for one record: finds facts that would earn a credential, has what is not needed taken away
 * and less looked for, and verifies. Used by one thread.
 */
public final class Planner {
  /** No further plan is begun after so much work on others: as much as the two costliest have. */
  public static final long MOST_WORK_OF_SEVERAL = 2 * PlanStart.MOST_WORK;

  /** What values are given for where none is asked for, all of it or amounts alone. */
  private static final List<Set<FieldKind>> GIVEN =
      List.of(Set.of(FieldKind.AMOUNT, FieldKind.DATE), Set.of(FieldKind.AMOUNT));

  private static final int GIVEN_IN_TURN = 3;

  /** How often the rules are asked at most to learn what the facts of a plan must be like. */
  static final int ANSWERS = 800;

  private static final int ANSWERS_ON_LATER_DAYS = 150;

  private final Program program;
  private final PlanStart start;
  private final GoalSearch goals;

  /** Prepares to plan. */
  public Planner(Program program, PlanRequest request, Trial trial, Budget budget) {
    this.program = program;
    this.start = new PlanStart(program, request, trial, budget);
    this.goals = new GoalSearch(start, false, Set.of());
  }

  /** Days after the date of evaluation on which there may be a plan, the next first. */
  public NavigableSet<LocalDate> laterDays() {
    return start.laterDays().all();
  }

  /**
   * What earns a credential on a later day if it is done now and then waited for, or at once; null
   * where nothing does.
   *
   * @param then looks for it on that day, with what is new happening now
   */
  public @Nullable Plan waiting(int credential, Planner then) {
    Award award = program.credentials().get(credential);
    State found = new Reduction(then.start, award).found(then.goals, then.start.empty());
    Waiting waiting = new Waiting(start);
    State now = waiting.now(found);
    State today = new Reduction(start, award).minimal(now);
    if (today != null) {
      return steps(award, today, today.cost() <= start.range().least());
    }
    State later = waiting.after(now);
    return later == null ? null : waiting(award, numbered(later, award), waiting);
  }

  /** When the steps of plans happen. */
  public PlannedDays days() {
    return new PlannedDays(program.vocabulary(), start);
  }

  /** Whether anything was found for a credential. */
  public boolean findsAny(int credential) {
    return goals.credential(program.credentials().get(credential), start.empty()) != null;
  }

  /** The numbers of the requirements that nothing was found for. */
  public Set<Integer> notFound() {
    return goals.notFound();
  }

  /** How much was looked at. */
  public long work() {
    return start.work();
  }

  /** The plans for a credential, the cheapest first, no more than so many. */
  public List<Plan> plans(int credential, int most) {
    Award award = program.credentials().get(credential);
    if (start.isEarned(start.empty(), credential)) {
      return List.of(new StatedAlreadyEarned(award.credential()));
    }
    Reduction reduction = new Reduction(start, award);
    Smallest smallest = smallest(reduction);
    boolean isProven = smallest != null && smallest.prove();
    State best = smallest == null ? null : smallest.best();
    Waiting waiting = new Waiting(start);
    LocalDate waitUntil = waiting.alone(best);
    List<Plan> plans = new ArrayList<>();
    if (waitUntil != null) {
      plans.add(new StatedSteps(award.credential(), List.of(), waitUntil, true));
    }
    if (best != null && plans.size() < most) {
      for (State one : new OtherPlans(start, reduction).of(best, most - plans.size())) {
        plans.add(steps(award, one, isProven && one.cost() == best.cost()));
      }
    }
    plans.sort(
        Comparator.comparingLong(plan -> plan instanceof Plan.Steps steps ? steps.cost() : 0));
    return plans.isEmpty() ? List.of(new Diagnosis(start, goals).of(award)) : plans;
  }

  private @Nullable Smallest smallest(Reduction reduction) {
    State first = reduction.found(goals, start.empty());
    State found =
        first == null
            ? Apart.found(start.budget(), () -> AnyChoice.found(start, reduction))
            : first;
    return found == null ? null : new Smallest(start, reduction.smaller(found), reduction);
  }

  /**
   * What this record would do for a credential, as an outline for other records; null where these
   * do not have the same to do. To be asked of a record without facts.
   */
  public @Nullable Outline outline(OutlineForm form) {
    Award award = form.award();
    Smallest smallest = smallest(new Reduction(start, award));
    if (smallest == null
        || !smallest.prove()
        || new Waiting(start).alone(smallest.best()) != null) {
      return null;
    }
    State numbered = numbered(smallest.best(), award);
    return Outline.of(form, numbered, stated(award, numbered));
  }

  private Plan steps(Award award, State found, boolean isProven) {
    return new StatedSteps(
        award.credential(), stated(award, numbered(found, award)), null, isProven);
  }

  private List<Plan.Step> stated(Award award, State numbered) {
    if (!isMinimal(numbered)) {
      throw new IllegalStateException(
          "the plan for `" + award.credential().id() + "` changes with the ids of its facts");
    }
    return stated(
        numbered,
        plan -> new Demands(start, award, plan, doesAs(plan, award), new Allowance(start, ANSWERS)),
        this::isMinimal);
  }

  /** Earning it, and not by the same thing taken twice, unless the plan itself does that. */
  private Predicate<State> doesAs(State plan, Award award) {
    boolean tellsApart =
        award.ways().stream().anyMatch(NamedTwice::matters) && !NamedTwice.in(plan, start);
    return state -> isEarned(state, award) && !(tellsApart && NamedTwice.in(state, start));
  }

  private Plan waiting(Award award, State numbered, Waiting waiting) {
    LocalDate day = waiting.until(numbered);
    List<Plan.Step> steps =
        stated(
            numbered,
            plan ->
                new Demands(
                    start,
                    award,
                    plan,
                    state -> waiting.isBy(state, day),
                    new Allowance(start, ANSWERS_ON_LATER_DAYS)),
            plan ->
                plan.drafts().stream()
                    .noneMatch(one -> waiting.isBy(plan.without(Set.of(one.number())), day)));
    return new StatedSteps(
        award.credential(), steps, day, numbered.cost() <= start.range().least());
  }

  private State numbered(State found, Award award) {
    State numbered = start.empty();
    for (Draft draft : new Order(start, award).of(found)) {
      numbered = numbered.plus(start.drafts().numbered(draft, numbered.steps()));
    }
    return numbered;
  }

  /** The steps, with amounts and dates that earn where otherwise none were to be given. */
  private List<Plan.Step> stated(
      State plan, Function<State, Demands> learning, Predicate<State> isMinimal) {
    Demands demands = learning.apply(plan);
    for (Set<FieldKind> kinds : GIVEN) {
      State given = plan;
      Demands others = demands;
      for (int round = 0; round < GIVEN_IN_TURN && !others.areGiven(kinds); round++) {
        State next = others.withValues(kinds);
        if (next == null || !isMinimal.test(next)) {
          break;
        }
        given = next;
        others = learning.apply(given);
      }
      if (given != plan && others.areGiven(kinds)) {
        return stated(given, others);
      }
    }
    return stated(plan, demands);
  }

  private List<Plan.Step> stated(State numbered, Demands demands) {
    List<Plan.Step> steps = new ArrayList<>();
    for (int number = 0; number < numbered.steps(); number++) {
      Draft draft = numbered.drafts().get(number);
      steps.add(PlanSteps.step(program, draft, numbered, demands.of(number)));
    }
    return steps;
  }

  private boolean isEarned(State state, Award award) {
    return start.isEarned(state, award.number());
  }

  /** Whether all steps together earn the credential, and no smaller number of them does. */
  private boolean isMinimal(State state) {
    return start.isConfirmed(state)
        && state.drafts().stream()
            .map(draft -> state.without(Set.of(draft.number())))
            .noneMatch(start::isConfirmed);
  }
}
