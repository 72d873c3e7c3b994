package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Plan.Demand;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan asks of the dates of a new fact other than the day on which it happens. */
class PlanDatesTest {
  private static final String WORK = "WorkExperience( type == \"INTERNSHIP\", hours >= 10%s )";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "startedOn >= $now.startOfYear()                      | startedOn AT_LEAST [2026-01-01]",
        "startedOn >= $now.minusMonths( 6 ).startOfYear()     | startedOn AT_LEAST [2025-01-01]",
        "startedOn.startOfMonth() >= $now.minusMonths( 3 )    | startedOn AT_LEAST [2026-02-01]",
        "$e : endedOn, startedOn >= $e.startOfMonth()         | startedOn AT_LEAST [2026-05-01]",
        "startedOn.startOfWeek() > \"2026-04-01\"               | startedOn AT_LEAST [2026-04-06]"
      })
  void a_date_that_is_compared_by_weeks_months_and_years_is_asked_for_from_its_first_day_on(
      String comparison, String demand) {
    assertThat(demands("Today( $now : date ) " + WORK.formatted(", " + comparison)))
        .containsExactly(demand);
  }

  @Test
  void a_day_that_may_not_be_is_excluded_rather_than_that_there_be_any() {
    String apart =
        "not ( WorkExperience( $e : experience, $s : startedOn )"
            + " and WorkExperience( experience != $e, startedOn == $s ) ) ";
    assertThat(demands(apart + WORK.formatted(""), work("a", 5, "2026-03-02", null)))
        .containsExactly("startedOn NONE_OF [2026-03-02]");
    String two =
        apart + WORK.formatted(", subject == \"A\"") + WORK.formatted(", subject == \"B\"");
    assertThat(demands(two, work("a", 5, "2026-03-02", null)))
        .containsExactly(
            "startedOn NONE_OF [2026-03-02]",
            "startedOn NONE_OF [2026-03-02]",
            "startedOn DIFFERENT []");
  }

  @Test
  void where_some_days_spoil_it_one_that_does_not_is_asked_for_rather_than_none() {
    assertThat(
            demands(
                "Today( $now : date ) not WorkExperience( startedOn >= $now.startOfMonth() ) "
                    + WORK.formatted("")))
        .containsExactly("startedOn AT_MOST [2026-04-30]");
    assertThat(
            demands(
                "not WorkExperience( $s : startedOn, agreementSignedOn >= $s ) "
                    + WORK.formatted("")))
        .containsExactly(
            "agreementSignedOn AT_MOST [2026-04-30]", "startedOn AT_LEAST [2026-05-01]");
    assertThat(
            demands(
                "not WorkExperience( $s : startedOn, agreementSignedOn > $s ) "
                    + WORK.formatted("")))
        .as("only days before that of the agreement spoil it")
        .containsExactly(
            "agreementSignedOn AT_MOST [2026-04-30]", "startedOn AT_LEAST [2026-04-30]");
  }

  @Test
  void where_every_day_spoils_it_none_is_to_be_given() {
    assertThat(demands("not WorkExperience( startedOn != null ) " + WORK.formatted("")))
        .containsExactly("startedOn ABSENT []");
  }

  @Test
  void two_open_dates_that_must_not_be_equal_are_told_apart() {
    String apart = "not WorkExperience( $s : startedOn, agreementSignedOn == $s ) ";
    assertThat(demands(apart + WORK.formatted("")))
        .as("of which one can be left out")
        .containsExactly("agreementSignedOn ONE_OF [2026-04-30]", "startedOn NONE_OF [2026-04-30]");
    assertThat(demands(WORK.formatted(", $s : startedOn, agreementSignedOn != $s")))
        .containsExactly(
            "agreementSignedOn AT_LEAST [2026-05-01]", "startedOn AT_MOST [2026-04-30]");
    assertThat(demands(WORK.formatted(", startedOn != null, agreementSignedOn != null")))
        .as("dates that nothing compares")
        .containsExactly("agreementSignedOn GIVEN []", "startedOn GIVEN []");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "startedOn.startOfMonth() == $a.startOfMonth() | [agreementSignedOn AT_LEAST [2026-04-01], startedOn AT_MOST [2026-03-31]]",
        "startedOn.startOfWeek() == $a.plusMonths( 1 ) | [agreementSignedOn ONE_OF [2026-04-30]]",
        "startedOn.startOfMonth() == $a.startOfWeek() | [agreementSignedOn ONE_OF [2026-04-30]]",
        "startedOn.startOfYear() == $a.startOfWeek() | [agreementSignedOn ONE_OF [2026-04-30]]"
      })
  void weeks_months_and_years_of_two_open_dates_that_must_not_be_equal_are_told_apart(
      String comparison, String demands) {
    String apart = "not WorkExperience( $a : agreementSignedOn, " + comparison + " ) ";
    assertThat(demands(apart + WORK.formatted("")).toString()).isEqualTo(demands);
  }

  @Test
  void of_many_days_on_record_none_is_left_out() {
    List<Fact> facts = new ArrayList<>();
    for (int stay = 0; stay < 60; stay++) {
      String started = TODAY.minusDays(30L + 23L * stay).toString();
      facts.add(work("e" + stay, 1, started, null));
    }
    Fact[] all = facts.toArray(Fact[]::new);
    assertThat(
            demands(
                "Today( $now : date ) " + WORK.formatted(", startedOn >= $now.startOfYear()"), all))
        .containsExactly("startedOn AT_LEAST [2026-01-01]");
    assertThat(demands(WORK.formatted(", $e : endedOn, startedOn <= $e.minusMonths( 6 )"), all))
        .as("compared with a date of the same fact")
        .containsExactly("startedOn AT_MOST [2025-11-01]");
    assertThat(
            demands(
                "not ( WorkExperience( $e : experience, $s : startedOn, agreementSignedOn != null )"
                    + " and WorkExperience( experience != $e, startedOn == $s ) ) "
                    + WORK.formatted(""),
                all))
        .as("too many days to try each")
        .containsExactly("startedOn ONE_OF [2026-04-30]");
  }

  @Property(seed = Laws.SEED)
  void any_dates_that_a_step_allows_earn_it(@ForAll long seed) {
    Random random = new Random(seed);
    String comparison = date("startedOn", random) + operator(random) + other(random);
    String absent = "";
    if (random.nextInt(3) == 0) {
      absent = "not WorkExperience( $e : endedOn, $a : agreementSignedOn, " + comparison + " ) ";
      comparison = "";
    }
    String when =
        "Today( $now : date ) "
            + absent
            + WORK.formatted(
                comparison.isEmpty()
                    ? ""
                    : ", $e : endedOn, "
                        + (comparison.contains("$a") ? "$a : agreementSignedOn, " : "")
                        + comparison);
    List<Fact> facts = new ArrayList<>();
    if (random.nextBoolean()) {
      LocalDate started = TODAY.minusDays(random.nextInt(500));
      facts.add(work("a", 5, started.toString(), started.minusDays(random.nextInt(40)).toString()));
    }
    CredentialRules rules = rules(policy(when));
    LearnerRecord record = Records.record(facts.toArray(Fact[]::new));
    if (!(rules.evaluate(record, TODAY, ZONE).plan("c") instanceof Plan.Steps steps)
        || steps.steps().isEmpty()
        || steps.waitUntil() != null) {
      return;
    }
    List<Demand> demands = steps.steps().get(0).demands();
    LocalDate then = Objects.requireNonNullElse(steps.startOn(), TODAY);
    LocalDate last = Objects.requireNonNull(added(steps).endedOn());
    List<LocalDate> days = new ArrayList<>();
    for (int day = -800; day <= 0; day++) {
      days.add(last.plusDays(day));
    }
    for (int at = 0; at < 2 * days.size(); at++) {
      LocalDate started = days.get(at / 2);
      LocalDate signed = at % 2 == 0 ? days.get(random.nextInt(days.size())) : started;
      if (allows(demands, "startedOn", started) && allows(demands, "agreementSignedOn", signed)) {
        List<Fact> all = new ArrayList<>(facts);
        all.add(added(steps).toBuilder().startedOn(started).agreementSignedOn(signed).build());
        LearnerRecord after = Records.record(all.toArray(Fact[]::new));
        assertThat(rules.evaluate(after, then, ZONE).isEarned("c"))
            .as("%s: %s, started on %s, signed on %s", when, demands, started, signed)
            .isTrue();
      }
    }
  }

  private static String date(String of, Random random) {
    return of
        + List.of("", ".startOfMonth()", ".startOfYear()", ".startOfWeek()", ".plusMonths( 1 )")
            .get(random.nextInt(5));
  }

  private static String operator(Random random) {
    return List.of(" >= ", " > ", " <= ", " < ", " == ").get(random.nextInt(5));
  }

  private static String other(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> date("$e", random);
      case 1 -> date("$a", random);
      case 2 -> "\"2026-02-17\"";
      case 3 -> "$now.minusMonths( 6 ).startOfYear()";
      default -> date("$now.minusDays( 70 )", random);
    };
  }

  private static WorkExperience added(Plan.Steps steps) {
    return (WorkExperience) steps.steps().get(0).fact();
  }

  private static boolean allows(List<Demand> demands, String field, LocalDate day) {
    for (Demand demand : demands) {
      if (demand.field().equals(field)) {
        boolean isAllowed =
            switch (demand.relation()) {
              case AT_LEAST -> !day.isBefore((LocalDate) demand.values().get(0));
              case AT_MOST -> !day.isAfter((LocalDate) demand.values().get(0));
              case ONE_OF -> demand.values().contains(day);
              case NONE_OF -> !demand.values().contains(day);
              case GIVEN -> true;
              case ABSENT -> false;
              default -> throw new AssertionError("of a date: " + demand);
            };
        if (!isAllowed) {
          return false;
        }
      }
    }
    return true;
  }

  private static WorkExperience work(
      String name, int hours, String started, @Nullable String signed) {
    return WorkExperience.builder()
        .type(WorkExperienceType.INTERNSHIP)
        .experience(name)
        .hours(BigDecimal.valueOf(hours))
        .startedOn(LocalDate.parse(started))
        .agreementSignedOn(signed == null ? null : LocalDate.parse(signed))
        .endedOn(TODAY)
        .provenance(VETTED)
        .build();
  }

  private static String policy(String when) {
    return "rule \"C\" @credential( \"c\" ) when " + when + " then end";
  }

  /** What is asked of dates; any facts that the steps allow earn it. */
  private static List<String> demands(String when, Fact... facts) {
    return UnhelpfulFacts.demands(policy(when), facts).stream()
        .filter(demand -> demand.field().endsWith("On"))
        .map(demand -> demand.field() + " " + demand.relation() + " " + demand.values())
        .toList();
  }
}
