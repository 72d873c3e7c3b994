package io.credentialrules.testkit;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.RequirementResult;

/**
 * Assertions on what the credential rules answer, to be imported statically beside those of
 * AssertJ.
 */
public final class CredentialAssertions {
  private CredentialAssertions() {}

  /**
   * Verifies a policy with a few facts:
   *
   * <pre>{@code
   * verifyThat(rules).given(signOff).on(date, zone).decision("badge").isEarnedOn(signOff);
   * verifyThat(rules).on(date, zone).hasNotEarned("badge").lackingOnly("host");
   * }</pre>
   */
  public static PolicyVerification verifyThat(CredentialRules rules) {
    return PolicyVerification.of(rules);
  }

  /** On all decisions about a learner. */
  public static EvaluationAssert assertThat(Evaluation evaluation) {
    return new EvaluationAssert(evaluation);
  }

  /** On the decision about one credential. */
  public static DecisionAssert assertThat(Decision decision) {
    return new DecisionAssert(decision);
  }

  /** On the state of one requirement. */
  public static RequirementAssert assertThat(RequirementResult requirement) {
    return new RequirementAssert(requirement);
  }
}
