package io.credentialrules.internal.evaluate;

import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.StepCosts;
import io.credentialrules.internal.evaluate.Evaluator.Settled;
import io.credentialrules.internal.plan.Outline;
import io.credentialrules.internal.plan.OutlineForm;
import io.credentialrules.internal.plan.Planner;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.result.StatedAlreadyEarned;
import io.credentialrules.internal.result.StatedSteps;
import io.credentialrules.internal.timeline.Timeline;
import io.credentialrules.internal.timeline.Validity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the planner about one record: for plans of a credential, or for a plan of each of several.
 */
record PlanQuestions(Evaluator evaluator, Settled settled) {
  private static final int MOST_PLANS = 3;

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
    return outlined == null
        ? new Answer(asked(costs, budget)).plans(credential, most)
        : List.of(outlined);
  }

  /**
   * What this record would do for a credential, as an outline for others; null for none.
   *
   * @param credential its number
   * @param form what it asks for
   */
  @Nullable Outline outline(int credential, OutlineForm form) {
    return asked(StepCosts.EACH_ONE, new Budget(evaluator.limits()))
        .planner(credential)
        .outline(form);
  }

  private AskedPlan asked(StepCosts costs, Budget budget) {
    return new AskedPlan(evaluator, settled, costs, budget);
  }

  /** A plan for each of the credentials, by their numbers, until they have cost enough together. */
  Map<String, Plan> plans(List<Integer> credentials) {
    Budget budget = new Budget(evaluator.limits());
    Map<String, Plan> plans = new LinkedHashMap<>();
    long work = 0;
    for (int credential : credentials) {
      if (work < Planner.MOST_WORK_OF_SEVERAL) {
        Answer answer = new Answer(asked(StepCosts.EACH_ONE, budget.again()));
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
    private final AskedPlan asked;
    private long work;

    private Answer(AskedPlan asked) {
      this.asked = asked;
    }

    private List<Plan> plans(int credential, int most) {
      if (settled.verdicts().earned(credential)) {
        return List.of(
            new StatedAlreadyEarned(program().credentials().get(credential).credential()));
      }
      Planner planner = asked.planner(credential);
      List<Plan> plans = planner.plans(credential, most);
      work += planner.work();
      Plan first = plans.get(0);
      boolean isForNow =
          first instanceof Plan.AlreadyEarned
              || (first instanceof Plan.Steps steps && !planner.days().reachesBack(steps));
      Plan later = isForNow ? null : later(credential, planner, first);
      if (later == null && first instanceof Plan.Unreachable) {
        later = renewing(credential);
      }
      return later == null ? plans : List.of(later);
    }

    private @Nullable Plan later(int credential, Planner now, Plan first) {
      LaterPlan later = new LaterPlan(asked, credential, now);
      Plan plan = later.find(first instanceof Plan.Steps steps ? steps : null);
      work += later.work();
      return plan;
    }

    /**
     * What achieves anew what was achieved too long ago, as if the record had begun since; null
     * where that does not renew it. The search from the whole record finds one thing that is to
     * come about once more, and not all of a credential that it rests on.
     */
    private @Nullable Plan renewing(int credential) {
      Weighing now = settled.weighing();
      Timeline timeline = evaluator.timeline(now, now.knownOn(), asked.budget().again());
      for (Way way : program().credentials().get(credential).ways()) {
        Validity validity = timeline.validity(way);
        if (validity != null && !validity.isValid()) {
          LearnerRecord fresh =
              FreshRecord.after(validity.achieved(), now.record(), now.asOf().getZone());
          Settled since = evaluator.settled(fresh, now.asOf(), now.knownOn(), asked.budget());
          Answer answer = new PlanQuestions(evaluator, since).new Answer(asked.of(since));
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
        return steps.waitUntil().equals(asked.eligibleFrom(credential, steps));
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
          .settled(steps.appliedTo(now.record()), now.asOf(), now.knownOn(), asked.budget())
          .verdicts()
          .earned(credential);
    }
  }

  private Program program() {
    return evaluator.program();
  }
}
