package io.credentialrules.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The few values that generated policies and learners share, so that they often meet: also at
 * boundaries, and with texts that could be mistaken for something else.
 */
final class World {
  static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  static final ZonedDateTime NOON = ZonedDateTime.of(TODAY, LocalTime.NOON, ZONE);

  /** When generated learners are weighed. */
  static final List<ZonedDateTime> INSTANTS =
      List.of(
          NOON,
          NOON.plusSeconds(1),
          ZonedDateTime.of(TODAY, LocalTime.MAX, ZONE),
          NOON.minusDays(1),
          NOON.plusMonths(2),
          NOON.minusYears(1),
          ZonedDateTime.of(LocalDate.of(2028, 2, 29), LocalTime.MIDNIGHT, ZONE));

  static final List<String> TEXTS = List.of("a", "b", "c", "ab", "$0", "$", "a \"b\"", "\\", "A");
  static final List<String> EXPRESSIONS = List.of("a", "a.*", "[ab]+", ".*b.*", "(?i)A", "a|c");
  static final List<String> LEVELS = List.of("LOW", "MID", "HIGH");

  static final List<String> GRADES = List.of("C", "B-", "B", "A");

  /** Orders from low to high. */
  static final List<List<String>> SCALES =
      List.of(
          List.of("LOW", "MID", "HIGH"),
          List.of("HIGH", "MID", "LOW"),
          List.of("MID", "LOW", "HIGH"));

  static final List<List<String>> GRADE_SCALES =
      List.of(List.of("C", "B-", "B", "A"), List.of("A", "B", "B-", "C"));

  static final List<BigDecimal> AMOUNTS =
      Stream.of("10", "80", "0.1", "0.2", "0.3", "1", "2", "79.99", "80.00", "100", "0", "33.3")
          .map(BigDecimal::new)
          .toList();

  static final List<LocalDate> DATES =
      List.of(
          TODAY.minusMonths(1),
          TODAY,
          TODAY.minusDays(1),
          TODAY.minusYears(1),
          TODAY.minusDays(7),
          TODAY.minusYears(2),
          LocalDate.of(2024, 2, 29),
          TODAY.plusDays(1),
          TODAY.minusYears(14),
          TODAY.plusMonths(3));

  private World() {}

  /** As a text in quotes of a policy. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
