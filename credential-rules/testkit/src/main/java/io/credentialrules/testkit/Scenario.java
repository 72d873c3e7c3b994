package io.credentialrules.testkit;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementState;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A story with a definite answer: a learner record, a date, and what is decided about a credential.
 * Read from a file whose folder is the verdict. Immutable.
 */
public sealed interface Scenario permits StatedScenario {

  /** Where it was read from. */
  Path file();

  /**
   * Pack, credential, verdict and story file, such as {@code
   * ums-horticulture/horticulture-level-3/not-earned/four-areas}.
   */
  String name();

  /** The sentence that says what happens. */
  String story();

  /** The number of the case that it tells; null where there is none. */
  @Nullable Integer number();

  /** The packs that it is weighed by, its own first. */
  List<String> packs();

  /** The credential that the verdict is on. */
  String credential();

  /** The verdict. */
  boolean earned();

  /** The date for which it holds, at the end of the day unless the file names a time. */
  ZonedDateTime asOf();

  /** The learner record. */
  LearnerRecord record();

  /** What the nearest route lacks, no less and no more; empty when the verdict is earned. */
  List<Unmet> unmet();

  /** Recommendations that are not followed; null where the file does not say. */
  @Nullable Set<String> unmetRecommendations();

  /** The day from which the credential is earned; null where the file does not say. */
  @Nullable LocalDate since();

  /** The last day on which it is valid; null where the file does not say. */
  @Nullable LocalDate until();

  /** Verdicts on other credentials: whether each is earned. */
  Map<String, Boolean> also();

  /** A requirement that is expected not to be met. What is null is not looked at. */
  sealed interface Unmet permits StatedUnmet {

    /** The requirement's id. */
    String id();

    /** Its state. */
    @Nullable RequirementState state();

    /** The amount that there is. */
    @Nullable BigDecimal has();

    /** The amount that is asked for. */
    @Nullable BigDecimal needs();

    /** The unit of both. */
    @Nullable String unit();

    /** The credentials that come first. */
    @Nullable Set<String> blockedBy();

    /** Why facts that would bear on it do not count. */
    @Nullable Set<NotCounted.Reason> notCounted();
  }

  /**
   * Weighs the record by rules that were compiled from {@link #packs}.
   *
   * @throws AssertionError when the answer is another than the story tells, with both
   */
  void verify(CredentialRules rules);

  /**
   * What becomes of it under rules that were compiled from {@link #packs}: the same as {@link
   * #verify}, for those who do not want an error thrown.
   */
  ScenarioOutcome outcome(CredentialRules rules);

  /** The same story with another learner record. */
  Scenario withRecord(LearnerRecord other);
}
