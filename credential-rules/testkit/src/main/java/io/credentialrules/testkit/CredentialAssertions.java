package io.credentialrules.testkit;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.RequirementResult;

/**
 * Assertions on what the credential rules answer, to be imported statically beside those of
 * AssertJ.
 */
public final class CredentialAssertions {
  private CredentialAssertions() {}

  /** On all decisions about a learner. */
  public static EvaluationAssert assertThat(Evaluation evaluation) {
    return new EvaluationAssert(evaluation);
  }

  /** On the decision about one credential. */
  public static DecisionAssert assertThat(Decision decision) {
    return new DecisionAssert(decision);
  }

  /** On where one requirement stands. */
  public static RequirementAssert assertThat(RequirementResult requirement) {
    return new RequirementAssert(requirement);
  }
}
