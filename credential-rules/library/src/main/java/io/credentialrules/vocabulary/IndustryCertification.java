package io.credentialrules.vocabulary;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A certification by an industry body (CTDL: {@code Certification}). Its validity is in its
 * provenance.
 *
 * @param certification identifies the certification, such as {@code comptia-network-plus}
 * @param issuer who issued it
 * @param number the number on it
 * @param earnedOn when it was issued or last renewed
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(noun = "industry certification", plural = "industry certifications")
@Built
public record IndustryCertification(
    String certification,
    @Nullable String issuer,
    @Nullable String number,
    @Nullable LocalDate earnedOn,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public IndustryCertification {
    Texts.require("certification", certification);
    Objects.requireNonNull(provenance, "provenance");
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return earnedOn;
  }

  /**
   * For an industry certification; as long as no provenance is given, it is completed and nobody
   * has reviewed it.
   */
  public static IndustryCertificationBuilder builder() {
    return IndustryCertificationBuilder.builder().provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public IndustryCertificationBuilder toBuilder() {
    return IndustryCertificationBuilder.builder(this);
  }
}
