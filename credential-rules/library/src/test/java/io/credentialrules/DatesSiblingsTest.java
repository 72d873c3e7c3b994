package io.credentialrules;

import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows 46 to 52 and 90 of {@code docs/cases.md} with other credentials and days: from when on,
 * since when and until when, and that the days before and after decide otherwise.
 */
@Tag("once")
class DatesSiblingsTest {
  /**
   * What a record earns.
   *
   * @param since the first day; until the day before it is eligible from that day, or not at all
   * @param until the last day; null where there is no end
   */
  record Row(
      String name,
      String policy,
      List<Fact> facts,
      String since,
      @Nullable String until,
      boolean isAwaited) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static HeldCredential held(String credential, String on) {
    return HeldCredential.builder().credential(credential).awardedOn(LocalDate.parse(on)).build();
  }

  private static IndustryCertification certificate(
      String what, String earned, String from, String until) {
    return new IndustryCertification(
        what,
        null,
        null,
        LocalDate.parse(earned),
        Provenance.vettedBy("R", ReviewerRole.FACULTY, null).toBuilder()
            .validFrom(LocalDate.parse(from).atStartOfDay(ZONE).toInstant())
            .validUntil(ZonedDateTime.of(LocalDate.parse(until), LocalTime.MAX, ZONE).toInstant())
            .build());
  }

  private static String rule(String annotations, String conditions) {
    return "rule \"C\" @credential( \"c\" ) %s when %s then end".formatted(annotations, conditions);
  }

  private static String since(String credential, String name) {
    return "HeldCredential( credential == \"%s\", $%s : awardedOn ) ".formatted(credential, name);
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row(
            "ninety days after a badge, valid for a year",
            rule(
                "@validFor( \"1 year\" )",
                since("novice", "d") + "Today( date >= $d.plusDays( 90 ) )"),
            List.of(held("novice", "2025-03-10")),
            "2025-06-08",
            "2026-06-08",
            true),
        new Row(
            "a month after the last day of January",
            rule("", since("novice", "d") + "Today( date >= $d.plusMonths( 1 ) )"),
            List.of(held("novice", "2025-01-31")),
            "2025-02-28",
            null,
            true),
        new Row(
            "a year from a leap day",
            rule("@validFor( \"P1Y\" )", since("welder", "d")),
            List.of(held("welder", "2024-02-29")),
            "2024-02-29",
            "2025-02-28",
            false),
        new Row(
            "after both of two waits, in whatever order they end",
            rule(
                "",
                since("one", "d")
                    + since("two", "e")
                    + "Today( date >= $d.plusMonths( 18 ), date >= $e.plusWeeks( 3 ) )"),
            List.of(held("one", "2023-04-15"), held("two", "2024-10-01")),
            "2024-10-22",
            null,
            true),
        new Row(
            "for thirty days after a badge",
            rule("", since("visitor", "d") + "Today( date <= $d.plusDays( 30 ) )"),
            List.of(held("visitor", "2025-05-20")),
            "2025-05-20",
            "2025-06-19",
            false),
        new Row(
            "from the tenth to the twentieth week after a badge",
            rule(
                "",
                since("crew", "d")
                    + "Today( date >= $d.plusWeeks( 10 ), date <= $d.plusWeeks( 20 ) )"),
            List.of(held("crew", "2025-01-06")),
            "2025-03-17",
            "2025-05-26",
            true),
        new Row(
            "a certificate from the first day of its validity to the last",
            rule("", "IndustryCertification( certification == \"ccna\" )"),
            List.of(certificate("ccna", "2023-02-01", "2023-02-15", "2026-02-14")),
            "2023-02-15",
            "2026-02-14",
            true),
        new Row(
            "two certificates, one of which begins when the other ends",
            rule("", "IndustryCertification( certification == \"ccna\" )"),
            List.of(
                certificate("ccna", "2020-07-01", "2020-07-01", "2023-06-30"),
                certificate("ccna", "2023-06-20", "2023-07-01", "2026-06-30")),
            "2020-07-01",
            "2026-06-30",
            false),
        new Row(
            "a stack of a credential and the certificate that ends first",
            "rule \"A\" @credential( \"a\" ) when IndustryCertification( certification == \"x\" ) then end "
                + rule(
                    "",
                    "Earned( credential == \"a\" ) IndustryCertification( certification == \"y\" )"),
            List.of(
                certificate("x", "2024-01-10", "2024-01-10", "2027-01-09"),
                certificate("y", "2024-03-05", "2024-03-05", "2026-03-04")),
            "2024-03-05",
            "2026-03-04",
            false),
        new Row(
            "half a year in a rank that the rules award",
            "rule \"A\" @credential( \"rank\" ) when HeldCredential( credential == \"cadet\" ) then end "
                + rule(
                    "",
                    "Earned( credential == \"rank\", $s : since ) Today( date >= $s.plusMonths( 6 ) )"),
            List.of(held("cadet", "2025-08-31")),
            "2026-02-28",
            null,
            true),
        new Row(
            "a year from a leap day, for a year and to the end of the month",
            rule(
                "@validFor( \"1 year\", \"to end of month\" )",
                since("guide", "d") + "Today( date >= $d.plusYears( 1 ) )"),
            List.of(held("guide", "2024-02-29")),
            "2025-02-28",
            "2026-02-28",
            true),
        new Row(
            "a month from the last day of January, for a month",
            rule(
                "@validFor( \"1 month\" )",
                since("guide", "d") + "Today( date >= $d.plusMonths( 1 ) )"),
            List.of(held("guide", "2025-01-31")),
            "2025-02-28",
            "2025-03-28",
            true),
        new Row(
            "two parts, until both of two things are there (row 90)",
            counted("not( " + has("stop") + " and " + has("hold") + " )"),
            List.of(
                held("part-a", "2025-01-10"),
                held("part-b", "2025-02-10"),
                held("stop", "2025-03-01"),
                held("hold", "2025-04-01")),
            "2025-02-10",
            "2025-03-31",
            true),
        new Row(
            "two parts, while one thing is there without the other (row 90)",
            counted("exists( " + has("pass") + " and not " + has("stop") + " )"),
            List.of(
                held("part-a", "2025-01-10"),
                held("part-b", "2025-01-11"),
                held("pass", "2025-02-28"),
                held("stop", "2025-05-01")),
            "2025-02-28",
            "2025-04-30",
            true),
        new Row(
            "two parts, and not one thing without the other (row 90)",
            counted("not( exists( " + has("stop") + " ) and not( " + has("lifted") + " ) )"),
            List.of(
                held("part-a", "2025-01-10"),
                held("part-b", "2025-02-10"),
                held("stop", "2025-02-01"),
                held("lifted", "2025-03-01")),
            "2025-03-01",
            null,
            true));
  }

  private static String has(String credential) {
    return "HeldCredential( credential == \"%s\" )".formatted(credential);
  }

  /** At least two parts, each counted where something else holds too. */
  private static String counted(String beside) {
    return rule(
        "",
        "accumulate( HeldCredential( credential matches \"part-.+\", $c : credential ) and "
            + beside
            + "; $n : countDistinct( $c ); $n >= 2 )");
  }

  private static Decision on(Row row, LocalDate day) {
    return rules(row.policy())
        .evaluate(record(row.facts().toArray(Fact[]::new)), day, ZONE)
        .decision("c");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void it_is_earned_on_each_day_from_the_first_to_the_last_and_on_no_other(Row row) {
    LocalDate since = LocalDate.parse(row.since());
    LocalDate until = row.until() == null ? null : LocalDate.parse(row.until());
    for (LocalDate day :
        List.of(since, since.plusDays(1), until == null ? since.plusYears(3) : until)) {
      assertThat(on(row, day)).as(day.toString()).isInstanceOf(Decision.Earned.class);
      Decision.Earned earned = (Decision.Earned) on(row, day);
      assertThat(earned.since()).as(day.toString()).isEqualTo(since);
      assertThat(earned.until()).as(day.toString()).isEqualTo(until);
    }
    Decision before = on(row, since.minusDays(1));
    assertThat(before).isInstanceOf(Decision.NotEarned.class);
    if (row.isAwaited()) {
      assertThat(((Decision.NotEarned) before).eligibleFrom()).isEqualTo(since);
    }
    if (until != null) {
      Decision after = on(row, until.plusDays(1));
      assertThat(after).isInstanceOf(Decision.NotEarned.class);
      assertThat(((Decision.NotEarned) after).eligibleFrom()).isNull();
    }
  }
}
