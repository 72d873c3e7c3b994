package io.credentialrules.examples.campus.review;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.Plan;
import io.credentialrules.vocabulary.SignOff;
import java.util.Optional;

/** The sign-off that a requirement waits for, as the policy asks for it. */
final class SignOffs {
  private SignOffs() {}

  /** From the plan of the first credential that lacks the requirement. */
  static Optional<SignOff> missing(Evaluation evaluation, String requirement) {
    for (Decision decision : evaluation.decisions()) {
      if (decision instanceof Decision.NotEarned notEarned
          && notEarned.missing().stream().anyMatch(missing -> missing.id().equals(requirement))
          && evaluation.plan(decision.credential().id()) instanceof Plan.Steps plan) {
        Optional<SignOff> signOff =
            plan.steps().stream()
                .filter(step -> step.requirement().equals(requirement))
                .map(Plan.Step::fact)
                .filter(SignOff.class::isInstance)
                .map(SignOff.class::cast)
                .findFirst();
        if (signOff.isPresent()) {
          return signOff;
        }
      }
    }
    return Optional.empty();
  }
}
