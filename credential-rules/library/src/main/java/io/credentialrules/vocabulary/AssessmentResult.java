package io.credentialrules.vocabulary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of an assessment (Open Badges 3.0: {@code Result}).
 *
 * @param type the kind of assessment
 * @param assessment identifies the assessment, such as {@code development-quiz}
 * @param subject what it was about, such as {@code LEADERSHIP}
 * @param score score, 0 to 100 percent (Open Badges: {@code value} of a {@code Percent} result)
 * @param passed whether the assessor calls it passed
 * @param takenOn when
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(noun = "assessment result", plural = "assessment results")
@Built
public record AssessmentResult(
    AssessmentType type,
    @Nullable String assessment,
    @Nullable String subject,
    @Field(unit = "percent", min = "0", max = "100") @Nullable BigDecimal score,
    @Field(outcome = true) boolean passed,
    @Nullable LocalDate takenOn,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public AssessmentResult {
    Objects.requireNonNull(type, "type");
    score = Amounts.exact("score", score, "0", "100");
    Objects.requireNonNull(provenance, "provenance");
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return takenOn;
  }

  /**
   * For an assessment result; as long as no provenance is given, it is completed and nobody has
   * reviewed it.
   */
  public static AssessmentResultBuilder builder() {
    return AssessmentResultBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public AssessmentResultBuilder toBuilder() {
    return AssessmentResultBuilder.builder(this);
  }
}
