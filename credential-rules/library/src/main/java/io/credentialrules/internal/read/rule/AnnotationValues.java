package io.credentialrules.internal.read.rule;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.credentialrules.internal.text.Characters;
import io.credentialrules.policy.ValidTo;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the texts of annotations and attributes say; null where they say nothing. */
final class AnnotationValues {
  static final int LONGEST_ID = 100;

  private static final int LONGEST_ADDRESS = 2_000;

  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  private static final List<String> MONTHS =
      ImmutableList.of(
          "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern NAMED_DATE =
      Pattern.compile("([0-9]{2})-([A-Z][a-z]{2})-([0-9]{4})");
  private static final Pattern ISO_PERIOD =
      Pattern.compile("P(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?");
  private static final Pattern SPOKEN_PERIOD =
      Pattern.compile(" *([0-9]{1,5}) +(day|week|month|year)s? *");
  private static final Pattern DAY_OF_YEAR = Pattern.compile("([0-9]{2})-([0-9]{2})");
  private static final Pattern LEVEL = Pattern.compile("[A-Za-z0-9_.+-]+");

  private AnnotationValues() {}

  /** Whether a text is an address on the web, which tells nobody a password. */
  static boolean isAddress(String text) {
    if (text.length() > LONGEST_ADDRESS
        || !(text.startsWith("https://") || text.startsWith("http://"))) {
      return false;
    }
    try {
      URI address = new URI(text);
      return address.getHost() != null && address.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  static boolean isId(String text) {
    if (text.isEmpty() || text.length() > LONGEST_ID) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letterOrDigit = (c >= 'a' && c <= 'z') || Characters.isDigit(c);
      if (!letterOrDigit && (i == 0 || "._-".indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }

  /** The id that a text was meant to be, or null where it is far from one. */
  static @Nullable String nearestId(String text) {
    String id = text.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    return isId(id) ? id : null;
  }

  /** {@code 1} to {@code 99}. */
  static @Nullable Integer level(Annotation.Value value) {
    String text = value.text();
    boolean digits = text.length() <= 2 && DIGITS.matchesAllOf(text);
    if (value.isText() || !digits || text.equals("0")) {
      return null;
    }
    return Integer.valueOf(text);
  }

  /** {@code "P1Y"} or {@code "7 days"}. */
  static @Nullable Period period(String text) {
    Period period = Period.ZERO;
    Matcher iso = ISO_PERIOD.matcher(text);
    Matcher spoken = SPOKEN_PERIOD.matcher(text);
    if (iso.matches()) {
      period = Period.of(number(iso, 1), number(iso, 2), number(iso, 3) * 7 + number(iso, 4));
    } else if (spoken.matches()) {
      int count = number(spoken, 1);
      period =
          switch (spoken.group(2)) {
            case "day" -> Period.ofDays(count);
            case "week" -> Period.ofWeeks(count);
            case "month" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
          };
    }
    return period.isZero() ? null : period;
  }

  /**
   * {@code "to 12-31"}, {@code "to 05-31, 12-31"}, {@code "to end of month"} or {@code "to
   * anniversary"}.
   */
  static @Nullable ValidTo validTo(String text) {
    String written = text.strip();
    if (written.equals("to end of month")) {
      return ValidTo.endOfMonth();
    }
    if (written.equals("to anniversary")) {
      return ValidTo.anniversary();
    }
    if (!written.startsWith("to ") || written.length() > LONGEST_ID) {
      return null;
    }
    ImmutableSortedSet.Builder<MonthDay> days = ImmutableSortedSet.naturalOrder();
    for (String day : Splitter.on(',').trimResults().split(written.substring("to ".length()))) {
      Matcher matcher = DAY_OF_YEAR.matcher(day);
      if (!matcher.matches()) {
        return null;
      }
      try {
        days.add(MonthDay.of(number(matcher, 1), number(matcher, 2)));
      } catch (DateTimeException noSuchDay) {
        return null;
      }
    }
    return ValidTo.daysOfYear(days.build());
  }

  /** {@code "LOW < MIDDLE < HIGH"}. */
  static @Nullable List<String> scale(String text) {
    List<String> levels = Splitter.on('<').trimResults().splitToList(text);
    boolean words = levels.stream().allMatch(level -> LEVEL.matcher(level).matches());
    boolean distinct = new HashSet<>(levels).size() == levels.size();
    return words && distinct && levels.size() >= 2 ? levels : null;
  }

  /** The scale that is meant by {@code "HIGH > LOW"}; null where none is. */
  static @Nullable String ascending(String text) {
    List<String> levels = new ArrayList<>(Splitter.on('>').trimResults().splitToList(text));
    Collections.reverse(levels);
    String ascending = String.join(" < ", levels);
    return scale(ascending) == null ? null : ascending;
  }

  /** {@code "2014-01-01"} or {@code "01-Jan-2014"}. */
  static @Nullable LocalDate date(String text) {
    Matcher iso = ISO_DATE.matcher(text);
    if (iso.matches()) {
      return date(number(iso, 1), number(iso, 2), number(iso, 3));
    }
    Matcher named = NAMED_DATE.matcher(text);
    return named.matches()
        ? date(number(named, 3), MONTHS.indexOf(named.group(2)) + 1, number(named, 1))
        : null;
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return year == 0 ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
