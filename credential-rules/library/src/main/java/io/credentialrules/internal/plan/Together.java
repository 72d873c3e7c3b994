package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.policy.VocabularyField;
import java.util.List;
import java.util.Optional;

/**
 * Values that some fact has together, for a fact of the plan that may be like it: each of them
 * alone may be new, and all of them counted already.
 *
 * @param number the number of the fact of the plan, from 0
 */
record Together(int number, ImmutableMap<String, Optional<Object>> values) {
  static Together of(int number, List<VocabularyField> fields, Candidate candidate) {
    ImmutableMap.Builder<String, Optional<Object>> values = ImmutableMap.builder();
    for (VocabularyField field : fields) {
      values.put(field.name(), Optional.ofNullable(Domain.canonical(candidate.value(field))));
    }
    return new Together(number, values.build());
  }
}
