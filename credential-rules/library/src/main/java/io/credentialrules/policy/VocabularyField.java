package io.credentialrules.policy;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A field of a fact type.
 *
 * @param name as written in DRL
 * @param kind what it holds
 * @param unit the unit of an amount, plural; empty for other kinds
 * @param min the least value of an amount; null where there is none
 * @param max the greatest value of an amount; null where there is none
 * @param words the words that exist, for {@link FieldKind#WORD}; otherwise empty
 * @param required whether every fact has it
 * @param outcome whether it is only known when what the fact tells of has ended
 * @param ofProvenance whether it belongs to the fact's provenance
 * @param reader reads it from a fact on a date: a String (for words their name), BigDecimal,
 *     Boolean, LocalDate, sorted Set of String, or null where it is absent
 */
public record VocabularyField(
    String name,
    FieldKind kind,
    String unit,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    List<String> words,
    boolean required,
    boolean outcome,
    boolean ofProvenance,
    BiFunction<Object, ZonedDateTime, @Nullable Object> reader) {

  /** Copies the words. */
  public VocabularyField {
    words = List.copyOf(words);
  }

  /** The value of the field; null where it is absent. */
  public @Nullable Object value(Object fact, ZonedDateTime asOf) {
    return reader.apply(fact, asOf);
  }
}
