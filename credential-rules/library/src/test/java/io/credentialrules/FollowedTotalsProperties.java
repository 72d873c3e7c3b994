package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ProvenanceBuilder;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceBuilder;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Since when and until when a total is met, however many facts of how many days it has. */
@Tag("once")
@org.junit.jupiter.api.Tag("once")
class FollowedTotalsProperties {
  private static final int DAYS = 9_900;
  private static final LocalDate FIRST = Records.TODAY.minusDays(60);

  /** What follows a source that is a pattern alone, and what is worked out day by day. */
  private static final String FOLLOWED = "accumulate( %s;";

  private static final String DAY_BY_DAY = "accumulate( Learner( ) and %s;";

  @Property(seed = Laws.SEED)
  void a_total_that_is_followed_is_that_which_is_worked_out_day_by_day(
      @ForAll("totals") String total,
      @ForAll("windows") String window,
      @ForAll("settings") String settings,
      @ForAll @IntRange(max = 25) int facts,
      @ForAll @IntRange(min = -20, max = 70) int asked,
      @ForAll long seed) {
    LearnerRecord record = record(facts, new Random(seed));
    LocalDate asOf = FIRST.plusDays(asked);
    Evaluation followed =
        rules(FOLLOWED, window, total, settings).evaluate(record, asOf, Records.ZONE);
    Evaluation dayByDay =
        rules(DAY_BY_DAY, window, total, settings).evaluate(record, asOf, Records.ZONE);
    assertThat(dates(followed)).as("%s", record).isEqualTo(dates(dayByDay));
    assertThat(followed.changes(asOf.plusYears(2)))
        .as("%s", record)
        .isEqualTo(dayByDay.changes(asOf.plusYears(2)));
  }

  private static List<Object> dates(Evaluation evaluation) {
    Decision decision = evaluation.decision("worker");
    return decision instanceof Decision.Earned earned
        ? List.of("earned", String.valueOf(earned.since()), String.valueOf(earned.until()))
        : List.of("not", String.valueOf(((Decision.NotEarned) decision).eligibleFrom()));
  }

  private static CredentialRules rules(
      String source, String window, String total, String settings) {
    String pattern = "WorkExperience( $h : hours, $e : experience, $d : endedOn" + window + " )";
    return CredentialRules.compile(
        Records.pack(
            """
            rule "Hours of work" @requirement( "work" ) when
              Today( $today : date )
              %s %s )
            then end
            rule "Worker" @credential( "worker" ) %s when
              Met( requirement == "work" )
            then end
            """
                .formatted(source.formatted(pattern), total, settings)));
  }

  @Provide
  Arbitrary<String> totals() {
    return Arbitraries.of(
        "$t : sum( $h ); $t >= 20",
        "$t : sum( $h ); $t >= 5, $t <= 30",
        "$t : count( ); $t >= 3",
        "$t : countDistinct( $e ); $t >= 2",
        "$t : countDistinct( $h ); $t == 3",
        "$t : average( $h ); $t >= 5.5",
        "$t : max( $h ), $u : min( $h ); $t >= 8, $u <= 3",
        "$t : max( $d ), $u : sum( $h ); $t >= $today.minusDays( 10 ), $u >= 8");
  }

  @Provide
  Arbitrary<String> windows() {
    return Arbitraries.of(
        "",
        ", hours != 4",
        ", endedOn >= $today.minusDays( 14 )",
        ", endedOn < $today.minusMonths( 1 )",
        ", endedOn >= $today.minusDays( 30 ) && endedOn <= $today.minusDays( 3 )",
        ", endedOn >= $today.minusDays( 5 ) || experience == \"a\"",
        ", !( endedOn.plusDays( 7 ) <= $today )",
        ", startedOn == null || startedOn > $today.minusMonths( 1 ).plusDays( 3 )");
  }

  @Provide
  Arbitrary<String> settings() {
    return Arbitraries.of("", "@validFor( \"20 days\" )", "@validFor( \"3 days\" )");
  }

  private static LearnerRecord record(int facts, Random random) {
    LearnerRecord.Builder record = LearnerRecord.builder(Learner.of("maria"));
    for (int i = 0; i < facts; i++) {
      LocalDate day = FIRST.plusDays(random.nextInt(60));
      WorkExperienceBuilder work =
          WorkExperience.builder()
              .type(WorkExperienceType.JOB)
              .experience(random.nextInt(8) == 0 ? null : "abc".substring(random.nextInt(3)))
              .hours(
                  random.nextInt(8) == 0
                      ? null
                      : new BigDecimal(random.nextInt(100)).movePointLeft(1))
              .provenance(valid(day, random).identified("shift-" + i));
      if (random.nextInt(10) > 0) {
        work.endedOn(day);
      }
      if (random.nextInt(3) > 0) {
        work.startedOn(day.minusDays(random.nextInt(10)));
      }
      record.add(work.build());
    }
    return record.build();
  }

  /** Valid without an end, for some days, or only from some days later on. */
  private static Provenance valid(LocalDate day, Random random) {
    ProvenanceBuilder valid = Records.VETTED.toBuilder();
    if (random.nextInt(3) == 0) {
      valid.validFrom(day.plusDays(random.nextInt(5)).atStartOfDay(Records.ZONE).toInstant());
    }
    if (random.nextInt(3) == 0) {
      valid.validUntil(
          day.plusDays(5 + random.nextInt(40)).atTime(12, 0).atZone(Records.ZONE).toInstant());
    }
    return valid.build();
  }

  /** Fifty million where each day is worked out by itself. */
  private static final int ROWS = 200_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 5000 )",
        "Today( $today : date ) accumulate( WorkExperience( $h : hours, endedOn >= $today.minusYears( 1 ) ); $t : sum( $h ); $t >= 300 )"
      })
  void what_ten_thousand_days_add_up_to_costs_their_number(String total) {
    Decision.Earned earned =
        (Decision.Earned) decision(total, Limits.DEFAULT.withMaxJoinRows(ROWS));
    assertThat(earned.since()).isBefore(Records.TODAY.minusYears(1));
  }

  @Test
  void what_each_day_has_to_work_out_by_itself_ends_by_count_and_not_by_time() {
    String capped =
        "accumulate( WorkExperience( $h : hours ); $t : sumUpTo( $h, 9000 ); $t >= 5000 )";
    assertThatThrownBy(
            () -> decision(capped, Limits.DEFAULT.withEvaluationTime(Duration.ofMinutes(10))))
        .isInstanceOfSatisfying(
            LimitExceededException.class,
            limit -> assertThat(limit.limit()).isEqualTo("maxJoinRows"));
  }

  private static Decision decision(String condition, Limits limits) {
    CredentialRules rules =
        CredentialRules.builder()
            .limits(limits)
            .add(
                Records.pack(
                    "rule \"Worker\" @credential( \"worker\" ) when %s then end"
                        .formatted(condition)))
            .compile();
    LearnerRecord.Builder record = LearnerRecord.builder(Learner.of("maria"));
    for (int i = 0; i < DAYS; i++) {
      record.add(
          Records.work("shift-" + i, "1").toBuilder()
              .endedOn(Records.TODAY.minusDays(i))
              .startedOn(null)
              .build());
    }
    return rules.evaluate(record.build(), Records.TODAY, Records.ZONE).decision("worker");
  }
}
