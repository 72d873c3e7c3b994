package io.credentialrules.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;

/** The forms of single values and of lists. */
final class ValueForms {
  static final Form<String> TEXT =
      form((text, out) -> out.text(text), definitions -> Schema.text());

  /** A text that is not blank. */
  static final Form<String> NAME =
      form((text, out) -> out.text(text), definitions -> Schema.name());

  static final Form<LocalDate> DATE =
      form((date, out) -> out.text(date.toString()), definitions -> Schema.ref("date"));

  static final Form<ZonedDateTime> TIME =
      form(
          (time, out) -> out.text(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)),
          definitions -> Schema.time());

  static final Form<Boolean> TRUTH =
      form((truth, out) -> out.truth(truth), definitions -> Schema.of("type", "boolean"));

  static final Form<Integer> COUNT = whole(0);

  static final Form<Integer> POSITIVE = whole(1);

  static final Form<Long> LONG_COUNT =
      form(
          (number, out) -> out.number(number.longValue()),
          definitions -> COUNT.schema(definitions));

  static final Form<Integer> PERCENT =
      form(
          (number, out) -> out.number(number.intValue()),
          definitions -> Schema.of("type", "integer", "minimum", 0, "maximum", 100));

  static final Form<BigDecimal> AMOUNT =
      form((amount, out) -> out.amount(amount), Definitions::amount);

  /** SHA-256 in lower-case hexadecimal. */
  static final Form<String> DIGEST =
      form(
          (digest, out) -> out.text(digest),
          definitions -> Schema.of("type", "string", "pattern", "^[0-9a-f]{64}$"));

  private ValueForms() {}

  /** Writes a value. */
  interface Writing<T> {
    void write(T value, JsonOutput out) throws IOException;
  }

  static <T> Form<T> form(Writing<T> writing, Function<Definitions, Map<String, Object>> schema) {
    return new Form<>() {
      @Override
      public void write(T value, JsonOutput out) throws IOException {
        writing.write(value, out);
      }

      @Override
      public Map<String, Object> schema(Definitions definitions) {
        return schema.apply(definitions);
      }
    };
  }

  /** A constant of an enumeration, by its name. */
  static <E extends Enum<E>> Form<E> word(Class<E> type) {
    return form(
        (word, out) -> out.text(word.name()), definitions -> Schema.word(type.getEnumConstants()));
  }

  static <T> ListForm<T> list(Form<T> item) {
    return new ListForm<>(item);
  }

  private static Form<Integer> whole(int least) {
    return form(
        (number, out) -> out.number(number.intValue()),
        definitions -> Schema.of("type", "integer", "minimum", least));
  }
}
