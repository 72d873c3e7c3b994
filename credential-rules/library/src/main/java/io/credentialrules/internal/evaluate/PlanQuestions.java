package io.credentialrules.internal.evaluate;

import com.google.common.collect.Sets;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.StepCosts;
import io.credentialrules.internal.evaluate.Evaluator.Settled;
import io.credentialrules.internal.plan.Outline;
import io.credentialrules.internal.plan.OutlineForm;
import io.credentialrules.internal.plan.PlanRequest;
import io.credentialrules.internal.plan.Planner;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.reach.Support;
import io.credentialrules.internal.result.StatedAlreadyEarned;
import io.credentialrules.internal.result.StatedSteps;
import io.credentialrules.internal.timeline.Timeline;
import io.credentialrules.internal.timeline.Validity;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks the planner about one record: for plans of a credential, or for a plan of each of several.
 */
record PlanQuestions(Evaluator evaluator, Settled settled) {
  private static final int MOST_PLANS = 3;
  private static final int LATER_DAYS = 24;
  private static final int FURTHER_DAYS = 6;
  private static final long MOST_WORK_ON_LATER_DAYS = 80_000;

  /** Refuses what no plan can be asked for with. */
  void refuseUnusable(StepCosts costs, int most) {
    if (most < 1 || most > MOST_PLANS) {
      throw new IllegalArgumentException("1 to " + MOST_PLANS + " plans can be asked for: " + most);
    }
    for (String type : costs.types()) {
      if (program().vocabulary().type(type) == null) {
        throw new IllegalArgumentException(
            "the vocabulary has no type `" + type + "`, which has a cost");
      }
    }
  }

  /** Up to so many plans for a credential, by its number. */
  List<Plan> plans(int credential, StepCosts costs, int most) {
    Budget budget = new Budget(evaluator.limits());
    Plan outlined =
        most == 1 && costs.equals(StepCosts.EACH_ONE)
            ? evaluator.outlines().plan(evaluator, settled, credential, budget)
            : null;
    return outlined == null ? new Answer(budget, costs).plans(credential, most) : List.of(outlined);
  }

  /**
   * What this record would do for a credential, as an outline for others; null for none.
   *
   * @param credential its number
   * @param form what it asks for
   */
  @Nullable Outline outline(int credential, OutlineForm form) {
    Budget budget = new Budget(evaluator.limits());
    return new Answer(budget, StepCosts.EACH_ONE)
        .planner(settled, credential, today(), Set.of())
        .outline(form);
  }

  private LocalDate today() {
    return settled.weighing().asOf().toLocalDate();
  }

  /** A plan for each of the credentials, by their numbers, until they have cost enough together. */
  Map<String, Plan> plans(List<Integer> credentials) {
    Budget budget = new Budget(evaluator.limits());
    Map<String, Plan> plans = new LinkedHashMap<>();
    long work = 0;
    for (int credential : credentials) {
      if (work < Planner.MOST_WORK_OF_SEVERAL) {
        Answer answer = new Answer(budget.again(), StepCosts.EACH_ONE);
        plans.put(
            program().credentials().get(credential).credential().id(),
            answer.plans(credential, 1).get(0));
        work += answer.work;
      }
    }
    return Collections.unmodifiableMap(plans);
  }

  /** Plans for one credential, with what they have cost. */
  private final class Answer {
    private final Budget budget;
    private final StepCosts costs;
    private long work;

    private Answer(Budget budget, StepCosts costs) {
      this.budget = budget;
      this.costs = costs;
    }

    private List<Plan> plans(int credential, int most) {
      if (settled.verdicts().earned(credential)) {
        return List.of(
            new StatedAlreadyEarned(program().credentials().get(credential).credential()));
      }
      Planner planner = planner(settled, credential, today(), Set.of());
      List<Plan> plans = planner.plans(credential, most);
      work += planner.work();
      Plan first = plans.get(0);
      boolean isForNow =
          first instanceof Plan.AlreadyEarned
              || (first instanceof Plan.Steps steps && !planner.reachesBack(steps));
      if (!isForNow && first instanceof Plan.Steps steps) {
        planner.keepDaysFor(steps);
      }
      Plan later = isForNow ? null : onLaterDay(credential, planner);
      if (later == null && first instanceof Plan.Unreachable) {
        later = renewing(credential);
      }
      return later == null ? plans : List.of(later);
    }

    /**
     * What achieves anew what was achieved too long ago, as if the record had begun since; null
     * where that does not renew it. The search from the whole record finds one thing that is to
     * come about once more, and not all of a credential that it rests on.
     */
    private @Nullable Plan renewing(int credential) {
      Weighing now = settled.weighing();
      Timeline timeline = evaluator.timeline(now, now.knownOn(), budget.again());
      for (Way way : program().credentials().get(credential).ways()) {
        Validity validity = timeline.validity(way);
        if (validity != null && !validity.isValid()) {
          LearnerRecord fresh =
              FreshRecord.after(validity.achieved(), now.record(), now.asOf().getZone());
          Settled since = evaluator.settled(fresh, now.asOf(), now.knownOn(), budget);
          Answer answer = new PlanQuestions(evaluator, since).new Answer(budget, costs);
          Plan plan = answer.plans(credential, 1).get(0);
          work += answer.work;
          if (plan instanceof StatedSteps steps && renews(credential, steps)) {
            return new StatedSteps(
                steps.credential(), steps.steps(), steps.startOn(), steps.waitUntil(), false);
          }
        }
      }
      return null;
    }

    /** Whether steps earn it from the whole record when they say, and none of them can be left. */
    private boolean renews(int credential, StatedSteps steps) {
      if (steps.waitUntil() != null) {
        return steps.waitUntil().equals(eligibleFrom(credential, steps));
      }
      for (Plan.Step left : steps.steps()) {
        List<Plan.Step> others = steps.steps().stream().filter(step -> step != left).toList();
        if (!others.isEmpty()
            && isEarned(credential, new StatedSteps(steps.credential(), others))) {
          return false;
        }
      }
      return isEarned(credential, steps);
    }

    private boolean isEarned(int credential, StatedSteps steps) {
      Weighing now = settled.weighing();
      return evaluator
          .settled(steps.appliedTo(now.record()), now.asOf(), now.knownOn(), budget)
          .verdicts()
          .earned(credential);
    }

    /**
     * Steps for the next of some days on which there are such; null where there is none. A day can
     * lead to further ones: what is earned on it can have to grow old in turn, and what is new on
     * it can be too early for something else. Of the latter only some are tried while there are
     * others: each can lead to the day after it.
     */
    private @Nullable Plan onLaterDay(int credential, Planner now) {
      TreeSet<LocalDate> days = new TreeSet<>(now.laterDays());
      TreeSet<LocalDate> further = new TreeSet<>();
      Set<LocalDate> known = new HashSet<>();
      boolean isRenewed =
          Support.of(program(), credential).parts().stream()
              .filter(Support.Part::isCredential)
              .anyMatch(part -> isRenewed(program().credentials().get(part.number())));
      int tried = 0;
      int furtherTried = 0;
      long before = work;
      while (!(days.isEmpty() && further.isEmpty())
          && tried++ < LATER_DAYS
          && work - before <= MOST_WORK_ON_LATER_DAYS) {
        boolean isFurther =
            days.isEmpty()
                || (!further.isEmpty()
                    && furtherTried < FURTHER_DAYS
                    && further.first().isBefore(days.first()));
        furtherTried += isFurther ? 1 : 0;
        LocalDate day = isFurther ? further.pollFirst() : days.pollFirst();
        known.add(day);
        Settled then = settledOn(day);
        Planner doneNow = planner(then, credential, today(), now.notFound());
        Planner doneThen = planner(then, credential, day, now.notFound());
        Plan found = now.waiting(credential, doneNow);
        if (found instanceof Plan.Steps steps && now.reachesBack(steps)) {
          found = null;
        }
        List<Planner> planners = new ArrayList<>(List.of(doneThen, doneNow));
        if (isRenewed && day.isAfter(today().plusDays(1))) {
          planners.add(planner(then, credential, day.minusDays(1), now.notFound()));
        }
        for (Planner planner : planners) {
          if (found == null && planner.findsAny(credential)) {
            found = onDay(credential, planner, day);
          }
          work += planner.work();
        }
        if (found != null) {
          return found;
        }
        days.addAll(Sets.difference(doneNow.laterDays(), known));
        further.addAll(Sets.difference(doneThen.laterDays(), known));
        further.removeAll(days);
      }
      return null;
    }

    /**
     * Whether a credential has to be renewed, so that it must not be earned too early for another
     * one: what is new can then happen on the eve of a day.
     */
    private static boolean isRenewed(Award award) {
      return award.ways().stream().anyMatch(way -> way.rule().settings().validFor() != null);
    }

    /**
     * The steps from a day on, where all are taken on it, or by it, where they are spread over the
     * days before; null where they would have to be taken in the past.
     */
    private @Nullable Plan onDay(int credential, Planner planner, LocalDate day) {
      Plan plan = planner.plans(credential, 1).get(0);
      if (!(plan instanceof StatedSteps steps) || steps.waitUntil() != null) {
        return null;
      }
      if (!planner.reachesBack(steps)) {
        return steps.from(day);
      }
      return planner.isSpread(steps) && day.equals(eligibleFrom(credential, steps))
          ? steps.by(day)
          : null;
    }

    /** The first day on which what the steps lead to earns it, from the date of evaluation on. */
    private @Nullable LocalDate eligibleFrom(int credential, Plan.Steps steps) {
      Weighing now = settled.weighing();
      Weighing then = evaluator.weighing(steps.appliedTo(now.record()), now.asOf(), now.knownOn());
      Forecast forecast = new Forecast(evaluator, then, budget.again());
      return forecast.isEarned(credential, today())
          ? today()
          : forecast.next(credential, today(), true);
    }

    private Settled settledOn(LocalDate day) {
      Weighing weighing = settled.weighing();
      ZonedDateTime then = weighing.asOf().with(day);
      LocalDate known = weighing.knownOn().isAfter(day) ? weighing.knownOn() : day;
      return evaluator.settled(weighing.record(), then, known, budget);
    }

    /** Plans for the date of a record, with what is new happening on a day. */
    private Planner planner(
        Settled from, int credential, LocalDate newOn, Set<Integer> triedFirst) {
      Weighing of = from.weighing();
      return new Planner(
          program(),
          new PlanRequest(
              of.record(),
              of.asOf(),
              evaluator.order().sorted(of.facts().counted()),
              evaluator.order().sortedNotCounted(of.facts().notCounted()),
              costs,
              new PlanRequest.When(today(), newOn),
              triedFirst),
          new PlanTrial(evaluator, from, credential),
          budget);
    }
  }

  private Program program() {
    return evaluator.program();
  }
}
