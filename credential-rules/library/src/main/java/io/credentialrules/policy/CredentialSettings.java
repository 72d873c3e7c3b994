package io.credentialrules.policy;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What institutions answer differently; a policy states it and every answer reports it.
 *
 * @param validFor how long the credential is valid after it was achieved, from {@code @validFor(
 *     "P1Y" )}; null for ever. It was achieved on the day of the latest fact that it rests on;
 *     where no fact has a date, nobody can say when, and it does not end
 * @param lapses whether a stack is lost when a component is, from {@code @lapses( "with-components"
 *     )} or {@code "never"}
 * @param versionBy which date chooses the version of the policy, from {@code @versionBy(
 *     "evaluation-date" )} or {@code "policy-date"}
 * @param evidence whether one piece of evidence may serve two requirements, from {@code @evidence(
 *     "shared" )} or {@code "exclusive"}
 */
public record CredentialSettings(
    @Nullable Period validFor, Lapses lapses, VersionBy versionBy, EvidenceUse evidence) {

  /** Valid for ever, lapses with its components, by the date of evaluation, evidence shared. */
  public static final CredentialSettings DEFAULT =
      new CredentialSettings(
          null, Lapses.WITH_COMPONENTS, VersionBy.EVALUATION_DATE, EvidenceUse.SHARED);

  /** Whether a stack is lost when a component is. */
  public enum Lapses {
    /** A component that expired or was revoked no longer counts. The default. */
    WITH_COMPONENTS,
    /** A component that expired still counts; one that was revoked does not. */
    NEVER
  }

  /** Which date chooses the version of the policy. */
  public enum VersionBy {
    /** The date of evaluation. The default. */
    EVALUATION_DATE,
    /**
     * The learner's own policy date, such as that of enrolment; the date of evaluation for a record
     * that has none.
     */
    POLICY_DATE
  }

  /** Whether one piece of evidence may serve two requirements. */
  public enum EvidenceUse {
    /** It may. The default. */
    SHARED,
    /** It may not: each fact serves at most one requirement of the credential. */
    EXCLUSIVE
  }
}
