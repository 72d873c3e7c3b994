package io.credentialrules.policy.syntax;

import io.credentialrules.policy.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * A place at which a rule reads a field of a fact: in a constraint, a binding or a total.
 *
 * @param type the fact type's name
 * @param field the field's name
 * @param span the place
 */
public record FieldUse(String type, String field, SourceSpan span) implements Comparable<FieldUse> {
  /** By type, field and place. */
  @Override
  public int compareTo(FieldUse other) {
    int byType = type.compareTo(other.type);
    int byField = byType == 0 ? field.compareTo(other.field) : byType;
    return byField == 0 ? span.compareTo(other.span) : byField;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldUse that
        && type.equals(that.type)
        && field.equals(that.field)
        && span.equals(that.span);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + field.hashCode()) + span.hashCode();
  }
}
