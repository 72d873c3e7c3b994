package io.credentialrules.vocabulary;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A credential that the learner holds already (Open Badges 3.0: {@code AchievementCredential}).
 * Where its name is a credential of the policy, {@code Earned} is true of it. Issued by an
 * institution, so it needs no vetting; its validity and status are in its provenance.
 *
 * @param credential identifies the credential (Open Badges: achievement id)
 * @param issuer who issued it
 * @param awardedOn when it was awarded
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(noun = "held credential", plural = "held credentials", needsVetting = false)
@Built
public record HeldCredential(
    String credential,
    @Nullable String issuer,
    @Nullable LocalDate awardedOn,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public HeldCredential {
    Texts.require("credential", credential);
    Objects.requireNonNull(provenance, "provenance");
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return awardedOn;
  }

  /** For a held credential, which needs no vetting. */
  public static HeldCredentialBuilder builder() {
    return HeldCredentialBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public HeldCredentialBuilder toBuilder() {
    return HeldCredentialBuilder.builder(this);
  }
}
