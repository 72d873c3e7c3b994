package io.credentialrules.internal.plan;

import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.time.ZonedDateTime;
import java.util.function.BiPredicate;

/** Which field of a type says when its facts happen. Used by one thread. */
public final class DayFields implements BiPredicate<VocabularyType, VocabularyField> {
  private final FactMaker maker;

  /** For facts as they are at an instant. */
  public DayFields(ZonedDateTime asOf) {
    this.maker = new FactMaker(asOf.toLocalDate(), asOf.getZone());
  }

  /** Whether a fact of a type happens on the date in a field. */
  @Override
  public boolean test(VocabularyType type, VocabularyField field) {
    return field.name().equals(maker.dayField(type));
  }
}
