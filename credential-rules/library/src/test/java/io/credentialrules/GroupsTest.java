package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts are summed up for each week, month or category. */
class GroupsTest {
  private static final String WEEKS =
      """
      accumulate( groupby( Participation( type == "SERVICE", $on : heldOn, $hours : hours );
                           $week : $on.startOfWeek();
                           $sum : sum( $hours );
                           $sum >= 30 );
                  $weeks : count(); $weeks >= 4 )
      """;

  private static String policy(String when) {
    return "rule \"The rule\" @credential( \"c\" ) when\n" + when + "\nthen end";
  }

  private static boolean isEarned(String when, List<? extends Fact> facts) {
    return evaluate(rules(policy(when)), facts.toArray(Fact[]::new)).decision("c").isEarned();
  }

  private static Shortfall.Amount shortfall(String when, List<? extends Fact> facts) {
    Decision decision = evaluate(rules(policy(when)), facts.toArray(Fact[]::new)).decision("c");
    RequirementResult missing = ((Decision.NotEarned) decision).missing().get(0);
    return (Shortfall.Amount) missing.alternatives().get(0).shortfalls().get(0);
  }

  private static List<String> codes(String when) {
    return CredentialRules.builder().add(pack(policy(when))).check().stream()
        .map(Problem::code)
        .toList();
  }

  private static Participation service(String on, String hours) {
    return Participation.builder()
        .activity("service")
        .type(ParticipationType.SERVICE)
        .heldOn(LocalDate.parse(on))
        .hours(new BigDecimal(hours))
        .provenance(VETTED.toBuilder().id(on + hours).build())
        .build();
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

  private static List<Fact> weeks(String... hours) {
    List<Fact> facts = new ArrayList<>();
    LocalDate monday = LocalDate.parse("2025-01-06");
    for (String each : hours) {
      LocalDate first = monday.plusWeeks(facts.size() / 2);
      facts.add(service(first.toString(), "10"));
      facts.add(
          service(
              first.plusDays(6).toString(),
              new BigDecimal(each).subtract(BigDecimal.TEN).toPlainString()));
    }
    return facts;
  }

  @Test
  void case_83_thirty_hours_in_each_of_four_weeks_and_the_week_of_twenty_nine_is_named() {
    assertThat(isEarned(WEEKS, weeks("30", "30", "30", "30"))).isTrue();
    Shortfall.Amount amount = shortfall(WEEKS, weeks("30", "30", "29", "30"));
    assertThat(amount.measure().has()).isEqualByComparingTo("3");
    assertThat(amount.measure().needs()).isEqualByComparingTo("4");
    assertThat(amount.measure().unit()).isEqualTo("weeks");
    assertThat(amount.groups()).hasSize(1);
    Shortfall.Group week = amount.groups().get(0);
    assertThat(week.key()).isEqualTo("2025-01-20");
    assertThat(week.misses()).hasSize(1);
    Measure measure = Objects.requireNonNull(week.misses().get(0).measure());
    assertThat(measure.has()).isEqualByComparingTo("29");
    assertThat(measure.needs()).isEqualByComparingTo("30");
    assertThat(measure.unit()).isEqualTo("hours");
  }

  @Test
  void one_day_later_is_another_week() {
    List<Fact> facts = weeks("30", "30", "30", "30");
    facts.set(1, service("2025-01-13", "20"));
    assertThat(isEarned(WEEKS, facts)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "$on.startOfWeek(), 2025-01-06, 2025-01-12, 2025-01-13",
    "$on.plusDays( 1 ).startOfWeek(), 2025-01-05, 2025-01-11, 2025-01-12",
    "$on.startOfMonth(), 2025-02-01, 2025-02-28, 2025-03-01",
    "$on.startOfYear(), 2024-01-01, 2024-12-31, 2025-01-01",
    "$on.minusMonths( 6 ).startOfYear(), 2024-07-01, 2025-06-30, 2025-07-01"
  })
  void a_span_of_time_begins_on_its_first_day_and_ends_on_its_last(
      String key, String first, String last, String next) {
    String when =
        "accumulate( Participation( $on : heldOn ); $n : countDistinct( " + key + " ); $n >= 2 )";
    String grouped =
        "accumulate( groupby( Participation( $on : heldOn ); $k : "
            + key
            + "; $n : count(); $n >= 2 ); $all : count(); $all >= 1 )";
    List<Fact> same = List.of(service(first, "1"), service(last, "1"));
    List<Fact> two = List.of(service(first, "1"), service(next, "1"));
    assertThat(isEarned(when, same)).isFalse();
    assertThat(isEarned(grouped, same)).isTrue();
    assertThat(isEarned(when, two)).isTrue();
    assertThat(isEarned(grouped, two)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"$y, different years", "$week, different weeks"})
  void groups_of_a_span_that_a_name_of_no_meaning_stands_for_are_told_by_the_span(
      String name, String unit) {
    String method = name.equals("$y") ? "Year" : "Week";
    String grouped =
        "accumulate( groupby( Participation( %1$s : heldOn.startOf%2$s() ); %1$s; $n : count(); $n >= 2 ); $all : count(); $all >= 2 )";
    Shortfall.Amount amount =
        shortfall(grouped.formatted(name, method), List.of(service("2025-01-06", "1")));
    assertThat(amount.measure().unit()).isEqualTo(unit);
  }

  private static final String EACH =
      """
      accumulate( groupby( TrainingCompletion( subject in ( "ART", "BIOLOGY", "CIVICS" ),
                                               $subject : subject, $credits : credits );
                           $area : $subject;
                           $sum : sum( $credits ), $courses : count();
                           $sum >= 6, $courses >= 2 );
                  $areas : countDistinct( $area ); $areas >= 3 )
      """;

  @Test
  void two_courses_in_each_category_of_a_list() {
    List<Fact> facts = new ArrayList<>();
    for (String subject : List.of("ART", "BIOLOGY", "CIVICS")) {
      facts.add(course(subject + 1, subject, "3"));
      facts.add(course(subject + 2, subject, "3"));
    }
    assertThat(isEarned(EACH, facts)).isTrue();
    Collections.reverse(facts);
    assertThat(isEarned(EACH, facts)).isTrue();
    facts.set(0, course("CIVICS1", "CIVICS", "2.99"));
    Shortfall.Amount amount = shortfall(EACH, facts);
    assertThat(amount.groups()).extracting(Shortfall.Group::key).containsExactly("CIVICS");
    facts.remove(0);
    assertThat(shortfall(EACH, facts).groups().get(0).misses()).hasSize(2);
    facts.remove(0);
    facts.add(course("DANCE1", "DANCE", "9"));
    facts.add(course("DANCE2", "DANCE", "9"));
    assertThat(isEarned(EACH, facts)).isFalse();
    assertThat(shortfall(EACH, facts).groups()).isEmpty();
  }

  @Test
  void what_each_group_must_have_can_be_a_named_value() {
    String policy =
        "declare WeeklyHours @value( 30 ) @from( \"2030-01-01\", 40 ) end\n"
            + policy(WEEKS.replace(">= 30", ">= WeeklyHours"));
    CredentialRules rules = rules(policy);
    assertThat(evaluate(rules, weeks("30", "30", "30", "30").toArray(Fact[]::new)).isEarned("c"))
        .isTrue();
    assertThat(evaluate(rules, weeks("30", "30", "29", "30").toArray(Fact[]::new)).isEarned("c"))
        .isFalse();
  }

  @Test
  void every_week_that_there_is() {
    String when =
        """
        accumulate( groupby( Participation( $on : heldOn, $hours : hours ); $week : $on.startOfWeek();
                             $sum : sum( $hours ); $sum < 30 ); $short : count(); $short == 0 )
        exists Participation()
        """;
    assertThat(isEarned(when, weeks("30", "31"))).isTrue();
    assertThat(isEarned(when, weeks("30", "29"))).isFalse();
    assertThat(shortfall(when, weeks("30", "29")).groups())
        .extracting(Shortfall.Group::key)
        .containsExactly("2025-01-13");
    assertThat(isEarned(when, List.of())).isFalse();
  }

  /** Whatever there is in whatever months: the months that have enough are counted. */
  @Property(seed = Laws.SEED)
  void groups_are_those_that_a_map_has(@ForAll("months") List<int[]> months) {
    Map<Integer, Integer> sums = new HashMap<>();
    List<Fact> facts = new ArrayList<>();
    for (int[] each : months) {
      sums.merge(each[0], each[2], Integer::sum);
      facts.add(
          service(LocalDate.of(2024, each[0], each[1]).toString(), each[2] + "." + facts.size()));
    }
    long enough = sums.values().stream().filter(sum -> sum >= 5).count();
    String when =
        """
        accumulate( groupby( Participation( $on : heldOn, $hours : hours ); $on.startOfMonth();
                             $sum : sum( $hours ), $n : count(); $sum >= 5 );
                    $most : max( $n ), $months : count(); $months == %d, $most != 0 )
        exists Participation()
        """;
    assertThat(isEarned(when.formatted(enough), facts)).isTrue();
    assertThat(isEarned(when.formatted(enough + 1), facts)).isFalse();
  }

  @Provide
  Arbitrary<List<int[]>> months() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, 28),
            Arbitraries.integers().between(1, 4))
        .as((month, day, hours) -> new int[] {month, day, hours})
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Test
  void what_cannot_be_grouped_is_refused_at_its_place() {
    String of = "groupby( Participation( $on : heldOn, $h : hours ); ";
    String counted = " ); $n : count(); $n >= 1 )";
    assertThat(codes(of + "$k : $on; $s : sum( $h ); $s >= 3 )"))
        .containsExactly("groupby-not-allowed");
    assertThat(codes("not( " + of + "$k : $on; $s : sum( $h ); $s >= 3 ) )"))
        .contains("groupby-not-allowed");
    assertThat(codes("accumulate( " + of + "$k : 3; $s : sum( $h ); $s >= 3" + counted))
        .containsExactly("bad-argument");
    assertThat(codes("accumulate( " + of + "$k : $x; $s : sum( $h ); $s >= 3" + counted))
        .containsExactly("unknown-variable");
    assertThat(
            codes(
                "Today( $t : date )\naccumulate( "
                    + of
                    + "$k : $on; $s : max( $on ); $s >= $t"
                    + counted))
        .contains("bad-argument");
    assertThat(codes("accumulate( " + of + "$k : $on.startOfWeek( 1 ); $s : sum( $h )" + counted))
        .containsExactly("bad-argument");
    assertThat(codes("accumulate( " + of + "$on; $s : sum( $h ); $s >= 3" + counted)).isEmpty();
  }

  @Test
  void a_name_says_what_each_group_has_and_how_many_there_are() {
    assertThat(named("At least 30 hours in each of four weeks")).isEmpty();
    assertThat(named("Thirty hours of service a week, in 4 different weeks")).isEmpty();
    assertThat(named("Au moins 30 heures dans chacune de quatre semaines")).isEmpty();
    assertThat(named("At least 20 hours in each of four weeks")).containsExactly("number-in-name");
  }

  private static List<String> named(String name) {
    return CredentialRules.builder()
        .add(pack(policy(WEEKS).replace("The rule", name)))
        .check()
        .stream()
        .map(Problem::code)
        .toList();
  }

  @Test
  void groups_that_cannot_be_are_found_by_the_check() {
    String of = "accumulate( groupby( Participation( $on : heldOn, $h : hours ); $on; ";
    assertThat(codes(of + "$s : sum( $h ); $s < 0 ); $n : count(); $n >= 1 )"))
        .containsExactly("never-met");
  }
}
