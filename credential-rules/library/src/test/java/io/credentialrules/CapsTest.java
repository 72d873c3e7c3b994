package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.policy.Problem;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of some things no more than so much counts. */
class CapsTest {
  private static final String CAREER =
      """
      accumulate( TrainingCompletion( subject != "CAREER", $c : credits ); $other : sum( $c ) )
      accumulate( TrainingCompletion( subject == "CAREER", $d : credits );
                  $career : %s( $d, 6 ); $other + $career >= 28 )
      """;

  private static String policy(String when) {
    return "rule \"The rule\" @credential( \"c\" ) when\n" + when + "\nthen end";
  }

  private static TrainingCompletion course(String id, String subject, String credits) {
    return TrainingCompletion.builder()
        .training(id)
        .type(TrainingType.COURSE)
        .subject(subject)
        .credits(new BigDecimal(credits))
        .provenance(VETTED.toBuilder().id(id).build())
        .build();
  }

  private static List<Fact> career(String... credits) {
    List<Fact> facts = new ArrayList<>();
    facts.add(course("hum", "HUMANITIES", "12"));
    facts.add(course("lang", "LANGUAGES", "8"));
    for (String each : credits) {
      facts.add(course("career-" + facts.size(), "CAREER", each));
    }
    return facts;
  }

  private static boolean isEarned(String when, List<? extends Fact> facts) {
    return evaluate(rules(policy(when)), facts.toArray(Fact[]::new)).decision("c").isEarned();
  }

  private static Shortfall.Amount shortfall(String when, List<? extends Fact> facts) {
    Decision decision = evaluate(rules(policy(when)), facts.toArray(Fact[]::new)).decision("c");
    RequirementResult missing = ((Decision.NotEarned) decision).missing().get(0);
    return (Shortfall.Amount)
        missing.alternatives().get(0).shortfalls().stream()
            .filter(Shortfall.Amount.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  private static List<String> codes(String when) {
    return CredentialRules.builder().add(pack(policy(when))).check().stream()
        .map(Problem::code)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"sumUpTo, 26, 6", "sumOfItemsUpTo, 24, 4"})
  void case_82_at_most_six_credits_of_career_items_count_by_amount_or_as_whole_items(
      String function, String has, String counts) {
    String when = CAREER.formatted(function);
    Shortfall.Amount amount = shortfall(when, career("4", "4"));
    assertThat(amount.measure().has()).isEqualByComparingTo(has);
    assertThat(amount.measure().needs()).isEqualByComparingTo("28");
    assertThat(amount.measure().unit()).isEqualTo("credits");
    Shortfall.Cap cap = amount.caps().get(0);
    assertThat(cap.function()).isEqualTo("$career : " + function + "( $d, 6 )");
    assertThat(cap.has()).isEqualByComparingTo("8");
    assertThat(cap.counts()).isEqualByComparingTo(counts);
    assertThat(cap.unit()).isEqualTo("credits");
    assertThat(isEarned(when.replace(">= 28", ">= " + has), career("4", "4"))).isTrue();
    assertThat(isEarned(when.replace(">= 28", "> " + has), career("4", "4"))).isFalse();
    assertThat(shortfall(when, career("4")).caps()).isEmpty();
  }

  @Test
  void at_most_twenty_hours_of_webinars_count_towards_sixty() {
    String when =
        """
        accumulate( TrainingCompletion( type != "WEBINAR", $h : hours ); $others : sum( $h ) )
        accumulate( TrainingCompletion( type == "WEBINAR", $w : hours );
                    $webinars : sumUpTo( $w, 20 ); $others + $webinars >= 60 )
        """;
    List<Fact> facts = new ArrayList<>();
    facts.add(hours("course", TrainingType.COURSE, "40"));
    facts.add(hours("webinar", TrainingType.WEBINAR, "19.99"));
    assertThat(isEarned(when, facts)).isFalse();
    facts.add(hours("webinar-2", TrainingType.WEBINAR, "30"));
    assertThat(isEarned(when, facts)).isTrue();
    facts.set(0, hours("course", TrainingType.COURSE, "39.99"));
    assertThat(isEarned(when, facts)).isFalse();
  }

  private static TrainingCompletion hours(String id, TrainingType type, String hours) {
    return course(id, "ANY", "1").toBuilder().type(type).hours(new BigDecimal(hours)).build();
  }

  @Test
  void no_more_than_two_courses_of_a_subject_count() {
    String when =
        """
        accumulate( TrainingCompletion( $t : training, $s : subject );
                    $n : countDistinctUpTo( $t, 2, $s ); $n >= 4 )
        """;
    List<Fact> facts = new ArrayList<>();
    for (String id : List.of("a1", "a2", "a3", "b1")) {
      facts.add(course(id, id.substring(0, 1), "3"));
    }
    Shortfall.Amount amount = shortfall(when, facts);
    assertThat(amount.measure().has()).isEqualByComparingTo("3");
    assertThat(amount.caps().get(0).has()).isEqualByComparingTo("4");
    facts.add(course("b2", "b", "3"));
    assertThat(isEarned(when, facts)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'sumUpTo( $c, 6 )', 6",
    "'sumUpTo( $c, 6, $s )', 10.5",
    "'sumUpTo( $c, 100 )', 13.5",
    "'sumOfItemsUpTo( $c, 9 )', 9",
    "'sumOfItemsUpTo( $c, 8.99 )', 8.5",
    "'sumOfItemsUpTo( $c, 3.99 )', 0",
    "'sumOfItemsUpTo( $c, 4.5, $s )', 8.5",
    "'sumOfGreatest( $c, 2 )', 9.5",
    "'sumOfGreatest( $c, 1, $s )', 9.5",
    "'averageOfGreatest( $c, 2 )', 4.75",
    "'countDistinctUpTo( $t, 2 )', 2",
    "'countDistinctUpTo( $t, 2, $s )', 3"
  })
  void each_function_counts_no_more_than_its_cap(String function, String total) {
    String when =
        "accumulate( TrainingCompletion( $c : credits, $t : training, $s : subject ); $n : "
            + function
            + ", $r : count( $c ), $u : countDistinct( $t ), $v : collectSet( $s ); "
            + "$r >= 1, $u >= 1, $v.size >= 1, $n == "
            + total
            + " )";
    List<Fact> facts =
        new ArrayList<>(
            List.of(course("a", "x", "5"), course("b", "x", "4"), course("c", "y", "4.5")));
    assertThat(isEarned(when, facts)).isTrue();
    Collections.reverse(facts);
    assertThat(isEarned(when, facts)).isTrue();
    assertThat(isEarned(when.replace("$n ==", "$n !="), facts)).isFalse();
  }

  /** Whatever whole amounts there are: no selection within the cap has more. */
  @Property(seed = Laws.SEED)
  void whole_items_are_those_that_are_most_within_the_cap(
      @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 1, max = 9) Integer> amounts,
      @ForAll @IntRange(min = 1, max = 30) int cap) {
    int best = 0;
    for (int chosen = 0; chosen < 1 << amounts.size(); chosen++) {
      int sum = 0;
      for (int i = 0; i < amounts.size(); i++) {
        sum += (chosen >> i & 1) * amounts.get(i);
      }
      best = sum <= cap ? Math.max(best, sum) : best;
    }
    List<Fact> facts = new ArrayList<>();
    for (int amount : amounts) {
      facts.add(course("c" + facts.size(), "x", "" + amount));
    }
    String when =
        "accumulate( TrainingCompletion( $c : credits ); $n : sumOfItemsUpTo( $c, "
            + cap
            + " ), $r : count( $c ); $r >= 1, $n == "
            + best
            + " )";
    assertThat(isEarned(when, facts)).isTrue();
  }

  @Test
  void a_cap_is_a_number_and_takes_a_key_at_most() {
    String source = "accumulate( TrainingCompletion( $c : credits, $t : training ); $s : ";
    assertThat(codes(source + "sumUpTo( $c ); $s >= 8, $t != null )")).contains("bad-argument");
    assertThat(codes(source + "sumUpTo( $c, $t ); $s >= 8 )")).containsExactly("bad-argument");
    assertThat(codes(source + "sumUpTo( $c, 0, $t ); $s >= 8 )")).containsExactly("bad-argument");
    assertThat(codes(source + "sumOfGreatest( $c, 1.5, $t ); $s >= 8 )"))
        .containsExactly("bad-argument");
    assertThat(codes(source + "sumUpTo( $t, 6, $c ); $s >= 8 )")).containsExactly("type-mismatch");
    assertThat(codes(source + "sumUpTo( $c, 6, $t, $t ); $s >= 8 )"))
        .containsExactly("too-many-arguments");
    assertThat(codes(source + "sumUpTo( $c, 6, $t ); $s >= 8 )")).isEmpty();
  }

  @Test
  void more_than_the_cap_can_never_be_met() {
    String source = "accumulate( TrainingCompletion( $c : credits ); $s : sumUpTo( $c, 6 ); $s ";
    assertThat(codes(source + "> 6 )")).containsExactly("never-met");
    assertThat(codes(source + ">= 6 )")).isEmpty();
  }

  @Test
  void a_name_that_says_another_cap_is_a_warning() {
    String when =
        """
        accumulate( TrainingCompletion( type != "WEBINAR", $h : hours ); $others : sum( $h ) )
        accumulate( TrainingCompletion( type == "WEBINAR", $w : hours );
                    $webinars : sumUpTo( $w, %s ); $others + $webinars >= 60 )
        """;
    String name = "60 hours, of which at most 20 hours of webinars count";
    assertThat(codes(name, when.formatted("20"))).isEmpty();
    assertThat(codes(name, when.formatted("30"))).containsExactly("number-in-name");
  }

  private static List<String> codes(String name, String when) {
    return CredentialRules.builder()
        .add(pack(policy(when).replace("The rule", name)))
        .check()
        .stream()
        .map(Problem::code)
        .toList();
  }

  /** Amounts without a common measure have too many totals to try; that ends at the limit. */
  @Test
  void items_that_add_up_in_too_many_ways_end_at_the_limit() {
    List<Fact> facts = new ArrayList<>();
    BigDecimal step = new BigDecimal("0.000001");
    BigDecimal amount = BigDecimal.ONE;
    for (int i = 0; i < 40; i++) {
      amount = amount.add(step.multiply(BigDecimal.valueOf(1L << (i % 20))));
      facts.add(course("c" + i, "x", amount.toPlainString()));
    }
    String when =
        "accumulate( TrainingCompletion( $c : credits ); $n : sumOfItemsUpTo( $c, 20 ); $n >= 20 )";
    assertThatThrownBy(() -> isEarned(when, facts))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("maxJoinRows");
  }

  /** Case 82 with the six credits declared once, and five before 2020. */
  @Test
  void a_cap_can_be_a_named_value_with_dates() {
    String when = CAREER.formatted("sumUpTo").replace("$d, 6", "$d, MostCareerCredits");
    String declared =
        "declare MostCareerCredits @value( 5 ) @from( \"2020-01-01\", %s ) end\n" + policy(when);
    List<Fact> facts = career("4", "4", "2");
    CredentialRules six = rules(declared.formatted("6"));
    RequirementResult result =
        evaluate(six, facts.toArray(Fact[]::new)).decision("c").requirements().get(0);
    assertThat(result.values())
        .extracting(RequirementResult.ValueInUse::value)
        .containsExactly("6");
    assertThat(evaluate(six, facts.toArray(Fact[]::new)).decision("c").isEarned()).isFalse();
    assertThat(
            evaluate(rules(declared.formatted("8")), facts.toArray(Fact[]::new))
                .decision("c")
                .isEarned())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "declare Most @value( 2 ) end, true",
    "declare Most @value( 2.5 ) end, false",
    "declare Most @value( 0 ) end, false",
    "'declare Most @value( 2 ) @from( \"2024-01-01\", 1.5 ) end', false",
    "'declare Most @value( \"two\" ) end', false",
    "'declare Most @value( 1, 2 ) end', false",
    "declare Other @value( 2 ) end, false",
  })
  void a_named_cap_is_checked_as_if_it_were_written(String declaration, boolean isRight) {
    List<Problem> problems =
        CredentialRules.builder()
            .add(
                pack(
                    declaration
                        + "\n"
                        + policy(
                            "accumulate( TrainingCompletion( $t : training );"
                                + " $n : countDistinctUpTo( $t, Most ); $n >= 1 )")))
            .check();
    assertThat(
            problems.stream()
                .noneMatch(one -> one.severity() == io.credentialrules.policy.Severity.ERROR))
        .isEqualTo(isRight);
    if (!isRight) {
      assertThat(problems.get(0).span().line()).isEqualTo(3);
    }
  }
}
