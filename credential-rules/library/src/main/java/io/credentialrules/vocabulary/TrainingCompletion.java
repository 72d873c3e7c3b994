package io.credentialrules.vocabulary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A training that the learner completed, in any of the forms that the framework names.
 *
 * @param type the form of training
 * @param training identifies the training, such as {@code sanitation-basics}
 * @param title its title
 * @param provider who gave it
 * @param subject what it was about
 * @param approved whether the institution approved it for the purpose
 * @param handsOn whether skills were practised
 * @param score final score, 0 to 100 percent
 * @param hours hours of training
 * @param credits academic credits
 * @param units continuing education units (CEU)
 * @param grade the grade as written, such as {@code B+}
 * @param startedOn first day
 * @param completedOn day of completion
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(noun = "training", plural = "trainings")
@Built
public record TrainingCompletion(
    TrainingType type,
    @Nullable String training,
    @Nullable String title,
    @Nullable String provider,
    @Nullable String subject,
    boolean approved,
    boolean handsOn,
    @Field(unit = "percent", min = "0", max = "100") @Nullable BigDecimal score,
    @Field(unit = "hours", min = "0") @Nullable BigDecimal hours,
    @Field(unit = "credits", min = "0") @Nullable BigDecimal credits,
    @Field(unit = "continuing education units", min = "0") @Nullable BigDecimal units,
    @Field(outcome = true) @Nullable String grade,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate completedOn,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public TrainingCompletion {
    Objects.requireNonNull(type, "type");
    score = Amounts.exact("score", score, "0", "100");
    hours = Amounts.exact("hours", hours, "0", null);
    credits = Amounts.exact("credits", credits, "0", null);
    units = Amounts.exact("units", units, "0", null);
    Objects.requireNonNull(provenance, "provenance");
    Dates.inOrder("startedOn", startedOn, "completedOn", completedOn);
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return completedOn;
  }

  /**
   * For a training; as long as no provenance is given, it is completed and nobody has reviewed it.
   */
  public static TrainingCompletionBuilder builder() {
    return TrainingCompletionBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public TrainingCompletionBuilder toBuilder() {
    return TrainingCompletionBuilder.builder(this);
  }
}
