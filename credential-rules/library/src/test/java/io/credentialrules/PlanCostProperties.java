package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Plan.Action;
import io.credentialrules.internal.result.StatedSteps;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Plans whose steps cost something, and plans that differ, beside trying everything. */
class PlanCostProperties {
  private static final int KINDS = 7;

  /** Policies over a few things, each of which can be had by one step. */
  private static final class SmallChoice {
    private final Random random;

    SmallChoice(long seed) {
      this.random = new Random(seed);
    }

    /** The first two wait for a review or can be new, the next are courses, then assessments. */
    Fact fact(int thing, boolean isVetted) {
      Provenance provenance = isVetted ? Records.VETTED : Provenance.UNVETTED;
      if (thing < 2) {
        return WorkExperience.builder()
            .type(WorkExperienceType.JOB)
            .experience("t" + thing)
            .provenance(provenance)
            .build();
      }
      return thing < 5
          ? TrainingCompletion.builder()
              .type(TrainingType.COURSE)
              .training("t" + thing)
              .completedOn(TODAY)
              .provenance(provenance)
              .build()
          : AssessmentResult.builder()
              .type(AssessmentType.QUIZ)
              .assessment("t" + thing)
              .takenOn(TODAY)
              .provenance(provenance)
              .build();
    }

    private String condition(int thing) {
      String name = " == \"t" + thing + "\" )\n";
      if (thing < 2) {
        return "  WorkExperience( experience" + name;
      }
      return thing < 5
          ? "  TrainingCompletion( training" + name
          : "  AssessmentResult( assessment" + name;
    }

    String policy() {
      StringBuilder policy = new StringBuilder();
      int requirements = 2 + random.nextInt(3);
      for (int i = 0; i < requirements; i++) {
        for (int rule = 0; rule <= random.nextInt(3); rule++) {
          policy.append("rule \"Requirement " + i + " by " + rule + "\" ");
          policy.append("@requirement( \"r" + i + "\" ) when\n");
          Set<Integer> things = new HashSet<>();
          for (int condition = 0; condition <= random.nextInt(3); condition++) {
            things.add(random.nextInt(KINDS));
          }
          things.stream().sorted().map(this::condition).forEach(policy::append);
          policy.append("then end\n");
        }
      }
      for (int route = 0; route <= random.nextInt(2); route++) {
        policy.append("rule \"Badge by " + route + "\" @credential( \"badge\" ) when\n");
        int other = random.nextInt(requirements);
        if (random.nextInt(3) == 0) {
          policy.append(
              "  accumulate( Met( requirement in ( \"r0\", \"r1\", \"r"
                  + other
                  + "\" ), $r : requirement ); $n : countDistinct( $r ); $n >= 2 )\n");
        } else {
          policy.append("  Met( requirement == \"r" + route + "\" )\n");
          policy.append("  Met( requirement == \"r" + other + "\" )\n");
        }
        policy.append("then end\n");
      }
      return policy.toString();
    }

    StepCosts costs() {
      StepCosts costs = StepCosts.EACH_ONE;
      for (Action action : Action.values()) {
        costs = random.nextBoolean() ? costs.with(action, 1 + random.nextInt(9)) : costs;
      }
      return random.nextBoolean()
          ? costs.withNew("TrainingCompletion", 1 + random.nextInt(20))
          : costs;
    }

    LearnerRecord learner() {
      List<Fact> facts = new ArrayList<>(List.of(fact(0, false), fact(1, false)));
      if (random.nextInt(3) == 0) {
        facts.add(fact(2 + random.nextInt(KINDS - 2), true));
      }
      return record(facts.toArray(Fact[]::new));
    }

    /** What the cheapest of all sets of things costs that earns it. */
    long cheapest(StepCosts costs, LearnerRecord record, Predicate<LearnerRecord> earns) {
      long cheapest = Long.MAX_VALUE;
      for (int some = 0; some < 1 << KINDS; some++) {
        List<Fact> facts = new ArrayList<>(record.facts());
        long cost = 0;
        for (int thing = 0; thing < KINDS; thing++) {
          if ((some & 1 << thing) != 0) {
            facts.remove(fact(thing, false));
            facts.add(fact(thing, true));
            cost +=
                thing < 2
                    ? Math.min(
                        costs.of(Action.REVIEW, "WorkExperience"),
                        costs.of(Action.ADD, "WorkExperience"))
                    : costs.of(Action.ADD, thing < 5 ? "TrainingCompletion" : "AssessmentResult");
          }
        }
        if (cost < cheapest
            && earns.test(LearnerRecord.builder(record.learner()).addAll(facts).build())) {
          cheapest = cost;
        }
      }
      return cheapest;
    }
  }

  @Property(seed = Laws.SEED)
  void no_plan_costs_more_than_the_cheapest_of_all_there_are(@ForAll long seed) {
    SmallChoice choice = new SmallChoice(seed);
    CredentialRules rules;
    try {
      rules = rules(choice.policy());
    } catch (PolicyException refused) {
      return;
    }
    StepCosts costs = choice.costs();
    LearnerRecord record = choice.learner();

    Plan plan = rules.evaluate(record, TODAY, ZONE).plans("badge", costs, 1).get(0);

    long cheapest =
        choice.cheapest(costs, record, with -> rules.evaluate(with, TODAY, ZONE).isEarned("badge"));
    if (plan instanceof Plan.Steps steps) {
      assertThat(steps.cost()).as("%s", steps).isEqualTo(cheapest);
      for (Plan.Step step : steps.steps()) {
        assertThat(step.cost())
            .isEqualTo(costs.of(step.action(), step.fact().getClass().getSimpleName()));
      }
    } else {
      assertThat(plan).isInstanceOf(Plan.AlreadyEarned.class);
      assertThat(cheapest).isZero();
    }
  }

  @Property(seed = Laws.SEED)
  void plans_for_one_credential_differ_and_each_earns_it_and_needs_its_steps(@ForAll long seed) {
    SmallWorld world = new SmallWorld(seed);
    CredentialRules rules;
    try {
      rules = rules(world.policy());
    } catch (PolicyException refused) {
      return;
    }
    LearnerRecord record = world.record();
    Evaluation evaluation = rules.evaluate(record, TODAY, ZONE);
    StepCosts costs = new SmallChoice(seed).costs();
    String credential = rules.catalogue().get(0).id();

    List<Plan> plans = evaluation.plans(credential, costs, 3);

    assertThat(plans).hasSizeBetween(1, 3);
    Set<Set<Object>> different = new HashSet<>();
    long before = 0;
    for (Plan plan : plans) {
      if (plan instanceof Plan.Steps steps) {
        assertThat(steps.cost()).isGreaterThanOrEqualTo(before);
        before = steps.cost();
        assertThat(different.add(things(steps))).as("%s", plans).isTrue();
        if (steps.waitUntil() == null) {
          earnsByAllOfItsSteps(rules, record, steps);
        }
      } else {
        assertThat(plans).hasSize(1);
      }
    }
  }

  private static Set<Object> things(Plan.Steps plan) {
    Set<Object> things = new HashSet<>();
    for (Plan.Step step : plan.steps()) {
      things.add(step.replaces() == null ? step.place() : step.replaces());
    }
    return things;
  }

  private static void earnsByAllOfItsSteps(
      CredentialRules rules, LearnerRecord record, Plan.Steps plan) {
    String credential = plan.credential().id();
    LocalDate day = plan.startOn() == null ? TODAY : plan.startOn();
    assertThat(rules.evaluate(plan.appliedTo(record), day, ZONE).isEarned(credential)).isTrue();
    for (int left = 0; left < plan.steps().size(); left++) {
      List<Plan.Step> others = new ArrayList<>(plan.steps());
      others.remove(left);
      LearnerRecord without =
          others.isEmpty() ? record : new StatedSteps(plan.credential(), others).appliedTo(record);
      assertThat(rules.evaluate(without, day, ZONE).isEarned(credential)).isFalse();
    }
  }
}
