package io.credentialrules.report.internal.words;

import io.credentialrules.report.internal.words.RegionalFormats.ListKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Numbers, dates, lists and quotations as a language writes them. Immutable. */
public final class Writing {
  private static final int DECIMALS_SHOWN = 6;
  private static final int MOST_LISTED = 24;
  private static final int FIRST_YEAR_WRITTEN_OUT = 1600;
  private static final int LAST_YEAR_WRITTEN_OUT = 9999;

  private final Messages messages;
  private final RegionalFormats formats;

  /** For a language. */
  public Writing(Messages messages) {
    this.messages = messages;
    this.formats = messages.formats();
  }

  /** A number, exact but for the seventh decimal and those after it, which are cut off. */
  public String number(BigDecimal number) {
    BigDecimal shown =
        number.scale() > DECIMALS_SHOWN
            ? number.setScale(DECIMALS_SHOWN, RoundingMode.DOWN)
            : number;
    return formats.number(shown);
  }

  /** A number, exact. */
  public String exact(BigDecimal number) {
    return formats.number(number);
  }

  /** A date, written out. */
  public String date(LocalDate date) {
    if (date.getYear() < FIRST_YEAR_WRITTEN_OUT || date.getYear() > LAST_YEAR_WRITTEN_OUT) {
      return date.toString();
    }
    String first = messages.say("date.first");
    if (date.getDayOfMonth() == 1 && !first.isEmpty()) {
      return formats.dates(first).format(date);
    }
    return formats.date(date);
  }

  /** A day of any year. */
  String dayOfYear(MonthDay day) {
    String first = messages.say("date.day-first");
    boolean isFirst = day.getDayOfMonth() == 1 && !first.isEmpty();
    return formats.dates(isFirst ? first : messages.say("date.day")).format(day);
  }

  /** A length of time, such as one year and two months. */
  public String period(Period period) {
    List<String> parts = new ArrayList<>();
    part(parts, "period.years", period.getYears());
    part(parts, "period.months", period.getMonths());
    part(parts, "period.days", period.getDays());
    if (parts.isEmpty()) {
      parts.add(messages.say("period.days", "n", 0, "number", "0"));
    }
    return and(parts);
  }

  private void part(List<String> parts, String key, int number) {
    if (number != 0) {
      parts.add(
          messages.say(key, "n", number, "number", formats.number(BigDecimal.valueOf(number))));
    }
  }

  /** One after the other, each of them whole. */
  String clauses(List<String> clauses) {
    return String.join(messages.say("list.clauses", "one", "", "other", ""), clauses);
  }

  /** All of them. */
  public String and(List<String> items) {
    return list(ListKind.AND, items);
  }

  /** One of them. */
  public String or(List<String> items) {
    return list(ListKind.OR, items);
  }

  /** None of them, after a word such as: without. */
  String nor(List<String> items) {
    return shortened(items).stream()
        .reduce((left, right) -> messages.say("list.nor", "left", left, "right", right))
        .orElse("");
  }

  private String list(ListKind kind, List<String> items) {
    return formats.list(kind, shortened(items));
  }

  /** Of a long list the first things, and how many more there are. */
  private List<String> shortened(List<String> items) {
    if (items.size() <= MOST_LISTED + 1) {
      return items;
    }
    int left = items.size() - MOST_LISTED;
    List<String> shown = new ArrayList<>(items.subList(0, MOST_LISTED));
    shown.add(messages.say("list.more", "n", left, "number", number(BigDecimal.valueOf(left))));
    return shown;
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
    return text.substring(0, end).toUpperCase(messages.locale()) + text.substring(end);
  }
}
