package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules calculate with amounts, exactly. */
class AmountsTest {
  private static final String MEAN =
      """
      accumulate( TrainingCompletion( $credits : credits, $grade : score );
                  $points : sum( $credits * $grade ), $all : sum( $credits );
                  $points / $all >= 2.0 )
      """;

  private static String policy(String when) {
    return "rule \"The rule\" @credential( \"c\" ) when\n" + when + "\nthen end";
  }

  private static TrainingCompletion course(String id, String credits, String grade) {
    return TrainingCompletion.builder()
        .training(id)
        .type(TrainingType.COURSE)
        .credits(new BigDecimal(credits))
        .score(new BigDecimal(grade))
        .provenance(VETTED.toBuilder().id(id).build())
        .build();
  }

  private static boolean isEarned(String when, Fact... facts) {
    return evaluate(rules(policy(when)), facts).decision("c").isEarned();
  }

  private static @Nullable Measure measure(String when, Fact... facts) {
    Decision decision = evaluate(rules(policy(when)), facts).decision("c");
    return ((Decision.NotEarned) decision).missing().get(0).measure();
  }

  private static List<String> codes(String when) {
    return CredentialRules.builder().add(pack(policy(when))).check().stream()
        .map(Problem::code)
        .toList();
  }

  @Test
  void case_81_a_mean_weighted_by_credits_is_met_exactly_and_not_just_below() {
    assertThat(isEarned(MEAN, course("a", "4", "3.0"), course("b", "2", "0.0"))).isTrue();
    assertThat(isEarned(MEAN, course("a", "4", "2.99"), course("b", "2", "0.0"))).isFalse();
    Measure measure =
        Objects.requireNonNull(measure(MEAN, course("a", "4", "1.5"), course("b", "2", "0.0")));
    assertThat(measure.has()).isEqualByComparingTo("1");
    assertThat(measure.needs()).isEqualByComparingTo("2");
    assertThat(measure.unit()).isEqualTo("percent");
  }

  /**
   * Whatever the divisor: an amount that many times as large is met, and one hundredth less is not.
   */
  @Property(seed = Laws.SEED)
  void a_ratio_is_compared_without_rounding(
      @ForAll @IntRange(min = 1, max = 9999) int divisor,
      @ForAll @IntRange(min = 1, max = 9999) int times) {
    String when =
        "WorkExperience( $hours : hours )\n"
            + "WorkExperience( experience == \"all\", hours / "
            + divisor
            + " >= "
            + times
            + " / 3 )";
    BigDecimal hours = new BigDecimal(divisor).multiply(new BigDecimal(times));
    BigDecimal third = hours.divide(new BigDecimal(3), 2, java.math.RoundingMode.CEILING);
    BigDecimal below = third.subtract(new BigDecimal("0.01"));
    String single = when.lines().skip(1).findFirst().orElseThrow();
    assertThat(isEarned(single, work("all", third.toPlainString()))).isTrue();
    assertThat(isEarned(single, work("all", below.toPlainString()))).isFalse();
  }

  @Test
  void half_of_the_hours_on_site_is_half_or_more() {
    String half =
        """
        accumulate( WorkExperience( siteApproved, $on : hours ); $onSite : sum( $on ) )
        accumulate( WorkExperience( $hours : hours ); $all : sum( $hours );
                    $onSite * 2 >= $all, $all >= 100 )
        """;
    Fact onSite = work("on", "50").toBuilder().siteApproved(true).build();
    Fact elsewhere = work("off", "50").toBuilder().siteApproved(false).build();
    Fact more = work("off", "50.01").toBuilder().siteApproved(false).build();
    assertThat(isEarned(half, onSite, elsewhere)).isTrue();
    assertThat(isEarned(half, onSite, more)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({">=", "<=", "<", ">", "==", "!="})
  void what_is_divided_by_zero_meets_no_comparison(String operator) {
    String ratio =
        """
        accumulate( WorkExperience( experience == "a", $a : hours ); $one : sum( $a ), $n : count() )
        accumulate( WorkExperience( experience == "b", $b : hours ); $other : sum( $b );
                    $one / $other %s 2, $n >= 1 )
        """
            .formatted(operator);
    assertThat(isEarned(ratio, work("a", "4"))).isFalse();
    assertThat(isEarned(ratio, work("a", "4"), work("b", "0"))).isFalse();
    boolean some =
        isEarned(ratio, work("a", "4"), work("b", "2"))
            || isEarned(ratio, work("a", "4"), work("b", "1"))
            || isEarned(ratio, work("a", "4"), work("b", "4"));
    assertThat(some).isTrue();
  }

  @Test
  void what_is_divided_by_zero_is_explained_as_no_value() {
    String ratio =
        """
        accumulate( WorkExperience( $hours : hours, $weeks : weeks );
                    $h : sum( $hours ), $w : sum( $weeks ); $h / $w >= 30 )
        """;
    Measure measure = Objects.requireNonNull(measure(ratio, work("a", "4")));
    assertThat(measure.has()).isNull();
    assertThat(measure.unit()).isEqualTo("hours per weeks");
    Measure some =
        Objects.requireNonNull(
            measure(ratio, work("a", "40").toBuilder().weeks(new BigDecimal(2)).build()));
    assertThat(some.has()).isEqualByComparingTo("20");
  }

  @Test
  void amounts_of_different_units_are_not_added_unless_one_is_converted() {
    assertThat(codes("TrainingCompletion( hours + credits >= 3 )"))
        .containsExactly("different-units");
    assertThat(codes("TrainingCompletion( hours - credits >= 3 )"))
        .containsExactly("different-units");
    assertThat(codes("TrainingCompletion( hours * 2 >= credits * hours )")).isEmpty();
    assertThat(codes("TrainingCompletion( hours + 45 * credits >= 120 )")).isEmpty();
    assertThat(codes("TrainingCompletion( hours * credits >= hours )"))
        .containsExactly("different-units");
    assertThat(codes("TrainingCompletion( hours * credits / credits >= hours )")).isEmpty();
    assertThat(codes("TrainingCompletion( hours + \"3\" >= 3 )")).containsExactly("type-mismatch");
    assertThat(codes("TrainingCompletion( completedOn + 3 >= 3 )"))
        .containsExactly("type-mismatch");
    assertThat(codes("TrainingCompletion( hours / 0 >= 3 )")).containsExactly("division-by-zero");
    assertThat(codes("TrainingCompletion( hours * 2 == null )")).containsExactly("type-mismatch");
    assertThat(codes("TrainingCompletion( 2 * 3 >= 6 )")).containsExactly("constant-comparison");
    assertThat(codes("TrainingCompletion( 1 / 3 >= 6 )")).containsExactly("constant-comparison");
  }

  @Test
  void a_calculation_has_a_bounded_number_of_operations_with_those_of_the_names_that_it_uses() {
    StringBuilder doubled = new StringBuilder("WorkExperience( $v0 : hours + hours");
    for (int i = 1; i <= 4; i++) {
      String before = "$v" + (i - 1);
      doubled.append(", $v").append(i).append(" : ").append(before).append(" * ").append(before);
    }
    assertThat(codes(doubled + ", $v3 >= 3 )")).contains("too-many-operations");
  }

  @Test
  void names_and_texts_of_calculations_are_exact_where_they_are_compared() {
    String third =
        "WorkExperience( $third : hours / 3, $third * 3 == hours, $third + $third + $third >= 10 )";
    assertThat(isEarned(third, work("a", "10"))).isTrue();
    assertThat(isEarned(third, work("a", "9.99"))).isFalse();
  }

  @Test
  void four_results_of_one_total_are_one_thing_to_compare() {
    String when =
        """
        accumulate( WorkExperience( $hours : hours );
                    $a : sum( $hours ), $b : min( $hours ), $c : max( $hours ), $d : average( $hours );
                    $a + $b + $c + $d >= 40 )
        """;
    assertThat(isEarned(when, work("a", "10"))).isTrue();
    assertThat(isEarned(when, work("a", "9"))).isFalse();
  }

  @Test
  void case_88_points_are_weighted_by_the_policy_and_each_competency_counts_once() {
    String points =
        """
        accumulate( RubricScore( criterion == "listening", score >= 3, $c1 : criterion );
                    $listening : countDistinct( $c1 ) )
        accumulate( RubricScore( criterion == "speaking", score >= 3, $c2 : criterion );
                    $speaking : countDistinct( $c2 ); 4 * $listening + 4 * $speaking >= 8 )
        """;
    Fact twice = score("listening", "1");
    Fact again = score("listening", "2");
    Measure measure = Objects.requireNonNull(measure(points, twice, again));
    assertThat(measure.counts() + " of " + measure.needs()).isEqualTo("4 of 8");
    assertThat(measure.unit()).isEqualTo("points");
    String three = points.replace(" >= 8", " + 0.5 * $listening >= 8");
    assertThat(Objects.requireNonNull(measure(three, twice)).unit()).isEqualTo("points");
    String half = points.replace("4 * $listening + 4 * $speaking >= 8", "2 * $listening >= 2");
    assertThat(Objects.requireNonNull(measure(half)).unit())
        .as("of one kind, twice as many are still of that kind")
        .isEqualTo("different criterions");
    assertThat(isEarned(points, twice, score("speaking", "3"))).isTrue();
  }

  private static RubricScore score(String criterion, String id) {
    return RubricScore.builder()
        .rubric("r")
        .criterion(criterion)
        .score(new BigDecimal(3))
        .provenance(VETTED.toBuilder().id(id).build())
        .build();
  }

  private static final String BEST =
      """
      accumulate( TrainingCompletion( $credits : credits, $course : training, $score : score );
                  $sum : sumOfBest( $credits, $course, $score ); $sum >= 8 )
      """;

  private static TrainingCompletion attempt(
      String course, String id, String credits, String score, String on) {
    return course(course, credits, score).toBuilder()
        .completedOn(LocalDate.parse(on))
        .provenance(VETTED.toBuilder().id(id).build())
        .build();
  }

  @Test
  void case_80_two_attempts_at_one_course_that_are_equally_good_count_once() {
    Fact first = attempt("a", "1", "4", "3.0", "2025-01-01");
    Fact second = attempt("a", "2", "4", "3.0", "2025-06-01");
    Measure measure = Objects.requireNonNull(measure(BEST, first, second));
    assertThat(measure.counts() + " of " + measure.needs()).isEqualTo("4 of 8");
    assertThat(measure.unit()).isEqualTo("credits");
    assertThat(isEarned(BEST, first, second, attempt("b", "3", "4", "1.0", "2025-01-01"))).isTrue();
    assertThat(isEarned(BEST, first, second, attempt("b", "3", "3.99", "1.0", "2025-01-01")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "sumOfBest, $score, 2", "sumOfLatest, $on, 3", "sumOfFirst, $on, 1",
    "averageOfBest, $score, 2", "averageOfLatest, $on, 3", "averageOfFirst, $on, 1"
  })
  void the_best_the_latest_or_the_first_of_each_course_counts(
      String function, String by, String credits) {
    String when =
        """
        accumulate( TrainingCompletion( $credits : credits, $course : training, $score : score,
                                        $on : completedOn );
                    $sum : %s( $credits, $course, %s ), $mean : max( $score ), $last : max( $on );
                    $sum == %s, $mean >= 0, $last != null )
        """
            .formatted(function, by, credits);
    Fact[] attempts = {
      attempt("a", "1", "1", "50", "2025-01-01"),
      attempt("a", "2", "2", "90", "2025-02-01"),
      attempt("a", "3", "3", "70", "2025-03-01")
    };
    assertThat(isEarned(when, attempts)).isTrue();
    Collections.reverse(Arrays.asList(attempts));
    assertThat(isEarned(when, attempts)).isTrue();
    assertThat(isEarned(when, attempts[0], attempts[2])).isEqualTo(!credits.equals("2"));
  }

  /** Whatever attempts there are: once for each course is the sum of the maxima of each. */
  @Property(seed = Laws.SEED)
  void the_sum_over_the_best_is_the_sum_over_courses_of_the_best_of_each(
      @ForAll("attempts") List<int[]> attempts) {
    Map<Integer, int[]> best = new HashMap<>();
    Fact[] facts = new Fact[attempts.size()];
    for (int i = 0; i < facts.length; i++) {
      int[] each = attempts.get(i);
      facts[i] = attempt("c" + each[0], "" + i, "" + each[1], "" + each[2], "2025-01-01");
      best.merge(
          each[0],
          each,
          (one, other) ->
              one[2] != other[2]
                  ? (one[2] > other[2] ? one : other)
                  : one[1] >= other[1] ? one : other);
    }
    int sum = best.values().stream().mapToInt(each -> each[1]).sum();
    assertThat(isEarned(BEST.replace(">= 8", ">= " + sum), facts)).isTrue();
    assertThat(isEarned(BEST.replace(">= 8", "> " + sum), facts)).isFalse();
  }

  @Provide
  Arbitrary<List<int[]>> attempts() {
    Arbitrary<Integer> few = Arbitraries.integers().between(1, 3);
    return Combinators.combine(few, few, few)
        .as((course, credits, score) -> new int[] {course, credits, score})
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Test
  void once_for_each_key_takes_three_values_of_the_right_kinds() {
    String source =
        "accumulate( TrainingCompletion( $c : credits, $t : training, $d : completedOn ); ";
    assertThat(codes(source + "$s : sumOfBest( $c, $t ); $s >= 8, $d >= 1 )"))
        .containsExactly("bad-argument");
    assertThat(codes(source + "$s : sumOfBest( $c, $t, $d ); $s >= 8 )"))
        .containsExactly("type-mismatch");
    assertThat(codes(source + "$s : sumOfLatest( $c, $t, $c ); $s >= 8 )"))
        .contains("type-mismatch");
    assertThat(codes(source + "$s : sumOfLatest( $t, $c, $d ); $s >= 8 )"))
        .containsExactly("type-mismatch");
    assertThat(codes(source + "$s : sumOfLatest( $c, $t, $d, $d ); $s >= 8 )"))
        .containsExactly("too-many-arguments");
  }
}
