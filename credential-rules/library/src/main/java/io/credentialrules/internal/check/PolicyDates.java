package io.credentialrules.internal.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates as policies write them: ISO 8601, or the form that DRL uses by default, such as {@code
 * 01-Jan-2014}.
 */
final class PolicyDates {
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT),
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern("dd-MMM-uuuu")
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT));

  private PolicyDates() {}

  static @Nullable LocalDate parse(String text) {
    for (DateTimeFormatter form : FORMS) {
      LocalDate date = parse(text, form);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable LocalDate parse(String text, DateTimeFormatter form) {
    try {
      return LocalDate.parse(text, form);
    } catch (DateTimeException otherForm) {
      return null;
    }
  }
}
