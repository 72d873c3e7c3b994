package io.credentialrules.internal.check;

import io.credentialrules.internal.program.Objections;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.ReviewerRole;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the status and the reviewer of a fact can be where it counts, by the rules by which an
 * evaluation counts.
 */
final class WhatCounts {
  private static final List<String> STATUSES =
      Arrays.stream(FactStatus.values())
          .filter(status -> Objections.byStatus(status) == null)
          .map(FactStatus::name)
          .toList();
  private static final List<String> ROLES =
      Arrays.stream(ReviewerRole.values())
          .filter(Objections::isAuthorised)
          .map(ReviewerRole::name)
          .toList();

  private WhatCounts() {}

  /** The roles whose reviews count. */
  static List<String> roles() {
    return ROLES;
  }

  /** The words that the field of a fact that counts can have; null where that says nothing. */
  static @Nullable List<String> words(Value value) {
    VocabularyField field = value.field();
    VocabularyType type = type(value);
    if (field == null
        || type == null
        || !type.including().isEmpty()
        || !field.ofProvenance()
        || field.kind() != FieldKind.WORD) {
      return null;
    }
    if (field.name().equals("status")) {
      return STATUSES;
    }
    return field.name().equals("reviewerRole") && type.needsVetting() ? ROLES : null;
  }

  private static @Nullable VocabularyType type(Value value) {
    return value instanceof Value.Field field && field.of().type() instanceof ValueType.OfFact fact
        ? fact.type()
        : null;
  }
}
