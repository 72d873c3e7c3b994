package io.credentialrules.vocabulary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A training that the learner completed, in any of the forms that the framework names.
 *
 * @param type the form of training
 * @param training identifies the training, such as {@code sanitation-basics}
 * @param title its title
 * @param provider who gave it
 * @param subject what it was about, such as {@code LEADERSHIP}
 * @param approved whether the institution approved it for the purpose
 * @param handsOn whether skills were practised
 * @param score final score, 0 to 100 percent
 * @param hours hours of training
 * @param credits academic credits
 * @param units continuing education units (CEU)
 * @param grade the grade as written, such as {@code B+}; ordered by the policy, with {@code @scale}
 * @param gradePoints the points of the grade on the institution's scale, such as 3.3
 * @param term the academic term (Open Badges 3.0 and CLR 2.0: {@code term}), such as {@code FALL}
 * @param academicYear the academic year, such as {@code 2025-26}
 * @param attempt which attempt it was; the first is 1
 * @param categories what it counts as, such as categories of continuing education (CTDL: {@code
 *     subject}); one training may count as several
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
    @Field(scale = true, offScale = true) @Nullable String grade,
    @Field(unit = "grade points", min = "0") @Nullable BigDecimal gradePoints,
    @Nullable String term,
    @Nullable String academicYear,
    @Field(unit = "attempts", min = "0") @Nullable BigDecimal attempt,
    Set<String> categories,
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
    gradePoints = Amounts.exact("gradePoints", gradePoints, "0", null);
    attempt = Amounts.exact("attempt", attempt, "0", null);
    categories = Texts.sorted(categories);
    Objects.requireNonNull(provenance, "provenance");
    Dates.inOrder("startedOn", startedOn, "completedOn", completedOn);
  }

  /** Of which neither the points of the grade, the term, the attempt nor categories are known. */
  public TrainingCompletion(
      TrainingType type,
      @Nullable String training,
      @Nullable String title,
      @Nullable String provider,
      @Nullable String subject,
      boolean approved,
      boolean handsOn,
      @Nullable BigDecimal score,
      @Nullable BigDecimal hours,
      @Nullable BigDecimal credits,
      @Nullable BigDecimal units,
      @Nullable String grade,
      @Nullable LocalDate startedOn,
      @Nullable LocalDate completedOn,
      Provenance provenance) {
    this(
        type,
        training,
        title,
        provider,
        subject,
        approved,
        handsOn,
        score,
        hours,
        credits,
        units,
        grade,
        null,
        null,
        null,
        null,
        Set.of(),
        startedOn,
        completedOn,
        provenance);
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return completedOn;
  }

  /**
   * For a training; as long as no provenance is given, it is completed and nobody has reviewed it.
   */
  public static TrainingCompletionBuilder builder() {
    return TrainingCompletionBuilder.builder().categories(Set.of()).provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public TrainingCompletionBuilder toBuilder() {
    return TrainingCompletionBuilder.builder(this);
  }
}
