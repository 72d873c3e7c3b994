package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Where counts share trainings that serve one of them each, a flow from trainings to counts says
 * what is earned and how many further trainings it takes. Work is counted: trainings of one subject
 * are alike for the rules, so it does not double with each of them.
 */
class ExclusiveCountsProperties {
  private static final List<String> SUBJECTS = List.of("A", "B", "C");

  /** A tenth of the default; three counts over sixty trainings took more than all of that. */
  private static final Limits FEW_ROWS = Limits.DEFAULT.withMaxJoinRows(100_000);

  /** At least so many trainings of some subjects. */
  private record Count(Set<String> subjects, int least) {
    private String rule(int number) {
      String among =
          String.join(", ", subjects.stream().sorted().map(one -> '"' + one + '"').toList());
      return """
          rule "Requirement %s" @requirement( "r%s" ) when
          accumulate( TrainingCompletion( subject in ( %s ) ); $n : count(); $n >= %s )
          then end
          """
          .formatted(number, number, among, least);
    }
  }

  private static String policy(List<Count> counts) {
    StringBuilder policy = new StringBuilder();
    StringBuilder met = new StringBuilder();
    for (int number = 0; number < counts.size(); number++) {
      policy.append(counts.get(number).rule(number));
      met.append("Met( requirement == \"r%s\" )\n".formatted(number));
    }
    return policy
        + "rule \"Badge\" @credential( \"badge\" ) @evidence( \"exclusive\" ) when\n"
        + met
        + "then end\n";
  }

  private static Arbitrary<List<Count>> counts(int most) {
    return Combinators.combine(
            Arbitraries.of(SUBJECTS).set().ofMinSize(1), Arbitraries.integers().between(1, most))
        .as(Count::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Count>> large() {
    return counts(25);
  }

  @Provide
  Arbitrary<List<Count>> small() {
    return counts(6);
  }

  private static Fact[] trainings(List<String> subjects) {
    List<Fact> all = new ArrayList<>();
    for (String subject : subjects) {
      all.add(
          TrainingCompletion.builder()
              .type(TrainingType.COURSE)
              .training("held-" + all.size())
              .subject(subject)
              .completedOn(TODAY)
              .provenance(VETTED)
              .build());
    }
    return all.toArray(new Fact[0]);
  }

  @Provide
  Arbitrary<List<String>> many() {
    return Arbitraries.of(SUBJECTS).list().ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<String>> some() {
    return Arbitraries.of(SUBJECTS).list().ofMaxSize(8);
  }

  private static Evaluation evaluation(List<Count> counts, Limits limits, List<String> held) {
    return CredentialRules.builder()
        .add(pack(policy(counts)))
        .limits(limits)
        .compile()
        .evaluate(record(trainings(held)), TODAY, ZONE);
  }

  @Property(tries = 60, seed = Laws.SEED)
  void what_is_earned_is_found_with_little_work_of_many_trainings(
      @ForAll("large") List<Count> counts, @ForAll("many") List<String> held) {
    assertThat(evaluation(counts, FEW_ROWS, held).isEarned("badge"))
        .as("%s with %s", counts, held)
        .isEqualTo(missing(counts, held) == 0);
  }

  @Example
  void a_thousand_trainings_are_enough_for_two_counts_and_not_for_a_third_beyond_them() {
    List<String> held = Collections.nCopies(1_000, "A");
    Count one = new Count(Set.of("A", "B"), 1);
    Count two = new Count(Set.of("A", "C"), 1);

    assertThat(evaluation(List.of(one, two), FEW_ROWS, held).isEarned("badge")).isTrue();
    assertThat(
            evaluation(List.of(one, two, new Count(Set.of("B"), 1)), FEW_ROWS, held)
                .isEarned("badge"))
        .isFalse();
  }

  @Property(tries = 8, seed = Laws.SEED)
  void some_plans_have_as_many_trainings_as_are_missing(
      @ForAll("small") List<Count> counts, @ForAll("some") List<String> held) {
    plans_have_as_many_trainings_as_are_missing(counts, held);
  }

  @Tag("long")
  @Property(tries = 400, seed = Laws.SEED)
  void plans_have_as_many_trainings_as_are_missing(
      @ForAll("small") List<Count> counts, @ForAll("some") List<String> held) {
    Plan plan = evaluation(counts, Limits.DEFAULT, held).plan("badge");
    int missing = missing(counts, held);
    if (missing == 0) {
      assertThat(plan).isInstanceOf(Plan.AlreadyEarned.class);
      return;
    }
    assertThat(plan).as("%s with %s", counts, held).isInstanceOf(Plan.Steps.class);
    assertThat(((Plan.Steps) plan).steps()).as("%s with %s", counts, held).hasSize(missing);
    assertThat(((Plan.Steps) plan).isProvenSmallest()).as("%s with %s", counts, held).isTrue();
  }

  private static final List<Count> OVER_ONE_ANOTHER =
      List.of(
          new Count(Set.of("A"), 10),
          new Count(Set.of("A", "B"), 20),
          new Count(Set.of("A", "B", "C"), 30));

  @Test
  void sixty_trainings_serve_counts_of_ten_twenty_and_thirty_and_fifty_nine_do_not() {
    List<String> sixty = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      sixty.add(SUBJECTS.get(i % 3));
    }
    assertThat(evaluation(OVER_ONE_ANOTHER, FEW_ROWS, sixty).isEarned("badge")).isTrue();
    assertThat(evaluation(OVER_ONE_ANOTHER, FEW_ROWS, sixty.subList(1, 60)).isEarned("badge"))
        .isFalse();
  }

  /** How many trainings there are too few of, when as many as can serve a count each do. */
  private static int missing(List<Count> counts, List<String> held) {
    int[] servedBy = new int[held.size()];
    Arrays.fill(servedBy, -1);
    int missing = 0;
    for (int count = 0; count < counts.size(); count++) {
      int served = 0;
      while (served < counts.get(count).least()
          && finds(counts, held, count, servedBy, new boolean[held.size()])) {
        served++;
      }
      missing += counts.get(count).least() - served;
    }
    return missing;
  }

  private static boolean finds(
      List<Count> counts, List<String> held, int count, int[] servedBy, boolean[] tried) {
    for (int i = 0; i < held.size(); i++) {
      if (!tried[i] && counts.get(count).subjects().contains(held.get(i))) {
        tried[i] = true;
        if (servedBy[i] < 0
            || (servedBy[i] != count && finds(counts, held, servedBy[i], servedBy, tried))) {
          servedBy[i] = count;
          return true;
        }
      }
    }
    return false;
  }
}
