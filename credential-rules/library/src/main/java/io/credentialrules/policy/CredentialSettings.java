package io.credentialrules.policy;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What institutions answer differently; a policy states it and every answer reports it.
 *
 * @param validFor how long the credential is valid after it was achieved, from {@code @validFor(
 *     "P1Y" )}; null for ever. It was achieved on the first day on which the rule was satisfied;
 *     where nothing that it rests on has a date, nobody can say when, and it does not end
 * @param validTo on which days validities end, from {@code @validFor( "P1Y", "to 12-31" )}; null
 *     for any
 * @param renews what must be achieved again, after it was achieved last, so that it is valid anew,
 *     from {@code @renews( "whole" )}, {@code "each-part"} or {@code "latest-part"}
 * @param lapses whether a stack is lost when a component is, from {@code @lapses( "with-components"
 *     )} or {@code "never"}
 * @param versionBy which date chooses the version of the policy, from {@code @versionBy(
 *     "evaluation-date" )} or {@code "policy-date"}
 * @param evidence whether one piece of evidence may serve two requirements, from {@code @evidence(
 *     "shared" )} or {@code "exclusive"}
 */
public record CredentialSettings(
    @Nullable Period validFor,
    @Nullable ValidTo validTo,
    Renews renews,
    Lapses lapses,
    VersionBy versionBy,
    EvidenceUse evidence) {

  /**
   * Valid for ever, renewed as a whole, lapses with its components, by the date of evaluation,
   * evidence shared.
   */
  public static final CredentialSettings DEFAULT =
      new CredentialSettings(
          null,
          null,
          Renews.WHOLE,
          Lapses.WITH_COMPONENTS,
          VersionBy.EVALUATION_DATE,
          EvidenceUse.SHARED);

  /** Settings whose validities end on any day. */
  public CredentialSettings(
      @Nullable Period validFor,
      Renews renews,
      Lapses lapses,
      VersionBy versionBy,
      EvidenceUse evidence) {
    this(validFor, null, renews, lapses, versionBy, evidence);
  }

  /** Such as {@code P1Y to 12-31}; empty where the credential is valid for ever. */
  public String validity() {
    return validFor == null ? "" : validTo == null ? validFor.toString() : validFor + " " + validTo;
  }

  /** What must be achieved again so that a credential is valid anew. */
  public enum Renews {
    /** All that the rule asks for, with evidence since it was achieved last. The default. */
    WHOLE,
    /** Each part by itself: it is valid until the first part is too old. */
    EACH_PART,
    /** Any part: it is valid until the last part is too old. */
    LATEST_PART
  }

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
