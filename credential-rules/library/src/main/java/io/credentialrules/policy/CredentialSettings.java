package io.credentialrules.policy;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** What institutions answer differently; a policy states it and every answer reports it. */
public sealed interface CredentialSettings permits StatedSettings {

  /**
   * How long the credential is valid after it was achieved, from {@code @validFor( "P1Y" )}; null
   * for ever. It was achieved on the first day on which the rule was satisfied; where nothing that
   * it rests on has a date, nobody can say when, and it does not end.
   */
  @Nullable Period validFor();

  /** On which days validities end, from {@code @validFor( "P1Y", "to 12-31" )}; null for any. */
  @Nullable ValidTo validTo();

  /**
   * What must be achieved again, after it was achieved last, so that it is valid anew, from
   * {@code @renews( "whole" )}, {@code "each-part"} or {@code "latest-part"}.
   */
  Renews renews();

  /**
   * Whether a stack is lost when a component is, from {@code @lapses( "with-components" )} or
   * {@code "never"}.
   */
  Lapses lapses();

  /**
   * Which date chooses the version of the policy, from {@code @versionBy( "evaluation-date" )} or
   * {@code "policy-date"}.
   */
  VersionBy versionBy();

  /**
   * Whether one piece of evidence may serve two requirements, from {@code @evidence( "shared" )} or
   * {@code "exclusive"}.
   */
  EvidenceUse evidence();

  /**
   * Valid for ever, renewed as a whole, lapses with its components, by the date of evaluation,
   * evidence shared.
   */
  CredentialSettings DEFAULT =
      new StatedSettings(
          null,
          null,
          Renews.WHOLE,
          Lapses.WITH_COMPONENTS,
          VersionBy.EVALUATION_DATE,
          EvidenceUse.SHARED);

  /** Such as {@code P1Y to 12-31}; empty where the credential is valid for ever. */
  String validity();

  /**
   * These settings with another validity.
   *
   * @param time the least time; null for ever
   * @param to the days on which it ends; null for any
   */
  CredentialSettings withValidity(@Nullable Period time, @Nullable ValidTo to);

  /** These settings with another way to renew. */
  CredentialSettings with(Renews other);

  /** These settings, where a stack lapses otherwise. */
  CredentialSettings with(Lapses other);

  /** These settings, where another date chooses the version. */
  CredentialSettings with(VersionBy other);

  /** These settings with another use of evidence. */
  CredentialSettings with(EvidenceUse other);

  /** What must be achieved again so that a credential is valid anew. */
  enum Renews {
    /** All that the rule asks for, with evidence since it was achieved last. The default. */
    WHOLE,
    /** Each part by itself: it is valid until the first part is too old. */
    EACH_PART,
    /** Any part: it is valid until the last part is too old. */
    LATEST_PART
  }

  /** Whether a stack is lost when a component is. */
  enum Lapses {
    /** A component that expired or was revoked no longer counts. The default. */
    WITH_COMPONENTS,
    /** A component that expired still counts; one that was revoked does not. */
    NEVER
  }

  /** Which date chooses the version of the policy. */
  enum VersionBy {
    /** The date of evaluation. The default. */
    EVALUATION_DATE,
    /**
     * The learner's own policy date, such as that of enrolment; the date of evaluation for a record
     * that has none.
     */
    POLICY_DATE;

    /**
     * The date that chooses the version.
     *
     * @param policyDate the learner's own; null where the record has none
     * @param evaluated the date of evaluation
     */
    public LocalDate date(@Nullable LocalDate policyDate, LocalDate evaluated) {
      return this == POLICY_DATE && policyDate != null ? policyDate : evaluated;
    }
  }

  /** Whether one piece of evidence may serve two requirements. */
  enum EvidenceUse {
    /** It may. The default. */
    SHARED,
    /** It may not: each fact serves at most one requirement of the credential. */
    EXCLUSIVE
  }
}
