package io.credentialrules.policy;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** {@link VocabularyField} as it is stated. */
record StatedField(
    String name,
    FieldKind kind,
    String unit,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    List<String> words,
    boolean required,
    boolean outcome,
    boolean ofProvenance,
    boolean offScale,
    BiFunction<Object, ZonedDateTime, @Nullable Object> reader)
    implements VocabularyField {

  /** Copies the words. */
  StatedField {
    words = List.copyOf(words);
  }

  /** Of which no level is off a scale. */
  StatedField(
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
    this(name, kind, unit, min, max, words, required, outcome, ofProvenance, false, reader);
  }

  @Override
  public @Nullable Object value(Object fact, ZonedDateTime asOf) {
    return reader.apply(fact, asOf);
  }

  /** Such as {@code hours: AMOUNT in hours}. */
  @Override
  public String toString() {
    return name + ": " + kind + (unit.isEmpty() ? "" : " in " + unit);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof StatedField that
            && name.equals(that.name)
            && kind == that.kind
            && unit.equals(that.unit)
            && Objects.equals(min, that.min)
            && Objects.equals(max, that.max)
            && words.equals(that.words)
            && required == that.required
            && outcome == that.outcome
            && ofProvenance == that.ofProvenance
            && offScale == that.offScale
            && reader.equals(that.reader));
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + reader.hashCode();
  }
}
