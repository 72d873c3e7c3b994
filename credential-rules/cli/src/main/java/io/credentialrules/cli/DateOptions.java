package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
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
import picocli.CommandLine.Spec;

/** The options that say on which date records are evaluated, and in which zone that date is. */
final class DateOptions {
  private static final String AS_OF = "--as-of";

  @Option(
      names = AS_OF,
      paramLabel = "DATE",
      description = "the date of evaluation, meaning its end; or a date-time with an offset")
  private @Nullable String asOf;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "the time zone whose date counts, such as America/New_York; by default that of the packs")
  private @Nullable ZoneId zone;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** The zone that was named, or else that of the packs. */
  ZoneId zone(@Nullable CredentialRules rules) {
    ZoneId chosen = zone == null && rules != null ? rules.zone() : zone;
    if (chosen == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--zone: name the time zone of the policy, such as `America/New_York`, because "
              + (rules == null ? "no pack is named" : "the packs have no `@zone`")
              + ": the same instant is not the same date everywhere");
    }
    return chosen;
  }

  /** The instant, which has to be named, in the zone. */
  ZonedDateTime instant(CredentialRules rules) {
    return instant(zone(rules));
  }

  /** The instant, which has to be named, in a zone. */
  ZonedDateTime instant(ZoneId chosen) {
    if (asOf == null) {
      throw new ParameterException(spec.commandLine(), AS_OF + ": name the date of evaluation");
    }
    return instant(spec, AS_OF, asOf, chosen);
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
