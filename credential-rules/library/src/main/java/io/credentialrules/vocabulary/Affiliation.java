package io.credentialrules.vocabulary;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Having a role at an institution, now or earlier, such as that of faculty (eduPerson: {@code
 * eduPersonScopedAffiliation}). It says with dates what the roles of a learner say of today, so
 * that a policy can ask for a role at the time of an event. Stated by the institution, so it needs
 * no vetting.
 *
 * @param role the role, in the words of the roles of a learner, such as {@code FACULTY}
 * @param institution where, such as the campus as the institution abbreviates it
 * @param startedOn first day
 * @param endedOn last day; absent while it lasts
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(
    noun = "affiliation",
    plural = "affiliations",
    needsVetting = false,
    statedByInstitution = true)
@Built
public record Affiliation(
    String role,
    @Nullable String institution,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate endedOn,
    Provenance provenance)
    implements Fact {

  /** Checks dates and required texts. */
  public Affiliation {
    Texts.require("role", role);
    Objects.requireNonNull(provenance, "provenance");
    Dates.inOrder("startedOn", startedOn, "endedOn", endedOn);
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return startedOn;
  }

  /** For an affiliation, which needs no vetting. */
  public static AffiliationBuilder builder() {
    return AffiliationBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public AffiliationBuilder toBuilder() {
    return AffiliationBuilder.builder(this);
  }
}
