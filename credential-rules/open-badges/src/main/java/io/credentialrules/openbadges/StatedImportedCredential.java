package io.credentialrules.openbadges;

import io.credentialrules.vocabulary.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link ImportedCredential} as it is stated. */
record StatedImportedCredential(
    String id,
    Standard standard,
    @Nullable String name,
    String issuer,
    @Nullable String issuerName,
    @Nullable String achievement,
    @Nullable String achievementName,
    @Nullable String credential,
    List<Alignment> alignments,
    List<ImportedScale> scales,
    Verification verification,
    List<Fact> facts,
    List<ImportedCredential> parts)
    implements ImportedCredential {

  /** Copies the lists. */
  StatedImportedCredential {
    alignments = List.copyOf(alignments);
    scales = List.copyOf(scales);
    facts = List.copyOf(facts);
    parts = List.copyOf(parts);
  }

  /** Such as {@code urn:uuid:1 (OPEN_BADGE_3): VALID, 1 facts}. */
  @Override
  public String toString() {
    return id + " (" + standard + "): " + verification.outcome() + ", " + facts.size() + " facts";
  }
}
