package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Years in a row, as {@code docs/how-do-i-say.md} says them. */
class ConsecutiveYearsTest {
  private static final String YEAR =
      "accumulate( Participation( type == \"SERVICE\", heldOn >= $first.plusYears( %1$s ),"
          + " heldOn < $first.plusYears( %2$s ), $h%1$s : hours );"
          + " $year%1$s : sum( $h%1$s ); $year%1$s >= 30 ) ";

  private static final CredentialRules RULES =
      rules(
          "rule \"Years\" @credential( \"c\" ) when "
              + "Participation( type == \"SERVICE\", $first : heldOn ) "
              + YEAR.formatted(0, 1)
              + YEAR.formatted(1, 2)
              + YEAR.formatted(2, 3)
              + "then end");

  private static Participation served(LocalDate on, int hours) {
    return Participation.builder()
        .type(ParticipationType.SERVICE)
        .activity("service")
        .hours(BigDecimal.valueOf(hours))
        .heldOn(on)
        .provenance(VETTED)
        .build();
  }

  private static boolean isEarned(List<? extends Fact> facts) {
    return evaluate(RULES, facts.toArray(Fact[]::new)).isEarned("c");
  }

  private static List<Participation> in(int... years) {
    List<Participation> facts = new ArrayList<>();
    for (int year : years) {
      facts.add(served(LocalDate.of(year, 3, 1), 30));
    }
    return facts;
  }

  @Test
  void three_years_in_a_row_are_enough_and_three_with_a_gap_are_not() {
    assertThat(isEarned(in(2020, 2021, 2022))).isTrue();
    assertThat(isEarned(in(2019, 2021, 2022))).isFalse();
    assertThat(isEarned(in(2018, 2020, 2021, 2022))).isTrue();
    assertThat(isEarned(in(2021, 2022))).isFalse();
  }

  @Test
  void a_year_of_29_hours_breaks_the_row() {
    List<Participation> facts = in(2020, 2022);
    facts.add(served(LocalDate.of(2021, 3, 1), 29));
    assertThat(isEarned(facts)).isFalse();
    facts.add(served(LocalDate.of(2021, 6, 1), 1));
    assertThat(isEarned(facts)).isTrue();
  }

  @Property
  void it_is_met_where_a_row_begins_with_one_of_the_activities(
      @ForAll @Size(min = 1, max = 6) Set<@IntRange(max = 60) Integer> months,
      @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 10, max = 40) Integer> hours) {
    LocalDate start = LocalDate.of(2018, 1, 15);
    List<Participation> facts = new ArrayList<>();
    for (int month : months) {
      facts.add(served(start.plusMonths(month), hours.get(facts.size())));
    }
    boolean expected =
        facts.stream()
            .map(first -> Objects.requireNonNull(first.heldOn()))
            .anyMatch(first -> Stream.of(0, 1, 2).allMatch(year -> sum(facts, first, year) >= 30));
    assertThat(isEarned(facts)).isEqualTo(expected);
  }

  private static int sum(List<Participation> facts, LocalDate first, int year) {
    int sum = 0;
    for (Participation fact : facts) {
      LocalDate on = Objects.requireNonNull(fact.heldOn());
      if (!on.isBefore(first.plusYears(year)) && on.isBefore(first.plusYears(year + 1L))) {
        sum += Objects.requireNonNull(fact.hours()).intValueExact();
      }
    }
    return sum;
  }
}
