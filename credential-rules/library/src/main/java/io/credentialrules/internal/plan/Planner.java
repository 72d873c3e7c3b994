package io.credentialrules.internal.plan;

import io.credentialrules.LearnerRecord;
import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.Plan;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.result.StatedAlreadyEarned;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.internal.result.StatedStep;
import io.credentialrules.internal.result.StatedSteps;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Plans for one record: finds facts that would earn a credential, takes away what is not needed,
 * looks for less, and verifies. Used by one thread.
 */
public final class Planner {
  /** No further plan is begun after so much work on others: as much as the two costliest have. */
  public static final long MOST_WORK_OF_SEVERAL = 2 * PlanStart.MOST_WORK;

  private static final int ATTEMPTS = 40;
  private static final int WORK = 30_000;
  private static final int ANSWERS = 800;
  private static final int FACTS_OF_AN_ANSWER = 200;
  private static final int ANSWERS_ON_LATER_DAYS = 150;

  private final Program program;
  private final PlanStart start;

  /**
   * Prepares to plan.
   *
   * @param counted the facts that count, in canonical order
   * @param notCounted the others, in canonical order
   */
  public Planner(
      Program program,
      Budget budget,
      LearnerRecord record,
      ZonedDateTime asOf,
      List<Fact> counted,
      List<NotCounted> notCounted,
      Trial trial) {
    this.program = program;
    this.start = new PlanStart(program, record, asOf, counted, notCounted, trial, budget);
  }

  /** How much was looked at. */
  public long work() {
    return start.work();
  }

  /** The plan for a credential. */
  public Plan plan(int credential) {
    Award award = program.credentials().get(credential);
    if (start.isEarned(start.empty(), credential)) {
      return new StatedAlreadyEarned(award.credential());
    }
    GoalSearch goals = new GoalSearch(start, false, Set.of());
    State found = minimal(goals.credential(award, start.empty()), award);
    Smallest smallest =
        found == null
            ? null
            : new Smallest(start, award, smaller(found, award), state -> minimal(state, award));
    boolean isProven = smallest != null && smallest.prove();
    State best = smallest == null ? null : smallest.best();
    Waiting waiting = new Waiting(start, award);
    LocalDate waitUntil = waiting.alone(best);
    if (waitUntil != null) {
      return new StatedSteps(award.credential(), List.of(), waitUntil, true);
    }
    if (best != null) {
      return steps(award, best, isProven);
    }
    State today = waiting.today(minimal(waiting.achieved(), award));
    State sooner = minimal(today, award);
    if (sooner != null) {
      return steps(award, sooner, sooner.steps() == 1);
    }
    State later = waiting.after(today);
    return later != null
        ? waiting(award, numbered(later, award), waiting)
        : new Diagnosis(start, goals).of(award);
  }

  private Plan steps(Award award, State found, boolean isProven) {
    State numbered = numbered(found, award);
    if (!isMinimal(numbered, award)) {
      throw new IllegalStateException(
          "the plan for `" + award.credential().id() + "` changes with the ids of its facts");
    }
    Demands demands =
        new Demands(start, award, numbered, doesAs(numbered, award), answers(ANSWERS));
    return new StatedSteps(award.credential(), stated(numbered, demands), null, isProven);
  }

  /** How often the rules may be asked: less often of a large record. */
  private int answers(int most) {
    int facts = start.record().facts().size();
    return Math.max(most * FACTS_OF_AN_ANSWER / (FACTS_OF_AN_ANSWER + facts), most / 20);
  }

  /** Earning it, and not by the same thing taken twice, unless the plan itself does that. */
  private Predicate<State> doesAs(State plan, Award award) {
    boolean tellsApart =
        award.ways().stream().anyMatch(NamedTwice::matters) && !NamedTwice.in(plan, start);
    return state -> isEarned(state, award) && !(tellsApart && NamedTwice.in(state, start));
  }

  private Plan waiting(Award award, State numbered, Waiting waiting) {
    LocalDate day = waiting.until(numbered);
    Demands demands =
        new Demands(
            start,
            award,
            numbered,
            state -> waiting.isBy(state, day),
            answers(ANSWERS_ON_LATER_DAYS));
    return new StatedSteps(
        award.credential(), stated(numbered, demands), day, numbered.steps() == 1);
  }

  private State numbered(State found, Award award) {
    State numbered = start.empty();
    for (Draft draft : new Order(start, award).of(found)) {
      numbered = numbered.plus(start.drafts().numbered(draft, numbered.steps()));
    }
    return numbered;
  }

  private List<Plan.Step> stated(State numbered, Demands demands) {
    List<Plan.Step> steps = new ArrayList<>();
    for (int number = 0; number < numbered.steps(); number++) {
      Draft draft = numbered.drafts().get(number);
      steps.add(step(draft, measure(draft, numbered), demands.of(number)));
    }
    return steps;
  }

  /** What exclusive evidence leaves for an amount is what the steps do not add to it. */
  private static @Nullable Measure measure(Draft draft, State plan) {
    Measure measure = draft.origin().measure();
    BigDecimal added = BigDecimal.ZERO;
    boolean isAllotted = false;
    for (Draft other : plan.drafts()) {
      BigDecimal adds = other.adds();
      if (adds != null
          && other.origin().condition().equals(draft.origin().condition())
          && Objects.equals(other.origin().function(), draft.origin().function())) {
        added = added.add(adds);
        isAllotted |= other.origin().isAllotted();
      }
    }
    if (measure == null || !isAllotted) {
      return measure;
    }
    return new StatedMeasure(
        measure.needs().subtract(added).max(BigDecimal.ZERO),
        measure.operator(),
        measure.needs(),
        measure.unit());
  }

  private Plan.Step step(Draft draft, @Nullable Measure measure, List<StatedDemand> demands) {
    Requirement requirement = program.requirements().get(draft.origin().requirement());
    return new StatedStep(
        draft.action(),
        program.credentials().get(draft.origin().credential()).credential().id(),
        requirement.id(),
        requirement.name(),
        draft.fact(),
        List.copyOf(demands),
        draft.base(),
        draft.adds(),
        measure,
        draft.origin().condition().text(),
        draft.origin().condition().span());
  }

  private boolean isEarned(State state, Award award) {
    return start.isEarned(state, award.number());
  }

  /** Whether all steps together earn the credential, and no smaller number of them does. */
  private boolean isMinimal(State state, Award award) {
    return isEarned(state, award)
        && state.drafts().stream()
            .noneMatch(draft -> isEarned(state.without(Set.of(draft.number())), award));
  }

  /** Without the steps that are not needed; null for steps that do not earn the credential. */
  private @Nullable State minimal(@Nullable State found, Award award) {
    if (found == null || !isEarned(found, award)) {
      return null;
    }
    return State.smaller(pruned(found, award, true), pruned(found, award, false));
  }

  private State pruned(State found, Award award, boolean lastFirst) {
    State state = found;
    boolean isSmaller = true;
    while (isSmaller) {
      isSmaller = false;
      List<Draft> drafts = new ArrayList<>(state.drafts());
      if (lastFirst) {
        Collections.reverse(drafts);
      }
      for (Draft draft : drafts) {
        State without = state.without(Set.of(draft.number()));
        if (isEarned(without, award)) {
          state = without;
          isSmaller = true;
        }
      }
    }
    return state;
  }

  /**
   * Looks for less: without the conditions that facts were added for, one after the other, and with
   * one fact in place of two.
   */
  private State smaller(State found, Award award) {
    State best = found;
    State before = null;
    int attempts = 0;
    while (best != before && best.steps() > 1 && attempts < ATTEMPTS) {
      before = best;
      Set<Condition> conditions = new LinkedHashSet<>();
      before.drafts().forEach(draft -> conditions.add(draft.origin().condition()));
      conditions.removeAll(new Unavoidable(start, award).conditions());
      for (Condition condition : conditions) {
        if (start.work() > WORK) {
          return best;
        }
        best = better(best, new GoalSearch(start, false, Set.of(condition)), start.empty(), award);
        attempts++;
      }
      for (Set<Integer> pair : pairs(before)) {
        if (attempts++ < ATTEMPTS && start.work() <= WORK) {
          best = better(best, new GoalSearch(start, false, Set.of()), before.without(pair), award);
        }
      }
    }
    return best;
  }

  private State better(State best, GoalSearch goals, State from, Award award) {
    State other = minimal(goals.credential(award, from), award);
    return other != null && State.SMALLEST.compare(other, best) < 0 ? other : best;
  }

  /** Whether what two facts were fixed to does not rule out that one fact does for both. */
  private static boolean canBeOne(Draft one, Draft other) {
    return one.type() == other.type()
        && one.fixed().entrySet().stream()
            .noneMatch(
                field ->
                    !(field.getValue().orElse(null) instanceof BigDecimal)
                        && !field
                            .getValue()
                            .equals(other.fixed().getOrDefault(field.getKey(), field.getValue())));
  }

  private static List<Set<Integer>> pairs(State state) {
    List<Set<Integer>> pairs = new ArrayList<>();
    for (Draft one : state.drafts()) {
      for (Draft other : state.drafts()) {
        if (one.number() < other.number() && canBeOne(one, other)) {
          pairs.add(Set.of(one.number(), other.number()));
        }
      }
    }
    return pairs;
  }
}
