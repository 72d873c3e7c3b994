package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.policy.VocabularyField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values that some fact has together, for a fact of the plan that may be like it: each of them
 * alone may be new, and all of them counted already.
 *
 * @param number the number of the fact of the plan, from 0
 * @param isOnRecord whether a fact of the record has them, rather than a new one
 */
record Together(int number, boolean isOnRecord, ImmutableMap<String, Optional<Object>> values) {
  private static final int MOST = 60;

  /** What facts on record and of a plan have in the open fields of each new fact. */
  static List<Together> of(PlanStart start, State plan, Domain domain) {
    Set<Together> together = new LinkedHashSet<>();
    for (int number = 0; number < plan.steps(); number++) {
      Draft draft = plan.drafts().get(number);
      List<VocabularyField> open =
          draft.base() == null ? domain.open(draft) : List.<VocabularyField>of();
      for (Candidate candidate : start.candidates(draft.type(), plan)) {
        if (open.size() > 1 && together.size() < MOST) {
          together.add(new Together(number, isOnRecord(plan, candidate), values(open, candidate)));
        }
      }
    }
    return List.copyOf(together);
  }

  private static boolean isOnRecord(State plan, Candidate candidate) {
    return plan.drafts().stream()
        .noneMatch(draft -> draft.base() == null && draft.fact().equals(candidate.fact()));
  }

  private static ImmutableMap<String, Optional<Object>> values(
      List<VocabularyField> fields, Candidate candidate) {
    ImmutableMap.Builder<String, Optional<Object>> values = ImmutableMap.builder();
    for (VocabularyField field : fields) {
      values.put(field.name(), Optional.ofNullable(Domain.canonical(candidate.value(field))));
    }
    return values.build();
  }
}
