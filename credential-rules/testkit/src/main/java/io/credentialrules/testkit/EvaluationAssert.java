package io.credentialrules.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.credentialrules.Evaluation;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions on all decisions about a learner. */
public final class EvaluationAssert extends AbstractAssert<EvaluationAssert, Evaluation> {

  EvaluationAssert(Evaluation actual) {
    super(actual, EvaluationAssert.class);
  }

  /** The credential is earned. */
  @CanIgnoreReturnValue
  public EvaluationAssert hasEarned(String credential) {
    decision(credential).isEarned();
    return this;
  }

  /** The credential is not earned; what follows is about why. */
  @CanIgnoreReturnValue
  public DecisionAssert hasNotEarned(String credential) {
    return decision(credential).isNotEarned();
  }

  /** Exactly these credentials are earned, in any order. */
  @CanIgnoreReturnValue
  public EvaluationAssert hasEarnedOnly(String... credentials) {
    isNotNull();
    List<String> expected = List.of(credentials).stream().sorted().toList();
    List<String> earned = actual.earned().stream().sorted().toList();
    if (!earned.equals(expected)) {
      throw failureWithActualExpected(
          earned, expected, "expected to have earned exactly %s, but earned %s", expected, earned);
    }
    return this;
  }

  /** The decision about a credential. */
  public DecisionAssert decision(String credential) {
    isNotNull();
    return new DecisionAssert(actual.decision(credential))
        .as(getWritableAssertionInfo().description());
  }

  /** The state of a requirement. */
  public RequirementAssert requirement(String requirement) {
    isNotNull();
    return new RequirementAssert(actual.requirement(requirement))
        .as(getWritableAssertionInfo().description());
  }
}
