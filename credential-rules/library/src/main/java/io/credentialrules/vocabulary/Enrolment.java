package io.credentialrules.vocabulary;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Being enrolled. Stated by the institution, so it needs no vetting (CLR 2.0: {@code Achievement}
 * of type {@code Membership}).
 *
 * @param level as what
 * @param institution where
 * @param program in which program
 * @param year the year or grade as the institution writes it, such as {@code JUNIOR} or {@code 11}
 * @param startedOn first day
 * @param endedOn last day; absent while it lasts
 * @param expectedEndOn the day on which it is planned to end, such as that of graduation
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(
    noun = "enrolment",
    plural = "enrolments",
    needsVetting = false,
    statedByInstitution = true)
@Built
public record Enrolment(
    EnrolmentLevel level,
    @Nullable String institution,
    @Nullable String program,
    @Nullable String year,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate endedOn,
    @Nullable LocalDate expectedEndOn,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public Enrolment {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(provenance, "provenance");
    Dates.inOrder("startedOn", startedOn, "endedOn", endedOn);
  }

  /** Of which nobody knows when it is planned to end. */
  public Enrolment(
      EnrolmentLevel level,
      @Nullable String institution,
      @Nullable String program,
      @Nullable String year,
      @Nullable LocalDate startedOn,
      @Nullable LocalDate endedOn,
      Provenance provenance) {
    this(level, institution, program, year, startedOn, endedOn, null, provenance);
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return startedOn;
  }

  /** For an enrolment, which needs no vetting. */
  public static EnrolmentBuilder builder() {
    return EnrolmentBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public EnrolmentBuilder toBuilder() {
    return EnrolmentBuilder.builder(this);
  }
}
