package io.credentialrules.testkit;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementState;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * A story with a definite answer: a learner record, a date, and what is decided about a credential.
 * Read from a file whose folder is the verdict. Immutable.
 *
 * @param file where it was read from
 * @param name pack, credential, verdict and story file, such as {@code
 *     ums-horticulture/horticulture-level-3/not-earned/four-areas}
 * @param story the sentence that says what happens
 * @param number the number of the case that it tells; null where there is none
 * @param packs the packs that it is weighed by, its own first
 * @param credential the credential that the verdict is on
 * @param earned the verdict
 * @param asOf the date for which it holds, at the end of the day unless the file names a time
 * @param record the learner record
 * @param unmet what the nearest route lacks, no less and no more; empty when the verdict is earned
 * @param unmetRecommendations recommendations that are not followed; null where the file does not
 *     say
 * @param since the day from which the credential is earned; null where the file does not say
 * @param until the last day on which it is valid; null where the file does not say
 * @param also verdicts on other credentials: whether each is earned
 */
public record Scenario(
    Path file,
    String name,
    String story,
    @Nullable Integer number,
    List<String> packs,
    String credential,
    boolean earned,
    ZonedDateTime asOf,
    LearnerRecord record,
    List<Unmet> unmet,
    @Nullable Set<String> unmetRecommendations,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    Map<String, Boolean> also) {

  /** Copies the lists, in their order. */
  public Scenario {
    packs = List.copyOf(packs);
    unmet = List.copyOf(unmet);
    unmetRecommendations = unmetRecommendations == null ? null : Set.copyOf(unmetRecommendations);
    also = Collections.unmodifiableMap(new LinkedHashMap<>(also));
  }

  /**
   * A requirement that is expected not to be met. What is null is not looked at.
   *
   * @param id the requirement's id
   * @param state where it stands
   * @param has the amount that there is
   * @param needs the amount that is asked for
   * @param unit the unit of both
   * @param blockedBy the credentials that come first
   * @param notCounted why facts that would bear on it do not count
   */
  public record Unmet(
      String id,
      @Nullable RequirementState state,
      @Nullable BigDecimal has,
      @Nullable BigDecimal needs,
      @Nullable String unit,
      @Nullable Set<String> blockedBy,
      @Nullable Set<NotCounted.Reason> notCounted) {
    /** Copies the sets. */
    public Unmet {
      blockedBy = blockedBy == null ? null : Set.copyOf(blockedBy);
      notCounted = notCounted == null ? null : Set.copyOf(notCounted);
    }
  }

  /**
   * Weighs the record by rules that were compiled from {@link #packs}.
   *
   * @throws AssertionError when the answer is another than the story tells, with both
   */
  public void verify(CredentialRules rules) {
    ScenarioOutcome outcome = outcome(rules);
    if (!outcome.passed()) {
      throw new AssertionFailedError(outcome.toString(), outcome.expected(), outcome.given());
    }
  }

  /**
   * What becomes of it under rules that were compiled from {@link #packs}: the same as {@link
   * #verify}, for those who do not want an error thrown.
   */
  public ScenarioOutcome outcome(CredentialRules rules) {
    return Answer.outcome(this, rules.evaluate(record, asOf));
  }

  /** Name and story. */
  @Override
  public String toString() {
    return name + ": " + story;
  }
}
