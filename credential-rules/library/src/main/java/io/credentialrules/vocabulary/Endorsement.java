package io.credentialrules.vocabulary;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endorsement of a credential or of the learner (Open Badges 3.0: {@code
 * EndorsementCredential}).
 *
 * @param type who endorses
 * @param endorser the name
 * @param credential which credential is endorsed
 * @param commitsToInterview whether an employer commits to interviewing holders
 * @param madeOn when
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(noun = "endorsement", plural = "endorsements")
@Built
public record Endorsement(
    EndorserType type,
    @Nullable String endorser,
    @Nullable String credential,
    boolean commitsToInterview,
    @Nullable LocalDate madeOn,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public Endorsement {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(provenance, "provenance");
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return madeOn;
  }

  /**
   * For an endorsement; as long as no provenance is given, it is completed and nobody has reviewed
   * it.
   */
  public static EndorsementBuilder builder() {
    return EndorsementBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public EndorsementBuilder toBuilder() {
    return EndorsementBuilder.builder(this);
  }
}
