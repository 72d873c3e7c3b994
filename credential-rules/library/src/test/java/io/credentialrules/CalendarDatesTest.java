package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions on calendar weeks, months and years, and on years that begin on another day. */
class CalendarDatesTest {
  private static final int MOST_DAYS = 1_200;

  private static Fact done(LocalDate on) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training("a" + on)
        .completedOn(on)
        .provenance(VETTED)
        .build();
  }

  private static CredentialRules condition(String comparison) {
    return rules(
        "rule \"C\" @credential( \"c\" ) when Today( $now : date ) TrainingCompletion( $on :"
            + " completedOn, "
            + comparison
            + " ) then end");
  }

  @ParameterizedTest
  @CsvSource({
    "completedOn >= $now.startOfYear(), 2026-01-01, 2025-12-31",
    "completedOn >= $now.startOfMonth(), 2026-05-01, 2026-04-30",
    "completedOn >= $now.startOfWeek(), 2026-04-27, 2026-04-26",
    "completedOn < $now.startOfMonth(), 2026-04-30, 2026-05-01",
    "completedOn >= $now.minusMonths( 24 ).startOfMonth(), 2024-05-01, 2024-04-30",
    "completedOn >= $now.minusMonths( 6 ).startOfYear().plusMonths( 6 ), 2025-07-01, 2025-06-30",
    "$on.startOfYear() == $now.startOfYear(), 2026-01-01, 2025-12-31",
    "$on.startOfYear() == $now.startOfYear().minusYears( 1 ), 2025-12-31, 2026-01-01",
    "$on.startOfMonth().plusMonths( 3 ) > $now, 2026-03-01, 2026-01-31",
    "$on.plusDays( 1 ).startOfWeek() == $now.plusDays( 1 ).startOfWeek(), 2026-04-26, 2026-04-25"
  })
  void a_span_of_the_calendar_begins_on_its_first_day(
      String comparison, LocalDate within, LocalDate outside) {
    CredentialRules rules = condition(comparison);
    assertThat(evaluate(rules, done(within)).isEarned("c")).isTrue();
    assertThat(evaluate(rules, done(outside)).isEarned("c")).isFalse();
  }

  @Property(seed = Laws.SEED)
  void the_days_of_a_decision_are_those_of_the_calendar(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("$now");
    UnaryOperator<LocalDate> bound = expression(random, text);
    String operator = List.of(">=", ">", "<", "<=").get(random.nextInt(4));
    CredentialRules rules = condition("completedOn " + operator + " " + text);
    List<LocalDate> days = new ArrayList<>();
    for (int fact = 0; fact <= random.nextInt(3); fact++) {
      days.add(TODAY.minusDays(random.nextInt(900)));
    }
    Decision decision =
        evaluate(rules, days.stream().map(CalendarDatesTest::done).toArray(Fact[]::new))
            .decision("c");
    boolean isEarned = holds(days, operator, bound, TODAY);
    assertThat(decision.isEarned()).as(text + " " + days).isEqualTo(isEarned);
    if (!(decision instanceof Decision.Earned earned)) {
      return;
    }
    LocalDate since = TODAY;
    while (holds(days, operator, bound, since.minusDays(1))) {
      since = since.minusDays(1);
    }
    LocalDate until = TODAY;
    while (until != null && holds(days, operator, bound, until.plusDays(1))) {
      until = until.isAfter(TODAY.plusDays(MOST_DAYS)) ? null : until.plusDays(1);
    }
    assertThat(earned.since()).as("since: " + operator + text + " " + days).isEqualTo(since);
    assertThat(earned.until()).as("until: " + operator + text + " " + days).isEqualTo(until);
  }

  private static Plan.Steps plan(String when, Fact... facts) {
    CredentialRules rules = rules("rule \"C\" @credential( \"c\" ) when " + when + " then end");
    return (Plan.Steps) evaluate(rules, facts).plan("c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Today( $t : date, $t >= $t.startOfYear().plusMonths( 8 ) )",
        "Today( $t : date ) Today( date.startOfWeek() < $t.startOfMonth() )",
        "Today( $t : date ) TrainingCompletion( $t == $t.plusDays( 1 ).startOfMonth() )",
        "Today( $t : date, $t in ( $t.startOfYear(), \"2026-05-01\" ) )"
      })
  void the_date_of_evaluation_is_not_compared_with_its_own_month(String when) {
    assertThatThrownBy(() -> plan("TrainingCompletion() " + when))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("compares the date of evaluation with itself");
    rules(
        "rule \"C\" @credential( \"c\" ) when TrainingCompletion( $on : completedOn ) "
            + when.replaceAll("\\$t\\.(?=[sp])", "\\$on.").replace("date.startOfWeek() <", "date <")
            + " then end");
  }

  @Test
  void what_begins_with_a_month_or_a_year_is_waited_for() {
    Fact done = done(LocalDate.of(2026, 3, 20));
    Plan.Steps year =
        plan(
            "TrainingCompletion( $on : completedOn ) Today( date >= $on.startOfYear().plusYears( 1 ) )",
            done);
    assertThat(year.waitUntil()).isEqualTo("2027-01-01");
    assertThat(year.steps()).isEmpty();
    Plan.Steps months =
        plan(
            "TrainingCompletion( $on : completedOn ) Today( $now : date, date.startOfMonth() > $on.plusMonths( 6 ) )"
                + " AssessmentResult( assessment == \"final\", passed )",
            done);
    assertThat(months.waitUntil()).isEqualTo("2026-10-01");
    assertThat(months.steps()).hasSize(1);
    Plan.Steps none =
        plan(
            "Today( $now : date ) exists TrainingCompletion() not TrainingCompletion( completedOn >= $now.startOfYear() )",
            done);
    assertThat(none.waitUntil()).isEqualTo("2027-01-01");
  }

  @Test
  void something_new_comes_in_a_later_month_than_something_else() {
    String next =
        "TrainingCompletion( training == \"plan\", $a : completedOn )"
            + " TrainingCompletion( training == \"report\", completedOn >= $a.startOfMonth().plusMonths( 2 ) )";
    Plan.Steps both = plan(next);
    assertThat(both.steps()).hasSize(2);
    assertThat(both.waitUntil()).isEqualTo("2026-07-01");
    Plan.Steps same = plan(next.replace("completedOn >=", "completedOn <"));
    assertThat(same.waitUntil()).isNull();
    assertThat(same.steps()).hasSize(2);
  }

  private static boolean holds(
      List<LocalDate> facts, String operator, UnaryOperator<LocalDate> bound, LocalDate day) {
    return facts.stream()
        .filter(fact -> !fact.isAfter(day))
        .mapToInt(fact -> fact.compareTo(bound.apply(day)))
        .anyMatch(
            order ->
                switch (operator) {
                  case ">=" -> order >= 0;
                  case ">" -> order > 0;
                  case "<=" -> order <= 0;
                  default -> order < 0;
                });
  }

  /** Up to three methods, one of which is the first day of a span. */
  private static UnaryOperator<LocalDate> expression(Random random, StringBuilder text) {
    UnaryOperator<LocalDate> first = random.nextBoolean() ? shifted(random, text) : date -> date;
    UnaryOperator<LocalDate> span = span(random, text);
    UnaryOperator<LocalDate> last = random.nextBoolean() ? shifted(random, text) : date -> date;
    return date -> last.apply(span.apply(first.apply(date)));
  }

  private static UnaryOperator<LocalDate> span(Random random, StringBuilder text) {
    return switch (random.nextInt(3)) {
      case 0 -> {
        text.append(".startOfWeek()");
        yield date -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      }
      case 1 -> {
        text.append(".startOfMonth()");
        yield date -> date.with(TemporalAdjusters.firstDayOfMonth());
      }
      default -> {
        text.append(".startOfYear()");
        yield date -> date.with(TemporalAdjusters.firstDayOfYear());
      }
    };
  }

  private static UnaryOperator<LocalDate> shifted(Random random, StringBuilder text) {
    int amount = 1 + random.nextInt(14);
    if (random.nextBoolean()) {
      text.append(".minusMonths( ").append(amount).append(" )");
      return date -> date.minusMonths(amount);
    }
    text.append(".plusDays( ").append(amount).append(" )");
    return date -> date.plusDays(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accumulate( TrainingCompletion( $on : completedOn, $on.startOfMonth() == $now.startOfMonth() );"
            + " $n : countDistinct( $on.startOfWeek() ); $n >= 3 )",
        "accumulate( groupby( TrainingCompletion( $on : completedOn, $on.startOfMonth() =="
            + " $now.startOfMonth() ); $week : $on.startOfWeek(); $each : count(); $each >= 1 );"
            + " $n : count(); $n >= 3 )"
      })
  void weeks_of_the_next_month_are_planned_on_each_of_the_last_days_of_this_one(String weeks) {
    CredentialRules rules =
        rules("rule \"C\" @credential( \"c\" ) when Today( $now : date ) " + weeks + " then end");
    for (LocalDate day = LocalDate.of(2026, 12, 26); day.getYear() == 2026; day = day.plusDays(1)) {
      Plan plan = rules.evaluate(Records.record(), day, Records.ZONE).plan("c");
      assertThat(plan).as("on %s", day).isInstanceOf(Plan.Steps.class);
      assertThat(((Plan.Steps) plan).steps()).hasSize(3);
      assertThat(((Plan.Steps) plan).waitUntil()).as("on %s", day).isEqualTo("2027-01-17");
    }
  }
}
