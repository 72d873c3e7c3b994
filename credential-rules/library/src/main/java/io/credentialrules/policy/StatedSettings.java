package io.credentialrules.policy;

import java.time.Period;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link CredentialSettings} as it is stated. */
record StatedSettings(
    @Nullable Period validFor,
    @Nullable ValidTo validTo,
    Renews renews,
    Lapses lapses,
    VersionBy versionBy,
    EvidenceUse evidence)
    implements CredentialSettings {

  @Override
  public String validity() {
    return validFor == null ? "" : validTo == null ? validFor.toString() : validFor + " " + validTo;
  }

  @Override
  public CredentialSettings withValidity(@Nullable Period time, @Nullable ValidTo to) {
    return new StatedSettings(time, time == null ? null : to, renews, lapses, versionBy, evidence);
  }

  @Override
  public CredentialSettings with(Renews other) {
    return new StatedSettings(validFor, validTo, other, lapses, versionBy, evidence);
  }

  @Override
  public CredentialSettings with(Lapses other) {
    return new StatedSettings(validFor, validTo, renews, other, versionBy, evidence);
  }

  @Override
  public CredentialSettings with(VersionBy other) {
    return new StatedSettings(validFor, validTo, renews, lapses, other, evidence);
  }

  @Override
  public CredentialSettings with(EvidenceUse other) {
    return new StatedSettings(validFor, validTo, renews, lapses, versionBy, other);
  }

  /** The settings that are not as in {@link CredentialSettings#DEFAULT}. */
  @Override
  public String toString() {
    return Stream.of(
            validity(),
            renews == DEFAULT.renews() ? "" : "renews " + renews,
            lapses == DEFAULT.lapses() ? "" : "lapses " + lapses,
            versionBy == DEFAULT.versionBy() ? "" : "version by " + versionBy,
            evidence == DEFAULT.evidence() ? "" : "evidence " + evidence)
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StatedSettings that
        && Objects.equals(validFor, that.validFor)
        && Objects.equals(validTo, that.validTo)
        && renews == that.renews
        && lapses == that.lapses
        && versionBy == that.versionBy
        && evidence == that.evidence;
  }

  @Override
  public int hashCode() {
    return Objects.hash(validFor, validTo, renews, lapses, versionBy, evidence);
  }
}
