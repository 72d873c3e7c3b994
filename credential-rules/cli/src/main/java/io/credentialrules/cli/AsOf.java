package io.credentialrules.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import picocli.CommandLine.TypeConversionException;

/** The instant of evaluation, as it is written on the command line. */
final class AsOf {
  private AsOf() {}

  /**
   * A date means its end, so that all facts of that day are in; a date-time with an offset means
   * that instant.
   */
  static ZonedDateTime parse(String text, ZoneId zone) {
    try {
      return ZonedDateTime.of(LocalDate.parse(text), LocalTime.MAX, zone);
    } catch (DateTimeException notADate) {
      try {
        return OffsetDateTime.parse(text).atZoneSameInstant(zone);
      } catch (DateTimeException notADateTime) {
        throw new TypeConversionException(
            "`" + text + "` is not a date; write `2026-05-01` or `2026-05-01T12:00:00-04:00`");
      }
    }
  }
}
