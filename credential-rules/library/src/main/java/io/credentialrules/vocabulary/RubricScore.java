package io.credentialrules.vocabulary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion of a rubric was judged to be (Open Badges 3.0: a {@code Result} with its
 * {@code achievedLevel}). Levels are ordered by the policy, with {@code @scale}; never by their
 * points or their position.
 *
 * @param rubric identifies the rubric, such as {@code empathy}
 * @param criterion identifies the criterion within the rubric, such as {@code listen-actively}
 * @param level the achieved level, a word of the policy's scale, such as {@code PROFICIENT}
 * @param score the achieved points, where the rubric has points
 * @param percent the achieved percent of what can be achieved (Open Badges 3.0: a result of type
 *     {@code Percent})
 * @param evidence identifies the evidence that was judged
 * @param assessedOn when
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(noun = "rubric score", plural = "rubric scores")
@Built
public record RubricScore(
    String rubric,
    String criterion,
    @Field(scale = true) @Nullable String level,
    @Field(unit = "points") @Nullable BigDecimal score,
    @Field(unit = "percent", min = "0", max = "100") @Nullable BigDecimal percent,
    @Nullable String evidence,
    @Nullable LocalDate assessedOn,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public RubricScore {
    Texts.require("rubric", rubric);
    Texts.require("criterion", criterion);
    score = Amounts.exact("score", score, null, null);
    percent = Amounts.exact("percent", percent, "0", "100");
    Objects.requireNonNull(provenance, "provenance");
  }

  /** Of which no percent is known. */
  public RubricScore(
      String rubric,
      String criterion,
      @Nullable String level,
      @Nullable BigDecimal score,
      @Nullable String evidence,
      @Nullable LocalDate assessedOn,
      Provenance provenance) {
    this(rubric, criterion, level, score, null, evidence, assessedOn, provenance);
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return assessedOn;
  }

  /**
   * For a rubric score; as long as no provenance is given, it is completed and nobody has reviewed
   * it.
   */
  public static RubricScoreBuilder builder() {
    return RubricScoreBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public RubricScoreBuilder toBuilder() {
    return RubricScoreBuilder.builder(this);
  }
}
