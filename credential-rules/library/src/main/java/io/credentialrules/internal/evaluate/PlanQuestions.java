package io.credentialrules.internal.evaluate;

import io.credentialrules.Plan;
import io.credentialrules.StepCosts;
import io.credentialrules.internal.plan.Planner;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the planner about one record: for plans of a credential, or for a plan of each of several.
 */
record PlanQuestions(Evaluator evaluator, Weighing weighing) {
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
    return planner(new Budget(evaluator.limits()), costs).plans(credential, most);
  }

  /** A plan for each of the credentials, by their numbers, until they have cost enough together. */
  Map<String, Plan> plans(List<Integer> credentials) {
    Budget budget = new Budget(evaluator.limits());
    Map<String, Plan> plans = new LinkedHashMap<>();
    long work = 0;
    for (int credential : credentials) {
      if (work < Planner.MOST_WORK_OF_SEVERAL) {
        Planner planner = planner(budget.again(), StepCosts.EACH_ONE);
        plans.put(
            program().credentials().get(credential).credential().id(),
            planner.plans(credential, 1).get(0));
        work += planner.work();
      }
    }
    return Collections.unmodifiableMap(plans);
  }

  private Planner planner(Budget budget, StepCosts costs) {
    return new Planner(
        program(),
        budget,
        costs,
        weighing.record(),
        weighing.asOf(),
        evaluator.order().sorted(weighing.facts().counted()),
        evaluator.order().sortedNotCounted(weighing.facts().notCounted()),
        new PlanTrial(evaluator, weighing.asOf(), weighing.knownOn()));
  }

  private Program program() {
    return evaluator.program();
  }
}
