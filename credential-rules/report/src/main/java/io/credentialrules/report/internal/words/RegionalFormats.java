package io.credentialrules.report.internal.words;

import com.google.common.base.Splitter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a language and region write numbers, dates and lists, and which plural form a number takes.
 * The data is in {@code regions.properties}, so that a page is the same on every JDK. Immutable.
 */
final class RegionalFormats {
  private static final int MOST_DECIMALS = 40;
  private static final String MONTH = "MMMM";
  private static final Map<String, String> DATA = Bundles.read("regions");

  private final Locale locale;
  private final Map<String, PluralRule> plurals = new LinkedHashMap<>();
  private final String decimal;
  private final String group;
  private final int firstGroup;
  private final int nextGroups;
  private final DateTimeFormatter dates;

  /** Of a language that there is data for; an unknown region writes as its language does. */
  RegionalFormats(Locale locale) {
    this.locale = locale;
    for (String form : List.of("zero", "one", "two", "few", "many")) {
      String rule = DATA.get(locale.getLanguage() + ".plural." + form);
      if (rule != null) {
        plurals.put(form, PluralRule.of(rule));
      }
    }
    this.decimal = value("decimal");
    this.group = value("group");
    List<String> sizes = Splitter.on(' ').splitToList(value("groups"));
    this.firstGroup = Integer.parseInt(sizes.get(0));
    this.nextGroups = Integer.parseInt(sizes.get(1));
    this.dates = dates(value("date"));
  }

  private String value(String key) {
    String language = locale.getLanguage();
    String own = DATA.get(language + "-" + locale.getCountry() + "." + key);
    String value = own == null ? DATA.get(language + "." + key) : own;
    if (value == null) {
      throw new IllegalStateException("there is no `" + key + "` for `" + language + "`");
    }
    return value;
  }

  /** A formatter with a pattern of CLDR, and the months of the language. */
  DateTimeFormatter dates(String pattern) {
    Map<Long, String> months = new HashMap<>();
    for (String month : Splitter.on(',').split(value("months"))) {
      months.put(months.size() + 1L, month);
    }
    List<String> around = Splitter.on(MONTH).splitToList(pattern);
    return new DateTimeFormatterBuilder()
        .appendPattern(around.get(0))
        .appendText(ChronoField.MONTH_OF_YEAR, months)
        .appendPattern(around.get(1))
        .toFormatter(Locale.ROOT)
        .withChronology(IsoChronology.INSTANCE);
  }

  /** A date, written out. */
  String date(LocalDate date) {
    return dates.format(date);
  }

  /** A number with at most 40 decimals, its whole part in groups. */
  String number(BigDecimal number) {
    BigDecimal written = number.stripTrailingZeros();
    if (written.scale() > MOST_DECIMALS) {
      written = written.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
    List<String> parts = Splitter.on('.').splitToList(written.abs().toPlainString());
    StringBuilder text = new StringBuilder(parts.get(0));
    for (int at = text.length() - firstGroup; at > 0; at -= nextGroups) {
      text.insert(at, group);
    }
    if (parts.size() > 1) {
      text.append(decimal).append(parts.get(1));
    }
    return written.signum() < 0 ? "-" + text : text.toString();
  }

  /** Several things in one list. */
  String list(ListKind kind, List<String> items) {
    if (items.size() < 2) {
      return items.isEmpty() ? "" : items.get(0);
    }
    int last = items.size() - 1;
    String pattern = value(kind.key + (items.size() == 2 ? ".two" : ".last"));
    List<String> around = Splitter.on("{1}").splitToList(pattern);
    String before = around.get(0).replace("{0}", "");
    return String.join(", ", items.subList(0, last)) + before + items.get(last) + around.get(1);
  }

  /** All of several things, or one of them. */
  enum ListKind {
    AND("and"),
    OR("or");

    private final String key;

    ListKind(String key) {
      this.key = key;
    }
  }

  /** The form of words that a number takes: {@code one}, or {@code other}, or another of CLDR's. */
  String plural(BigDecimal number) {
    for (Map.Entry<String, PluralRule> rule : plurals.entrySet()) {
      if (rule.getValue().appliesTo(number)) {
        return rule.getKey();
      }
    }
    return "other";
  }
}
