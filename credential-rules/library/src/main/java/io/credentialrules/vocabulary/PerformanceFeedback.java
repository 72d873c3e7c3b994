package io.credentialrules.vocabulary;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Feedback on how the learner performed, given by somebody who saw it.
 *
 * @param outcome what it says on the whole
 * @param providerRole in which role it was given
 * @param provider who gave it
 * @param experience identifies the experience or activity that it is about
 * @param subject what it is about, such as {@code LEADERSHIP}
 * @param givenOn when
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(noun = "performance feedback", plural = "performance feedback")
@Built
public record PerformanceFeedback(
    FeedbackOutcome outcome,
    ReviewerRole providerRole,
    @Nullable String provider,
    @Nullable String experience,
    @Nullable String subject,
    @Nullable LocalDate givenOn,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public PerformanceFeedback {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(providerRole, "providerRole");
    Objects.requireNonNull(provenance, "provenance");
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return givenOn;
  }

  /**
   * For a performance feedback; as long as no provenance is given, it is completed and nobody has
   * reviewed it.
   */
  public static PerformanceFeedbackBuilder builder() {
    return PerformanceFeedbackBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public PerformanceFeedbackBuilder toBuilder() {
    return PerformanceFeedbackBuilder.builder(this);
  }
}
