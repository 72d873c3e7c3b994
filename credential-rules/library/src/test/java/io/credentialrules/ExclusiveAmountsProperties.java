package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Where trainings serve one requirement each, a decision says of a sum or a count that is short
 * what the requirements that hold leave for it: with so much more it holds, as its plan says too.
 */
class ExclusiveAmountsProperties {
  private static final List<String> SUBJECTS = List.of("A", "B", "C");

  /** At least so many credits, or so many trainings, of some subjects, or one with so many. */
  private record Asked(String form, Set<String> subjects, int least) {
    private String condition(String further) {
      String among =
          String.join(", ", subjects.stream().sorted().map(one -> '"' + one + '"').toList());
      return switch (form) {
        case "sum" ->
            "accumulate( TrainingCompletion( subject in ( %s%s ), $c : credits ); $s : sum( $c ); $s >= %s )"
                .formatted(among, further, least);
        case "count" ->
            "accumulate( TrainingCompletion( subject in ( %s%s ) ); $n : count(); $n >= %s )"
                .formatted(among, further, 1 + least / 3);
        default ->
            "TrainingCompletion( subject in ( %s%s ), credits >= %s )"
                .formatted(among, further, least);
      };
    }
  }

  private record Held(String subject, int credits) {}

  @Provide
  Arbitrary<List<Asked>> asked() {
    return Combinators.combine(
            Arbitraries.of("sum", "sum", "count", "one"),
            Arbitraries.of(SUBJECTS).set().ofMinSize(1),
            Arbitraries.integers().between(1, 9))
        .as(Asked::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Held>> held() {
    return Combinators.combine(Arbitraries.of(SUBJECTS), Arbitraries.integers().between(1, 6))
        .as(Held::new)
        .list()
        .ofMaxSize(6);
  }

  /** Each requirement has a subject of its own besides, of which nothing is on record. */
  private static CredentialRules policy(List<Asked> asked) {
    StringBuilder policy = new StringBuilder();
    StringBuilder met = new StringBuilder();
    for (int number = 0; number < asked.size(); number++) {
      policy.append(
          "rule \"Requirement %s\" @requirement( \"r%s\" ) when\n%s\nthen end\n"
              .formatted(number, number, asked.get(number).condition(", \"own-" + number + "\"")));
      met.append("Met( requirement == \"r%s\" )\n".formatted(number));
    }
    return rules(
        policy
            + "rule \"Badge\" @credential( \"badge\" ) @evidence( \"exclusive\" ) when\n"
            + met
            + "then end\n");
  }

  private static TrainingCompletion training(String name, String subject, BigDecimal credits) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(name)
        .subject(subject)
        .credits(credits)
        .completedOn(TODAY)
        .provenance(VETTED)
        .build();
  }

  private static List<Fact> facts(List<Held> held) {
    List<Fact> facts = new ArrayList<>();
    for (Held one : held) {
      facts.add(training("held-" + facts.size(), one.subject(), BigDecimal.valueOf(one.credits())));
    }
    return facts;
  }

  private static Evaluation evaluation(CredentialRules rules, List<Fact> facts) {
    return rules.evaluate(record(facts.toArray(new Fact[0])), TODAY, ZONE);
  }

  private static List<RequirementResult> missing(Evaluation evaluation) {
    return evaluation.decision("badge").requirements().stream()
        .filter(one -> !one.isSatisfied())
        .map(RequirementResult.class::cast)
        .toList();
  }

  private static boolean isTotal(List<Asked> asked, RequirementResult result) {
    return !asked.get(number(result)).form().equals("one");
  }

  private static int number(RequirementResult result) {
    return Integer.parseInt(result.id().substring(1));
  }

  /** Trainings of the requirement's own that are together so much. */
  private static List<Fact> more(Asked asked, int number, BigDecimal missing) {
    List<Fact> more = new ArrayList<>();
    if (asked.form().equals("sum")) {
      more.add(training("more", "own-" + number, missing));
    } else {
      for (int i = 0; i < missing.intValueExact(); i++) {
        more.add(training("more-" + i, "own-" + number, BigDecimal.ONE));
      }
    }
    return more;
  }

  @Property(seed = Laws.SEED)
  void with_what_is_missing_it_holds_and_with_less_it_does_not(
      @ForAll("asked") List<Asked> asked, @ForAll("held") List<Held> held) {
    CredentialRules rules = policy(asked);
    List<Fact> facts = facts(held);
    List<RequirementResult> missing = missing(evaluation(rules, facts));
    for (RequirementResult result : missing) {
      if (!isTotal(asked, result)) {
        continue;
      }
      Measure measure = Objects.requireNonNull(result.measure(), result.toString());
      assertThat(measure.isSatisfied()).as("%s of %s with %s", result, asked, held).isFalse();
      int number = number(result);
      BigDecimal lacks = measure.needs().subtract(Objects.requireNonNull(measure.has()));
      List<Fact> enough = new ArrayList<>(facts);
      enough.addAll(more(asked.get(number), number, lacks));
      assertThat(missing(evaluation(rules, enough)))
          .as("%s of %s with %s", result, asked, held)
          .hasSizeLessThan(missing.size());
      if (missing.size() == 1 && lacks.compareTo(BigDecimal.ONE) > 0) {
        List<Fact> less = new ArrayList<>(facts);
        less.addAll(more(asked.get(number), number, lacks.subtract(BigDecimal.ONE)));
        assertThat(evaluation(rules, less).isEarned("badge"))
            .as("%s of %s with %s", result, asked, held)
            .isFalse();
      }
    }
  }

  @Property(seed = Laws.SEED)
  void what_is_counted_serves_no_other_and_what_serves_others_is_named(
      @ForAll("asked") List<Asked> asked, @ForAll("held") List<Held> held) {
    Evaluation evaluation = evaluation(policy(asked), facts(held));
    Set<Fact> serving = new HashSet<>();
    for (RequirementResult result : evaluation.decision("badge").requirements()) {
      for (Fact fact : result.evidence()) {
        assertThat(serving.add(fact)).as("%s serves once", fact).isTrue();
      }
    }
    for (RequirementResult result : missing(evaluation)) {
      Set<Fact> counted = new HashSet<>();
      Set<Fact> inUse = new HashSet<>();
      for (Shortfall shortfall : result.alternatives().get(0).shortfalls()) {
        if (shortfall instanceof Shortfall.Amount amount) {
          counted.addAll(amount.counted());
        } else if (shortfall instanceof Shortfall.InUse named) {
          inUse.addAll(named.facts());
        }
      }
      counted.retainAll(serving);
      assertThat(counted).as("%s with %s", asked, held).isEmpty();
      assertThat(serving).as("%s with %s", asked, held).containsAll(inUse);
    }
  }

  private static List<String> said(Plan.Steps plan) {
    return plan.steps().stream()
        .map(step -> step.requirement() + ": " + step.adds() + ", " + step.measure())
        .toList();
  }

  /** Where it shares out the same: what it adds for another, that one does not have already. */
  @Property(tries = 50, seed = Laws.SEED)
  void the_plan_says_the_same(@ForAll("asked") List<Asked> asked, @ForAll("held") List<Held> held) {
    Evaluation evaluation = evaluation(policy(asked), facts(held));
    List<RequirementResult> missing = missing(evaluation);
    if (missing.size() != 1
        || !isTotal(asked, missing.get(0))
        || !(evaluation.plan("badge") instanceof Plan.Steps plan)) {
      return;
    }
    boolean isOfAnother =
        plan.steps().stream().anyMatch(step -> !step.requirement().equals(missing.get(0).id()));
    for (Plan.Step step : plan.steps()) {
      if (step.measure() != null && !isOfAnother) {
        assertThat(step.measure())
            .as("%s with %s: %s but %s", asked, held, missing, said(plan))
            .isEqualTo(missing.get(0).measure());
      }
    }
  }
}
