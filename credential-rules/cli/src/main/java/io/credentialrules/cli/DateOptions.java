package io.credentialrules.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say on which date records are weighed. */
final class DateOptions {
  private static final String AS_OF = "--as-of";

  @Option(
      names = AS_OF,
      paramLabel = "DATE",
      description = "a date, meaning its end, or a date-time with an offset")
  private @Nullable String asOf;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "America/New_York",
      description = "the zone whose date is today; by default that of Maine")
  private ZoneId zone = ZoneId.of("America/New_York");

  ZoneId zone() {
    return zone;
  }

  /** The instant, which has to be named. */
  ZonedDateTime instant(CommandSpec spec) {
    if (asOf == null) {
      throw new ParameterException(
          spec.commandLine(), AS_OF + ": name the date on which records are weighed");
    }
    return instant(spec, AS_OF, asOf, zone);
  }

  /**
   * The instant that an option names: a date means its end, so that all facts of that day are in; a
   * date-time with an offset means that instant.
   */
  static ZonedDateTime instant(CommandSpec spec, String option, String text, ZoneId zone) {
    try {
      return ZonedDateTime.of(LocalDate.parse(text), LocalTime.MAX, zone);
    } catch (DateTimeException notADate) {
      try {
        return OffsetDateTime.parse(text).atZoneSameInstant(zone);
      } catch (DateTimeException notADateTime) {
        throw new ParameterException(
            spec.commandLine(),
            option
                + ": `"
                + text
                + "` is not a date; write `2026-05-01` or `2026-05-01T12:00:00-04:00`",
            notADateTime);
      }
    }
  }
}
