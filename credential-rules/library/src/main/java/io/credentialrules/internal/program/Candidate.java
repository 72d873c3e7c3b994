package io.credentialrules.internal.program;

import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One fact in one evaluation, with its type and the date on which its fields are read. Compared by
 * identity.
 */
public final class Candidate {
  private final Object fact;
  private final VocabularyType type;
  private final ZonedDateTime asOf;
  private final Budget budget;

  /** A fact that takes part in an evaluation which may spend no more than its budget. */
  public Candidate(Object fact, VocabularyType type, ZonedDateTime asOf, Budget budget) {
    this.fact = fact;
    this.type = type;
    this.asOf = asOf;
    this.budget = budget;
  }

  /** The record. */
  public Object fact() {
    return fact;
  }

  /** Its type. */
  public VocabularyType type() {
    return type;
  }

  /** The name of its type, by which rules select. */
  public String typeName() {
    return type.name();
  }

  /** The value of one of its fields; null where it is absent. */
  public @Nullable Object value(VocabularyField field) {
    return field.value(fact, asOf);
  }

  /** What this evaluation may still spend. */
  public Budget budget() {
    return budget;
  }
}
