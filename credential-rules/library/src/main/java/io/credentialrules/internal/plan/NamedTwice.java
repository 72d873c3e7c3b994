package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Action;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a plan takes a thing again that is there: where each piece of evidence serves once, the
 * same course is not taken twice to be counted twice.
 */
final class NamedTwice {
  private NamedTwice() {}

  /** Whether evidence of a way serves once. */
  static boolean matters(Way way) {
    return way.rule().settings().evidence() == EvidenceUse.EXCLUSIVE;
  }

  /** Whether a new fact has the name, and all other texts, of another one that is there. */
  static boolean in(State state, PlanStart start) {
    for (Draft draft : state.drafts()) {
      List<VocabularyField> names = draft.action() == Action.ADD ? names(draft) : List.of();
      if (!names.isEmpty()) {
        for (Candidate other : start.candidates(draft.type(), state)) {
          if (other != draft.candidate() && isAlike(names, draft.candidate(), other)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The texts that a fact must have; none where its name, the first of its texts, is free. */
  private static List<VocabularyField> names(Draft draft) {
    List<VocabularyField> names = new ArrayList<>();
    for (VocabularyField field : draft.type().fields()) {
      if (field.kind() == FieldKind.TEXT && !field.ofProvenance()) {
        boolean isFixed = draft.fixed().getOrDefault(field.name(), Optional.empty()).isPresent();
        if (isFixed) {
          names.add(field);
        } else if (names.isEmpty()) {
          return List.of();
        }
      }
    }
    return names;
  }

  private static boolean isAlike(List<VocabularyField> names, Candidate one, Candidate other) {
    return names.stream().allMatch(name -> Comparing.equal(one.value(name), other.value(name)));
  }
}
