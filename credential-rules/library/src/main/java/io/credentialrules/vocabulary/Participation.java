package io.credentialrules.vocabulary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Taking part in an event, a meeting, a team or another activity.
 *
 * @param type in what
 * @param activity identifies the event, team or activity: two with the same are one activity
 * @param subject what it was about, such as {@code HUMANITIES}
 * @param role in which role, such as {@code MEMBER} or {@code LEADER}
 * @param setting where
 * @param confirmed whether the institution or the organiser confirmed it
 * @param hours hours spent
 * @param points what it counts towards a total of points
 * @param heldOn when
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(noun = "participation", plural = "participations")
@Built
public record Participation(
    ParticipationType type,
    @Nullable String activity,
    @Nullable String subject,
    @Nullable String role,
    @Nullable Setting setting,
    boolean confirmed,
    @Field(unit = "hours", min = "0") @Nullable BigDecimal hours,
    @Field(unit = "points", min = "0") @Nullable BigDecimal points,
    @Nullable LocalDate heldOn,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public Participation {
    Objects.requireNonNull(type, "type");
    hours = Amounts.exact("hours", hours, "0", null);
    points = Amounts.exact("points", points, "0", null);
    Objects.requireNonNull(provenance, "provenance");
  }

  /** That has no points. */
  public Participation(
      ParticipationType type,
      @Nullable String activity,
      @Nullable String subject,
      @Nullable String role,
      @Nullable Setting setting,
      boolean confirmed,
      @Nullable BigDecimal hours,
      @Nullable LocalDate heldOn,
      Provenance provenance) {
    this(type, activity, subject, role, setting, confirmed, hours, null, heldOn, provenance);
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return heldOn;
  }

  /**
   * For a participation; as long as no provenance is given, it is completed and nobody has reviewed
   * it.
   */
  public static ParticipationBuilder builder() {
    return ParticipationBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public ParticipationBuilder toBuilder() {
    return ParticipationBuilder.builder(this);
  }
}
