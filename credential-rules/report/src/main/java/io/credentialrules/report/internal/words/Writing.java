package io.credentialrules.report.internal.words;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers, dates and lists as a language writes them. The data is that of ICU and not of the JDK,
 * so that a page is the same on every JDK.
 */
public final class Writing {
  private static final int DECIMALS_SHOWN = 6;
  private static final int MOST_DECIMALS = 40;
  private static final int FIRST_YEAR_WRITTEN_OUT = 1600;
  private static final int LAST_YEAR_WRITTEN_OUT = 9999;
  private static final long MILLIS_A_DAY = 86_400_000L;

  private final Messages messages;
  private final ULocale locale;
  private final NumberFormat numbers;
  private final DateFormat dates;

  /** For a language. */
  public Writing(Messages messages) {
    this.messages = messages;
    this.locale = ULocale.forLocale(messages.locale());
    this.numbers = NumberFormat.getInstance(locale);
    numbers.setMaximumFractionDigits(MOST_DECIMALS);
    this.dates = DateFormat.getDateInstance(DateFormat.LONG, locale);
    dates.setTimeZone(TimeZone.GMT_ZONE);
  }

  /** A number, exact but for the seventh decimal and those behind it, which are cut off. */
  public String number(BigDecimal number) {
    BigDecimal shown =
        number.scale() > DECIMALS_SHOWN
            ? number.setScale(DECIMALS_SHOWN, RoundingMode.DOWN)
            : number;
    return numbers.format(shown);
  }

  /** A number, exact. */
  public String exact(BigDecimal number) {
    return numbers.format(number);
  }

  /** A date, written out. */
  public String date(LocalDate date) {
    if (date.getYear() < FIRST_YEAR_WRITTEN_OUT || date.getYear() > LAST_YEAR_WRITTEN_OUT) {
      return date.toString();
    }
    String first = messages.say("date.first");
    if (date.getDayOfMonth() == 1 && !first.isEmpty()) {
      SimpleDateFormat format = new SimpleDateFormat(first, locale);
      format.setTimeZone(TimeZone.GMT_ZONE);
      return format.format(date.toEpochDay() * MILLIS_A_DAY);
    }
    return dates.format(date.toEpochDay() * MILLIS_A_DAY);
  }

  /** A length of time, such as one year and two months. */
  public String period(Period period) {
    List<String> parts = new ArrayList<>();
    part(parts, "period.years", period.getYears());
    part(parts, "period.months", period.getMonths());
    part(parts, "period.days", period.getDays());
    if (parts.isEmpty()) {
      parts.add(messages.say("period.days", "n", 0, "number", numbers.format(0)));
    }
    return and(parts);
  }

  private void part(List<String> parts, String key, int number) {
    if (number != 0) {
      parts.add(messages.say(key, "n", number, "number", numbers.format(number)));
    }
  }

  /** All of them. */
  public String and(List<String> items) {
    return list(items, ListFormatter.Type.AND);
  }

  /** One of them. */
  public String or(List<String> items) {
    return list(items, ListFormatter.Type.OR);
  }

  private String list(List<String> items, ListFormatter.Type type) {
    return ListFormatter.getInstance(locale, type, ListFormatter.Width.WIDE).format(items);
  }

  /** In quotation marks. */
  public String quote(String text) {
    return messages.say("value.quote", "text", text);
  }

  /** With a capital letter, as a sentence starts. */
  public String sentence(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int end = text.offsetByCodePoints(0, 1);
    return UCharacter.toUpperCase(locale, text.substring(0, end)) + text.substring(end);
  }
}
