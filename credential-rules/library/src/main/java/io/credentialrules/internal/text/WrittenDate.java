package io.credentialrules.internal.text;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date as people write it, such as {@code 01/02/2026} or {@code 1er février 2026}. */
public final class WrittenDate {
  private static final int LONGEST = 40;

  private static final Pattern YEAR_LAST =
      Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})");

  /** The time of day after a date, which policies do without. */
  private static final Pattern TIME =
      Pattern.compile("(?<=[0-9])[T ][0-9]{1,2}:[0-9]{2}(?::[0-9.]+)?(?:Z|[+-][0-9:]+)?$");

  private static final Pattern DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
  private static final Pattern MONTH = Pattern.compile("([0-9]{4})[/.-]([0-9]{1,2})");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
  private static final Pattern DAY_AND_NAME =
      Pattern.compile(
          "([0-9]{1,2})(?:st|nd|rd|th|er|e)?[ .-]*([\\p{L}]{3,9})\\.?,?[ -]*([0-9]{4})");
  private static final Pattern NAME_AND_DAY =
      Pattern.compile("([\\p{L}]{3,9})\\.? *([0-9]{1,2})(?:st|nd|rd|th)?,? *([0-9]{4})");

  /** By their first letters, in English and in French. */
  private static final ImmutableMap<String, Integer> MONTHS =
      ImmutableMap.<String, Integer>builder()
          .put("jan", 1)
          .put("feb", 2)
          .put("fév", 2)
          .put("fev", 2)
          .put("mar", 3)
          .put("apr", 4)
          .put("avr", 4)
          .put("may", 5)
          .put("mai", 5)
          .put("jun", 6)
          .put("juin", 6)
          .put("jul", 7)
          .put("juil", 7)
          .put("aug", 8)
          .put("aoû", 8)
          .put("aou", 8)
          .put("sep", 9)
          .put("oct", 10)
          .put("nov", 11)
          .put("dec", 12)
          .put("déc", 12)
          .buildOrThrow();

  private WrittenDate() {}

  /**
   * The days that a text can mean, in ISO 8601: two where a day and a month cannot be told apart,
   * the first day of a month or a year that is written without one, none where it is no date.
   */
  public static ImmutableSet<String> meant(String text) {
    String written = TIME.matcher(text.strip()).replaceFirst("");
    if (written.length() > LONGEST) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<String> days = ImmutableSet.builder();
    Matcher last = YEAR_LAST.matcher(written);
    if (last.matches()) {
      add(days, last.group(3), last.group(1), last.group(2));
      add(days, last.group(3), last.group(2), last.group(1));
    }
    Matcher shortYear = SHORT_YEAR.matcher(written);
    if (shortYear.matches()) {
      add(days, century(shortYear.group(3)), shortYear.group(1), shortYear.group(2));
      add(days, century(shortYear.group(3)), shortYear.group(2), shortYear.group(1));
      add(days, century(shortYear.group(1)), shortYear.group(2), shortYear.group(3));
    }
    for (Pattern pattern : new Pattern[] {YEAR_FIRST, DIGITS}) {
      Matcher first = pattern.matcher(written);
      if (first.matches()) {
        add(days, first.group(1), first.group(2), first.group(3));
      }
    }
    Matcher month = MONTH.matcher(written);
    if (month.matches()) {
      add(days, month.group(1), month.group(2), "1");
    }
    if (YEAR.matcher(written).matches()) {
      add(days, written, "1", "1");
    }
    Matcher dayAndName = DAY_AND_NAME.matcher(written);
    if (dayAndName.matches()) {
      add(days, dayAndName.group(3), month(dayAndName.group(2)), dayAndName.group(1));
    }
    Matcher nameAndDay = NAME_AND_DAY.matcher(written);
    if (nameAndDay.matches()) {
      add(days, nameAndDay.group(3), month(nameAndDay.group(1)), nameAndDay.group(2));
    }
    return days.build();
  }

  /** What to write for a text that is no date: the days that it can mean, or the form of a date. */
  public static String hint(String text) {
    ImmutableSet<String> days = meant(text);
    boolean isShaped = YEAR_LAST.matcher(text).matches() || YEAR_FIRST.matcher(text).matches();
    if (days.isEmpty() && isShaped) {
      return "the calendar has no such day";
    }
    return days.isEmpty()
        ? "write year, month and day, such as `\"2025-03-17\"`"
        : "write year, month and day: `\"" + String.join("\"` or `\"", days) + "\"`";
  }

  /** Of two digits, in the century in which policies are written. */
  private static String century(String twoDigits) {
    return twoDigits.length() == 2 ? "20" + twoDigits : "200" + twoDigits;
  }

  private static @Nullable String month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Integer month = lower.length() < 4 ? null : MONTHS.get(lower.substring(0, 4));
    if (month == null) {
      month = MONTHS.get(lower.substring(0, 3));
    }
    return month == null ? null : month.toString();
  }

  private static void add(
      ImmutableSet.Builder<String> days, String year, @Nullable String month, String day) {
    if (month == null) {
      return;
    }
    try {
      days.add(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
              .toString());
    } catch (DateTimeException noSuchDay) {
      // The other order of day and month may be one.
    }
  }
}
