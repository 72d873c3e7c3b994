package io.credentialrules.json;

import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns single values into texts, words, amounts, dates and the like; each null goes with a
 * problem.
 */
final class Scalars {
  /** As many digits as the amounts of the vocabulary have. */
  static final int MOST_DIGITS = 30;

  static final String DECIMAL = "-?[0-9]+(\\.[0-9]+)?";
  static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  static final String TIME =
      DATE + "T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)";

  /** So that comparing it with a regular expression takes no more than about a second. */
  static final int LONGEST_TEXT = 100_000;

  private static final int LONGEST_NUMERAL = 200;
  private static final Pattern DECIMAL_PATTERN = Pattern.compile(DECIMAL);
  private static final int MONTH_AT = 5;
  private static final int DAY_AT = 8;
  private static final int DATE_LENGTH = 10;
  private static final int RADIX = 10;
  private static final Pattern TIME_PATTERN = Pattern.compile(TIME);

  private final ZoneId zone;
  private final DocumentProblems problems;

  Scalars(ZoneId zone, DocumentProblems problems) {
    this.zone = zone;
    this.problems = problems;
  }

  @Nullable String text(String name, JsonValue value) {
    if (value instanceof JsonValue.Text text && text.text().length() > LONGEST_TEXT) {
      problems.add(
          value.place(),
          "`" + name.replace("`", "") + "` has more than " + LONGEST_TEXT + " characters",
          "shorten it");
      return null;
    }
    if (value instanceof JsonValue.Text text) {
      return text.text();
    }
    refuse(name, value, "a text", absentHint(value, "write it in double quotes"));
    return null;
  }

  /** A text that says something. */
  @Nullable String name(String name, JsonValue value) {
    String text = text(name, value);
    if (text != null && text.isBlank()) {
      problems.add(value.place(), "`" + name + "` is empty", "write what it identifies");
      return null;
    }
    return text;
  }

  /** A list of texts. */
  @Nullable List<String> texts(String name, JsonValue value) {
    if (!(value instanceof JsonValue.Items items)) {
      refuse(name, value, "a list of texts", absentHint(value, "write it in `[` and `]`"));
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (JsonValue item : items.values()) {
      String text = text("an entry of `" + name + "`", item);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** True or false. */
  @Nullable Boolean truth(String name, JsonValue value) {
    if (value instanceof JsonValue.Truth truth) {
      return truth.isTrue();
    }
    refuse(
        name, value, "true or false", absentHint(value, "write `true` or `false` without quotes"));
    return null;
  }

  /** One of a list of words. */
  @Nullable String word(String name, JsonValue value, List<String> words) {
    if (!(value instanceof JsonValue.Text text)) {
      refuse(
          name,
          value,
          "one of a list of words",
          absentHint(value, NearestWord.maybeOrAll("", words)));
      return null;
    }
    if (!words.contains(text.text())) {
      problems.add(
          value.place(),
          "unknown word " + Quoted.of(text.text()) + " in `" + name + "`",
          NearestWord.maybeOrAll(text.text(), words));
      return null;
    }
    return text.text();
  }

  /** One of the words of an enumeration. */
  <E extends Enum<E>> @Nullable E word(String name, JsonValue value, Class<E> type) {
    if (value instanceof JsonValue.Text text) {
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equals(text.text())) {
          return constant;
        }
      }
    }
    word(name, value, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    return null;
  }

  /** A date. */
  @Nullable LocalDate date(String name, JsonValue value) {
    if (value instanceof JsonValue.Text text && isDate(text.text())) {
      try {
        return day(text.text());
      } catch (DateTimeException notInTheCalendar) {
        refuse(name, value, "a date", "the calendar does not have it");
        return null;
      }
    }
    refuse(
        name,
        value,
        "a date",
        absentHint(value, "write year, month and day, such as `\"2024-04-01\"`"));
    return null;
  }

  /**
   * Whether a text is written as {@link #DATE} says. By hand, as {@link #day}: a record has several
   * dates in each fact, and a regular expression and a parser were a seventh of reading it.
   */
  private static boolean isDate(String text) {
    if (text.length() != DATE_LENGTH) {
      return false;
    }
    for (int i = 0; i < DATE_LENGTH; i++) {
      char character = text.charAt(i);
      boolean isSeparator = i == MONTH_AT - 1 || i == DAY_AT - 1;
      if (isSeparator ? character != '-' : character < '0' || character > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * The day of such a text.
   *
   * @throws DateTimeException when the calendar does not have it
   */
  private static LocalDate day(String text) {
    return LocalDate.of(
        Integer.parseInt(text, 0, MONTH_AT - 1, RADIX),
        Integer.parseInt(text, MONTH_AT, DAY_AT - 1, RADIX),
        Integer.parseInt(text, DAY_AT, DATE_LENGTH, RADIX));
  }

  /** An instant, or the start or end of a day. */
  @Nullable Instant instant(String name, JsonValue value, boolean atEnd) {
    if (!(value instanceof JsonValue.Text text)) {
      refuse(name, value, "a date or time", absentHint(value, instantHint()));
      return null;
    }
    try {
      if (isDate(text.text())) {
        LocalDate day = day(text.text());
        return atEnd
            ? day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1)
            : day.atStartOfDay(zone).toInstant();
      }
      if (TIME_PATTERN.matcher(text.text()).matches()) {
        return OffsetDateTime.parse(text.text()).toInstant();
      }
    } catch (DateTimeException notInTheCalendar) {
      refuse(name, value, "a date or time", "the calendar does not have it");
      return null;
    }
    refuse(name, value, "a date or time", instantHint());
    return null;
  }

  private static String instantHint() {
    return "write a date such as `\"2024-04-01\"`, or a time with its offset such as"
        + " `\"2024-04-01T09:30:00-04:00\"`";
  }

  /** An amount, in the bounds of its field, in one form: 200.0 is 200. */
  @Nullable BigDecimal amount(String name, JsonValue value, VocabularyField field) {
    String digits =
        value instanceof JsonValue.Numeral numeral
            ? numeral.digits()
            : value instanceof JsonValue.Text text && DECIMAL_PATTERN.matcher(text.text()).matches()
                ? text.text()
                : null;
    if (digits == null) {
      refuse(
          name,
          value,
          "a number",
          absentHint(value, "write digits, with a point where there are decimals"));
      return null;
    }
    BigDecimal amount = exact(digits);
    if (amount == null) {
      problems.add(
          value.place(),
          "`" + name + "` has more than " + MOST_DIGITS + " digits",
          "maybe the unit is wrong");
      return null;
    }
    if (field.min() != null && amount.compareTo(field.min()) < 0) {
      refuseBound(name, value, "the least it can be is " + field.min().toPlainString());
      return null;
    }
    if (field.max() != null && amount.compareTo(field.max()) > 0) {
      refuseBound(name, value, "the most it can be is " + field.max().toPlainString());
      return null;
    }
    return amount;
  }

  private static @Nullable BigDecimal exact(String digits) {
    if (digits.length() > LONGEST_NUMERAL) {
      return null;
    }
    try {
      BigDecimal amount = new BigDecimal(digits);
      if (amount.precision() > MOST_DIGITS || Math.abs((long) amount.scale()) > MOST_DIGITS) {
        return null;
      }
      BigDecimal plain = amount.stripTrailingZeros();
      return plain.scale() < 0 ? plain.setScale(0) : plain;
    } catch (NumberFormatException exponentTooLong) {
      return null;
    }
  }

  /** An amount without decimals. */
  @Nullable Long whole(String name, JsonValue value, VocabularyField field, Class<?> type) {
    BigDecimal amount = amount(name, value, field);
    if (amount == null) {
      return null;
    }
    boolean isSmall = type == int.class || type == Integer.class;
    BigDecimal most = BigDecimal.valueOf(isSmall ? Integer.MAX_VALUE : Long.MAX_VALUE);
    if (amount.scale() > 0) {
      refuse(name, value, "a whole number", "leave the decimals out");
      return null;
    }
    if (amount.abs().compareTo(most) > 0) {
      refuseBound(name, value, "the most it can be is " + most);
      return null;
    }
    return amount.longValueExact();
  }

  private void refuse(String name, JsonValue value, String expected, String hint) {
    String field = name.contains("`") ? name : "`" + name + "`";
    problems.add(value.place(), field + " is " + value.described() + ", not " + expected, hint);
  }

  private void refuseBound(String name, JsonValue value, String bound) {
    problems.add(value.place(), "`" + name + "` is " + value.described(), bound);
  }

  private static String absentHint(JsonValue value, String otherwise) {
    return value instanceof JsonValue.Null ? "leave the field out" : otherwise;
  }
}
