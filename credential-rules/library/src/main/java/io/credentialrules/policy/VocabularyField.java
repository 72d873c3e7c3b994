package io.credentialrules.policy;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of a fact type. */
public sealed interface VocabularyField permits StatedField {

  /** As written in DRL. */
  String name();

  /** What it holds. */
  FieldKind kind();

  /** The unit of an amount, plural; empty for other kinds. */
  String unit();

  /** The least value of an amount; null where there is none. */
  @Nullable BigDecimal min();

  /** The greatest value of an amount; null where there is none. */
  @Nullable BigDecimal max();

  /** The words that exist, for {@link FieldKind#WORD}; otherwise empty. */
  List<String> words();

  /** Whether every fact has it. */
  boolean required();

  /** Whether it is only known when what the fact tells of has ended. */
  boolean outcome();

  /** Whether it belongs to the fact's provenance. */
  boolean ofProvenance();

  /** Whether a level may be a text that no scale orders, such as a grade {@code W}. */
  boolean offScale();

  /**
   * The value of the field of a fact on a date: a String (for words their name), BigDecimal,
   * Boolean, LocalDate, sorted Set of String, or null where it is absent.
   */
  @Nullable Object value(Object fact, ZonedDateTime asOf);
}
