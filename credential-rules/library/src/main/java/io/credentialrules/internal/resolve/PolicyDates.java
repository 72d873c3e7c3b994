package io.credentialrules.internal.resolve;

import io.credentialrules.internal.text.WrittenDate;
import java.text.ParsePosition;
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
public final class PolicyDates {
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT),
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern("dd-MMM-uuuu")
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT));

  /** So that a year has four digits. */
  private static final int LONGEST = "01-Jan-2014".length();

  private PolicyDates() {}

  /** The date that a text is; null where it is none. */
  public static @Nullable LocalDate parse(String text) {
    if (text.length() > LONGEST || text.isEmpty() || Character.isLetter(text.charAt(0))) {
      return null;
    }
    for (DateTimeFormatter form : FORMS) {
      LocalDate date = parse(text, form);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable LocalDate parse(String text, DateTimeFormatter form) {
    ParsePosition end = new ParsePosition(0);
    // Most texts are no dates, and an exception for each of them would cost more than all else.
    if (form.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
      return null;
    }
    try {
      return LocalDate.parse(text, form);
    } catch (DateTimeException otherForm) {
      return null;
    }
  }

  /** What an author may have meant by a text that is no date. */
  public static String hint(String text) {
    boolean isForm = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    if (text.equalsIgnoreCase("today") || text.equalsIgnoreCase("now") || text.endsWith(" ago")) {
      return "write `Today( $today : date )` as a condition before it, and `$today` here, or such as"
          + " `$today.minusYears( 2 )`";
    }
    return isForm ? "the calendar has no such day" : WrittenDate.hint(text);
  }
}
