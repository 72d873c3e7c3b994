package io.credentialrules.internal.engine;

import io.credentialrules.policy.VocabularyField;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers fields, by which the engine recognises that two tests look at the same field. Field 0 is
 * the type of a fact.
 */
final class FieldNumbers {
  static final int TYPE = 0;

  private final Map<VocabularyField, Integer> numbers = new HashMap<>();

  int of(VocabularyField field) {
    return numbers.computeIfAbsent(field, unseen -> numbers.size() + 1);
  }
}
