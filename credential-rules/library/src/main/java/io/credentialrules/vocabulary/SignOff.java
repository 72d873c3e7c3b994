package io.credentialrules.vocabulary;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A human's final say on a requirement or credential, where the policy asks for one. Without it,
 * all else being met, the requirement is pending review.
 *
 * @param subject what it is about: the requirement or credential that is signed off
 * @param by who signs
 * @param role in which role
 * @param on when; null when it is not known
 * @param comment in the signer's words
 * @param provenance status and validity; a sign-off needs no vetting
 */
@FactType(noun = "sign-off", plural = "sign-offs", needsVetting = false)
@Built
public record SignOff(
    String subject,
    String by,
    ReviewerRole role,
    @Nullable LocalDate on,
    @Nullable String comment,
    Provenance provenance)
    implements Fact {

  /** Checks that it says what is signed and who signs. */
  public SignOff {
    Texts.require("subject", subject);
    Texts.require("by", by);
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(provenance, "provenance");
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return on;
  }

  /** For a sign-off, which needs no vetting. */
  public static SignOffBuilder builder() {
    return SignOffBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public SignOffBuilder toBuilder() {
    return SignOffBuilder.builder(this);
  }
}
