package io.credentialrules;

import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.ValidTo;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Validities that end on days of a calendar. */
class CalendarValidityTest {
  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  private static CredentialRules valid(String arguments) {
    return rules(
        """
        rule "Training" @credential( "c" ) @validFor( %s )
        when TrainingCompletion( training == "a" ) then end
        """
            .formatted(arguments));
  }

  /** Until when it is valid on the day of the last training. */
  private static @Nullable LocalDate until(String arguments, String... days) {
    Fact[] facts =
        Stream.of(days)
            .map(
                on ->
                    TrainingCompletion.builder()
                        .training("a")
                        .type(TrainingType.COURSE)
                        .completedOn(day(on))
                        .provenance(Provenance.vettedBy("R", ReviewerRole.FACULTY, null))
                        .build())
            .toArray(Fact[]::new);
    Evaluation evaluation =
        valid(arguments).evaluate(record(facts), day(days[days.length - 1]), ZONE);
    return ((Decision.Earned) evaluation.decision("c")).until();
  }

  @Test
  void case_87_valid_until_31_december_of_the_second_year() {
    assertThat(until("\"1 year\", \"to 12-31\"", "2024-05-10")).isEqualTo(day("2025-12-31"));
    assertThat(until("\"1 year\", \"to 12-31\"", "2024-12-31")).isEqualTo(day("2025-12-31"));
    assertThat(until("\"1 year\", \"to 12-31\"", "2025-01-01")).isEqualTo(day("2026-12-31"));
  }

  @Test
  void case_87_valid_for_a_year_and_at_least_six_months_from_any_renewal() {
    String arguments = "\"6 months\", \"to anniversary\"";
    assertThat(until(arguments, "2024-03-01")).isEqualTo(day("2025-03-01"));
    assertThat(until(arguments, "2024-03-01", "2024-09-01")).isEqualTo(day("2025-03-01"));
    assertThat(until(arguments, "2024-03-01", "2024-09-02")).isEqualTo(day("2026-03-01"));
    assertThat(until(arguments, "2024-03-01", "2025-03-02")).isEqualTo(day("2026-03-01"));
    assertThat(until(arguments, "2024-03-01", "2025-03-03")).isEqualTo(day("2026-03-03"));
  }

  @Test
  void valid_to_the_end_of_a_month_or_term() {
    assertThat(until("\"2 years\", \"to end of month\"", "2024-02-29"))
        .isEqualTo(day("2026-02-28"));
    assertThat(until("\"1 month\", \"to end of month\"", "2024-01-31"))
        .isEqualTo(day("2024-02-29"));
    assertThat(until("\"90 days\", \"to 05-31, 12-31\"", "2024-01-10"))
        .isEqualTo(day("2024-05-31"));
    assertThat(until("\"90 days\", \"to 05-31, 12-31\"", "2024-03-03"))
        .isEqualTo(day("2024-12-31"));
    assertThat(until("\"90 days\", \"to 05-31, 12-31\"", "2024-10-03"))
        .isEqualTo(day("2025-05-31"));
  }

  @Test
  void the_day_after_the_end_it_is_lapsed_and_the_answer_says_by_which_setting() {
    CredentialRules rules = valid("\"1 year\", \"to 12-31\"");
    Fact fact =
        TrainingCompletion.builder()
            .training("a")
            .type(TrainingType.COURSE)
            .completedOn(day("2024-05-10"))
            .provenance(Provenance.vettedBy("R", ReviewerRole.FACULTY, null))
            .build();
    assertThat(rules.evaluate(record(fact), day("2025-12-31"), ZONE).isEarned("c")).isTrue();
    Decision lapsed = rules.evaluate(record(fact), day("2026-01-01"), ZONE).decision("c");
    assertThat(((Decision.NotEarned) lapsed).routes().get(0).missing())
        .singleElement()
        .satisfies(missing -> assertThat(missing.name()).isEqualTo("valid for P1Y to 12-31"));
  }

  @Property(seed = Laws.SEED)
  void an_end_is_one_of_the_days_and_there_is_none_between(
      @ForAll("ends") String end, @ForAll("days") LocalDate date, @ForAll("days") LocalDate other) {
    LocalDate achieved = other.isBefore(date) ? other : date;
    ValidTo to =
        valid("\"1 year\", \"" + end + "\"").policy().rules().stream()
            .map(rule -> (io.credentialrules.policy.syntax.CredentialRule) rule)
            .map(rule -> rule.settings().validTo())
            .findFirst()
            .orElseThrow();
    LocalDate found = to.from(date, achieved);
    assertThat(found).isAfterOrEqualTo(date);
    assertThat(to.from(found, achieved)).isEqualTo(found);
    if (found.isAfter(date)) {
      assertThat(to.from(found.minusDays(1), achieved)).isEqualTo(found);
    }
    assertThat(to.toString()).isEqualTo(end);
  }

  @Provide
  Arbitrary<String> ends() {
    return Arbitraries.of(
        "to 12-31", "to 02-29", "to 05-31, 12-31", "to end of month", "to anniversary");
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Dates.dates().between(LocalDate.of(1999, 1, 1), LocalDate.of(2030, 12, 31));
  }
}
