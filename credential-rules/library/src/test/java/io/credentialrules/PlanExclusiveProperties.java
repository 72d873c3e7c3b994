package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Where each piece of evidence serves one requirement, there is a plan, as small as what is found
 * by trying: as few of the best trainings as earn it, whatever their subjects.
 */
class PlanExclusiveProperties {
  private static final List<String> SUBJECTS = List.of("A", "B", "C");
  private static final int MOST_TRIED = 3;

  private static final List<String> KINDS =
      List.of(
          "accumulate( TrainingCompletion( subject in ( %s ), $c : credits ); $s : sum( $c ); $s >= 3 )",
          "accumulate( TrainingCompletion( subject in ( %s ), $c : credits ); $s : sum( $c ); $s >= 6 )",
          "accumulate( TrainingCompletion( subject in ( %s ), $c : credits ); $s : sum( $c ); $s > 8 )",
          "accumulate( TrainingCompletion( subject in ( %s ), $c : credits ); $s : sumUpTo( $c, 3 ); $s >= 3 )",
          "accumulate( TrainingCompletion( subject in ( %s ) ); $n : count(); $n >= 1 )",
          "accumulate( TrainingCompletion( subject in ( %s ) ); $n : count(); $n >= 2 )",
          "accumulate( TrainingCompletion( subject in ( %s ), $t : training ); $n : countDistinct( $t ); $n >= 2 )",
          "TrainingCompletion( subject in ( %s ), credits >= 3 )");

  @Provide
  Arbitrary<List<String>> conditions() {
    return Combinators.combine(
            Arbitraries.of(KINDS), Arbitraries.of(SUBJECTS).set().ofMinSize(1).ofMaxSize(3))
        .as(
            (kind, subjects) ->
                kind.formatted(
                    String.join(", ", subjects.stream().sorted().map(s -> '"' + s + '"').toList())))
        .list()
        .ofMinSize(2)
        .ofMaxSize(4);
  }

  /** A training on record. */
  private record Held(String subject, int credits, Provenance provenance) {}

  @Provide
  Arbitrary<List<Fact>> held() {
    return Combinators.combine(
            Arbitraries.of(SUBJECTS),
            Arbitraries.integers().between(1, 5),
            Arbitraries.of(VETTED, VETTED, VETTED, Provenance.UNVETTED))
        .as(Held::new)
        .list()
        .ofMaxSize(4)
        .map(PlanExclusiveProperties::trainings);
  }

  private static List<Fact> trainings(List<Held> held) {
    List<Fact> all = new ArrayList<>();
    for (Held one : held) {
      all.add(training("held-" + all.size(), one.subject(), one.credits(), one.provenance()));
    }
    return all;
  }

  private static Fact training(String name, String subject, int credits, Provenance provenance) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(name)
        .subject(subject)
        .credits(BigDecimal.valueOf(credits))
        .completedOn(TODAY)
        .provenance(provenance)
        .build();
  }

  private static String policy(List<String> conditions) {
    StringBuilder policy = new StringBuilder();
    StringBuilder met = new StringBuilder();
    for (String condition : conditions) {
      String id = "r" + met.length();
      policy
          .append("rule \"Requirement %s\" @requirement( \"%s\" ) when\n".formatted(id, id))
          .append(condition)
          .append("\nthen end\n");
      met.append("Met( requirement == \"" + id + "\" )\n");
    }
    return policy
        + "rule \"Badge\" @credential( \"badge\" ) @evidence( \"exclusive\" ) when\n"
        + met
        + "then end\n";
  }

  @Property(tries = 12, seed = Laws.SEED)
  void some_plans_are_found_and_as_small_as_can_be(
      @ForAll("conditions") List<String> conditions,
      @ForAll("held") List<Fact> held,
      @ForAll long seed) {
    a_plan_is_found_and_as_small_as_can_be(conditions, held, seed);
  }

  @Tag("long")
  @Property(tries = 2000, seed = Laws.SEED)
  void a_plan_is_found_and_as_small_as_can_be(
      @ForAll("conditions") List<String> conditions,
      @ForAll("held") List<Fact> held,
      @ForAll long seed) {
    CredentialRules rules = rules(policy(conditions));
    LearnerRecord record = record(held.toArray(new Fact[0]));

    Plan plan = rules.evaluate(record, TODAY, ZONE).plan("badge");

    if (isEarned(rules, held, 0, 0)) {
      assertThat(plan).isInstanceOf(Plan.AlreadyEarned.class);
      return;
    }
    assertThat(plan).as("%s with %s", conditions, held).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    int fewer = Math.min(steps.steps().size() - 1, MOST_TRIED);
    assertThat(isEarned(rules, held, fewer, 0))
        .as("%s for %s with %s", plan, conditions, held)
        .isFalse();
    UnhelpfulFacts unhelpful =
        new UnhelpfulFacts(rules.vocabulary(), TODAY.atTime(12, 0).atZone(ZONE), new Random(seed));
    for (int tries = 0; tries < 3; tries++) {
      LearnerRecord after = unhelpful.after(steps, record);
      assertThat(rules.evaluate(after, TODAY, ZONE).isEarned("badge"))
          .as(
              "%s: %s with %s",
              conditions, steps.steps().stream().map(Plan.Step::demands).toList(), after.facts())
          .isTrue();
    }
  }

  private static Plan.Steps plan(List<String> conditions, Fact... held) {
    return (Plan.Steps) rules(policy(conditions)).evaluate(record(held), TODAY, ZONE).plan("badge");
  }

  private static final List<String> CREDITS_OVER_ONE_ANOTHER =
      List.of(
          KINDS.get(1).formatted("\"A\""),
          KINDS.get(1).formatted("\"A\", \"B\""),
          KINDS.get(3).formatted("\"A\", \"B\", \"C\""));

  @Test
  void three_totals_over_one_another_take_a_training_each() {
    Plan.Steps plan = plan(CREDITS_OVER_ONE_ANOTHER);
    assertThat(plan.steps()).hasSize(3);
    assertThat(plan.isProvenSmallest()).isTrue();
  }

  @Test
  void what_is_on_record_serves_the_totals_that_it_is_enough_for() {
    Plan.Steps plan =
        plan(
            CREDITS_OVER_ONE_ANOTHER, training("x", "A", 6, VETTED), training("y", "B", 3, VETTED));
    assertThat(plan.steps()).hasSize(1);
    Plan.Steps other =
        plan(
            CREDITS_OVER_ONE_ANOTHER, training("x", "A", 6, VETTED), training("y", "B", 2, VETTED));
    assertThat(other.steps()).hasSize(2);
  }

  /** A fifth of the default: twelve sums ended in all of that, or without a plan. */
  private static Plan.Steps planOfTwelve(Fact... held) {
    List<String> sums = new ArrayList<>();
    for (int needs = 3; needs < 15; needs++) {
      sums.add(KINDS.get(0).formatted("\"A\", \"B\"").replace(">= 3", ">= " + needs));
    }
    return (Plan.Steps)
        CredentialRules.builder()
            .add(Records.pack(policy(sums)))
            .limits(Limits.DEFAULT.withMaxJoinRows(200_000))
            .compile()
            .evaluate(record(held), TODAY, ZONE)
            .plan("badge");
  }

  @Test
  void twelve_totals_take_a_training_each() {
    Plan.Steps plan = planOfTwelve();
    assertThat(plan.steps()).hasSize(12);
    assertThat(plan.isProvenSmallest()).isTrue();
  }

  @Test
  @org.junit.jupiter.api.Tag("long")
  void seven_of_twelve_totals_have_what_is_on_record_and_one_of_them_waits_for_a_review() {
    List<Fact> held = new ArrayList<>();
    for (int credits = 2; credits < 10; credits++) {
      Provenance provenance = credits == 5 ? Provenance.UNVETTED : VETTED;
      held.add(training("held-" + credits, credits % 2 == 0 ? "A" : "B", credits, provenance));
    }
    assertThat(planOfTwelve(held.toArray(new Fact[0])).steps()).hasSize(6);
  }

  /** Whether so many reviews and further trainings, of as many credits as one likes, earn it. */
  private static boolean isEarned(CredentialRules rules, List<Fact> facts, int more, int from) {
    if (more == 0) {
      return rules.evaluate(record(facts.toArray(new Fact[0])), TODAY, ZONE).isEarned("badge");
    }
    for (int i = from; i < facts.size() + SUBJECTS.size(); i++) {
      List<Fact> with = new ArrayList<>(facts);
      if (i < SUBJECTS.size()) {
        with.add(training("new-" + more, SUBJECTS.get(i), 1000, VETTED));
      } else if (facts.get(i - SUBJECTS.size()) instanceof TrainingCompletion one
          && !one.provenance().equals(VETTED)) {
        with.set(i - SUBJECTS.size(), one.toBuilder().provenance(VETTED).build());
      } else {
        continue;
      }
      if (isEarned(rules, with, more - 1, i < SUBJECTS.size() ? i : SUBJECTS.size())) {
        return true;
      }
    }
    return false;
  }
}
