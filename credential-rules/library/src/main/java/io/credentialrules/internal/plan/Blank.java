package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Action;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a fact of a plan that is for the learner to fill.
 *
 * @param number the number of the fact, from 0
 */
record Blank(int number, VocabularyField field) {

  /** Whether two facts of one kind have the same field. */
  boolean isLike(Blank other, State plan) {
    return number != other.number
        && field.name().equals(other.field.name())
        && plan.drafts().get(number).type().record()
            == plan.drafts().get(other.number).type().record();
  }

  /** Those of all facts, one after the other; what is only reviewed is filled in already. */
  static List<Blank> of(State plan, Domain domain) {
    List<Blank> blanks = new ArrayList<>();
    for (int number = 0; number < plan.steps(); number++) {
      Draft draft = plan.drafts().get(number);
      if (draft.action() != Action.REVIEW) {
        for (VocabularyField field : domain.open(draft)) {
          blanks.add(new Blank(number, field));
        }
      }
    }
    return blanks;
  }
}
