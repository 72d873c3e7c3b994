package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.internal.text.Spellings;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The facts that nearly meet a pattern are found by an index as they are by ranking all. */
class NearestFactsProperties {
  private static final int RANKED = 1_000;

  private static final String POLICY =
      """
      rule "Work" @requirement( "work" ) when
        WorkExperience( type == "JOB", experience %s, employer == "Maine Farms", hours >= 50 )
      then end
      rule "C" @credential( "c" ) when Met( requirement == "work" ) then end
      """;

  @Property(tries = 200, seed = Laws.SEED)
  void the_nearest_facts_are_those_that_ranking_all_finds(
      @ForAll("facts") List<WorkExperience> facts, @ForAll("asked") List<String> asked) {
    Evaluation evaluation = evaluation(POLICY, asked, facts);
    List<Fact> ranked = new ArrayList<>(evaluation.counted());
    ranked.removeIf(fact -> !(fact instanceof WorkExperience));
    ranked.sort(Comparator.comparingInt(fact -> distance((WorkExperience) fact, asked)));
    if (!ranked.isEmpty() && distance((WorkExperience) ranked.get(0), asked) == 0) {
      assertThat(evaluation.isEarned("c")).isTrue();
    } else {
      assertThat(nearest(evaluation)).isEqualTo(ranked.stream().limit(3).toList());
    }
  }

  private static int distance(WorkExperience work, List<String> asked) {
    return (work.type() == WorkExperienceType.JOB ? 0 : 20)
        + named(work.experience(), asked)
        + named(work.employer(), List.of("Maine Farms"))
        + (Objects.requireNonNull(work.hours()).intValue() >= 50 ? 0 : 1);
  }

  private static int named(@Nullable String text, List<String> asked) {
    if (text == null) {
      return 100;
    }
    if (asked.contains(text)) {
      return 0;
    }
    return asked.stream().anyMatch(one -> Spellings.areAlike(text, one)) ? 2 : 100;
  }

  private static Evaluation evaluation(
      String policy, List<String> asked, List<? extends Fact> facts) {
    String names =
        asked.size() == 1
            ? "== \"" + asked.get(0) + "\""
            : "in ( \"" + String.join("\", \"", asked) + "\" )";
    return CredentialRules.compile(pack(policy.formatted(names)))
        .evaluate(record(facts.toArray(new Fact[0])), TODAY, ZONE);
  }

  private static List<Fact> nearest(Evaluation evaluation) {
    Shortfall shortfall = evaluation.requirement("work").alternatives().get(0).shortfalls().get(0);
    return ((Shortfall.MissingFact) shortfall)
        .nearest().stream().map(Shortfall.NearFact::fact).toList();
  }

  @Provide
  Arbitrary<List<WorkExperience>> facts() {
    return Combinators.combine(
            Arbitraries.of(WorkExperienceType.JOB, WorkExperienceType.INTERNSHIP),
            Arbitraries.of("harvest", "harvset", "Harvest", "milking", "milking 2"),
            Arbitraries.of("Maine Farms", "maine-farms", "Main Farms", "Elsewhere").injectNull(0.1),
            Arbitraries.integers().between(48, 51))
        .as(
            (type, name, employer, hours) ->
                work(name, String.valueOf(hours)).toBuilder().type(type).employer(employer).build())
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> asked() {
    return Arbitraries.of("harvest", "milking", "milking 1", "threshing")
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(2);
  }

  private static List<WorkExperience> others(int number) {
    List<WorkExperience> others = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      others.add(
          work("other work " + i, "9").toBuilder()
              .employer("Maine Farms")
              .startedOn(null)
              .endedOn(TODAY.minusDays(i))
              .build());
    }
    return others;
  }

  @Test
  void the_nearest_are_told_wherever_they_are_among_thousands() {
    for (int day : new int[] {0, 4_000, 8_000}) {
      List<WorkExperience> facts = others(8_000);
      facts.add(near("harvest", day));
      facts.add(near("harvset", day));
      assertThat(nearest(evaluation(POLICY, List.of("harvest"), facts)).subList(0, 2))
          .extracting(fact -> ((WorkExperience) fact).experience())
          .as("worked %s days ago", day)
          .containsExactly("harvest", "harvset");
    }
  }

  private static WorkExperience near(String name, int days) {
    return work(name, "9").toBuilder()
        .employer("Maine Farms")
        .startedOn(null)
        .endedOn(TODAY.minusDays(days))
        .build();
  }

  @Test
  void a_condition_ranks_a_thousand_facts_and_no_more() {
    for (int number : new int[] {RANKED, RANKED + 1, 9_999}) {
      List<WorkExperience> facts = others(number);
      assertThat(within(RANKED, facts).decision("c").isEarned()).isFalse();
      assertThatThrownBy(() -> within(RANKED - 1, facts).decision("c"))
          .as("the nearest limit that does not suffice")
          .isInstanceOf(LimitExceededException.class);
    }
  }

  private static Evaluation within(int rows, List<WorkExperience> facts) {
    return CredentialRules.builder()
        .limits(Limits.DEFAULT.withMaxJoinRows(rows))
        .add(pack(POLICY.formatted("== \"harvest\"")))
        .compile()
        .evaluate(record(facts.toArray(new Fact[0])), TODAY, ZONE);
  }
}
