package io.credentialrules.vocabulary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Applied work: internship, co-op, job, apprenticeship and the like.
 *
 * @param type the kind of experience
 * @param experience identifies the experience, so that feedback can refer to it
 * @param employer employer or host
 * @param position what the learner was there
 * @param industry the field of work of the employer, such as {@code FOOD_PROCESSING}
 * @param subject what the work was about, such as {@code SANITATION}
 * @param site where
 * @param siteApproved whether the institution approved the site
 * @param approved whether the institution approved the experience
 * @param paid whether it was paid
 * @param hours hours worked
 * @param weeks weeks it lasted
 * @param agreementSignedOn when the last of the parties signed the agreement
 * @param startedOn first day
 * @param endedOn last day, or the day up to which the hours were counted
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(noun = "work experience", plural = "work experiences")
@Built
public record WorkExperience(
    WorkExperienceType type,
    @Nullable String experience,
    @Nullable String employer,
    @Nullable String position,
    @Nullable String industry,
    @Nullable String subject,
    @Nullable String site,
    boolean siteApproved,
    boolean approved,
    boolean paid,
    @Field(unit = "hours", min = "0") @Nullable BigDecimal hours,
    @Field(unit = "weeks", min = "0") @Nullable BigDecimal weeks,
    @Nullable LocalDate agreementSignedOn,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate endedOn,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public WorkExperience {
    Objects.requireNonNull(type, "type");
    hours = Amounts.exact("hours", hours, "0", null);
    weeks = Amounts.exact("weeks", weeks, "0", null);
    Objects.requireNonNull(provenance, "provenance");
    Dates.inOrder("startedOn", startedOn, "endedOn", endedOn);
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return endedOn != null ? endedOn : startedOn;
  }

  /**
   * For a work experience; as long as no provenance is given, it is completed and nobody has
   * reviewed it.
   */
  public static WorkExperienceBuilder builder() {
    return WorkExperienceBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public WorkExperienceBuilder toBuilder() {
    return WorkExperienceBuilder.builder(this);
  }
}
