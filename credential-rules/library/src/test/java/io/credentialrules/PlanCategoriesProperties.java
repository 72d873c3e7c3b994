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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * One training can count in several categories, so the smallest plan has as many as the category
 * that lacks most, and what it says of them is enough.
 */
class PlanCategoriesProperties {
  private static final Set<String> CATEGORIES = Set.of("elective", "survey", "topics");

  @Provide
  Arbitrary<Map<String, Integer>> numbers() {
    return Arbitraries.maps(Arbitraries.of(CATEGORIES), Arbitraries.integers().between(1, 4))
        .ofMinSize(1)
        .map(TreeMap::new);
  }

  @Provide
  Arbitrary<List<Set<String>>> held() {
    return Arbitraries.of(CATEGORIES).set().list().ofMaxSize(3);
  }

  @Property(seed = Laws.SEED)
  void as_many_are_planned_as_the_category_needs_that_lacks_most(
      @ForAll("numbers") Map<String, Integer> numbers,
      @ForAll("held") List<Set<String>> held,
      @ForAll boolean isByName,
      @ForAll long seed) {
    CredentialRules rules = rules(policy(numbers, isByName));
    List<Fact> facts = new ArrayList<>();
    held.forEach(categories -> facts.add(training("held " + facts.size(), categories)));
    long lacking =
        numbers.entrySet().stream()
            .mapToLong(
                one ->
                    one.getValue()
                        - held.stream().filter(own -> own.contains(one.getKey())).count())
            .max()
            .orElseThrow();

    LearnerRecord record = record(facts.toArray(new Fact[0]));
    Plan plan = rules.evaluate(record, TODAY, ZONE).plan("badge");

    if (lacking <= 0) {
      assertThat(plan).isInstanceOf(Plan.AlreadyEarned.class);
      return;
    }
    Plan.Steps steps = (Plan.Steps) plan;
    assertThat(steps.steps()).hasSize((int) lacking);
    UnhelpfulFacts unhelpful =
        new UnhelpfulFacts(rules.vocabulary(), TODAY.atTime(12, 0).atZone(ZONE), new Random(seed));
    LearnerRecord after = unhelpful.after(steps, record);
    assertThat(rules.evaluate(after, TODAY, ZONE).isEarned("badge"))
        .as("%s with %s", steps.steps().stream().map(Plan.Step::demands).toList(), after.facts())
        .isTrue();
  }

  @Provide
  Arbitrary<List<String>> conditions() {
    return Arbitraries.of(
            "accumulate( TrainingCompletion( categories contains \"a\", $h% : hours ); $s% : sum( $h% ); $s% >= 20 )",
            "accumulate( TrainingCompletion( categories not contains \"a\", $h% : hours ); $s% : sum( $h% ); $s% >= 30 )",
            "accumulate( TrainingCompletion( categories contains \"b\", categories not contains \"c\" ); $n% : count(); $n% >= 2 )",
            "accumulate( TrainingCompletion( categories contains \"a\", $h% : hours ); $t% : sumUpTo( $h%, 10 ) )"
                + " accumulate( TrainingCompletion( categories not contains \"a\", $o% : hours ); $r% : sum( $o% ); $r% + $t% >= 40 )",
            "not TrainingCompletion( categories contains \"b\", categories contains \"e\" )",
            "accumulate( TrainingCompletion( categories contains \"c\" ); $n% : count(); $n% <= 1 )",
            "TrainingCompletion( categories not contains \"b\", categories not contains \"e\" )",
            "TrainingCompletion( categories contains \"f\", categories.size <= 2 )")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(seed = Laws.SEED)
  void what_a_training_must_not_be_of_is_said(
      @ForAll("conditions") List<String> conditions,
      @ForAll("held") List<Set<String>> held,
      @ForAll long seed) {
    StringBuilder when = new StringBuilder("exists TrainingCompletion( training == \"first\" )");
    for (int i = 0; i < conditions.size(); i++) {
      when.append('\n').append(conditions.get(i).replace("%", "n" + i));
    }
    CredentialRules rules =
        rules("rule \"Badge\" @credential( \"badge\" ) when\n" + when + "\nthen end\n");
    List<Fact> facts = new ArrayList<>();
    held.forEach(categories -> facts.add(training("held " + facts.size(), categories)));
    LearnerRecord record = record(facts.toArray(new Fact[0]));
    if (!(rules.evaluate(record, TODAY, ZONE).plan("badge") instanceof Plan.Steps steps)) {
      return;
    }
    Random random = new Random(seed);
    UnhelpfulFacts unhelpful =
        new UnhelpfulFacts(
            rules.vocabulary(),
            TODAY.atTime(12, 0).atZone(ZONE),
            random,
            List.of("a", "b", "c", "e", "f", "?"));
    Plan.Steps told = UnhelpfulFacts.asTold(steps, PlanCategoriesProperties::isOfSeveralTotals);
    for (int draw = 0; draw < 5; draw++) {
      LearnerRecord after = unhelpful.after(told, record);
      assertThat(rules.evaluate(after, TODAY, ZONE).isEarned("badge"))
          .as(
              "%s%n%s with %s",
              when, steps.steps().stream().map(Plan.Step::demands).toList(), after.facts())
          .isTrue();
    }
  }

  /** Whether the condition of a step, in words, is about several totals and no pattern of one. */
  private static boolean isOfSeveralTotals(Plan.Step step) {
    return step.measure() == null && step.condition().contains(" + $t");
  }

  private static String policy(Map<String, Integer> numbers, boolean isByName) {
    return numbers.entrySet().stream()
        .map(
            one ->
                (isByName
                        ? "accumulate( TrainingCompletion( categories contains \"%1$s\", $t%2$s : training ); $n%2$s : countDistinct( $t%2$s ); $n%2$s >= %3$s )"
                        : "accumulate( TrainingCompletion( categories contains \"%1$s\" ); $n%2$s : count(); $n%2$s >= %3$s )")
                    .formatted(one.getKey(), one.getKey(), one.getValue()))
        .collect(
            Collectors.joining(
                "\n", "rule \"Badge\" @credential( \"badge\" ) when\n", "\nthen end\n"));
  }

  private static TrainingCompletion training(String name, Set<String> categories) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(name)
        .categories(new TreeSet<>(categories))
        .completedOn(TODAY)
        .provenance(VETTED)
        .build();
  }
}
