package io.credentialrules.openbadges;

import io.credentialrules.vocabulary.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One credential of a document, with what is known of its being genuine and the facts it became.
 *
 * @param id its id, as its issuer gave it
 * @param standard the standard by which it is written
 * @param name its name; null where it has none
 * @param issuer the id of its issuer
 * @param issuerName the name by which the issuer calls itself; null where it gives none
 * @param achievement the id of the achievement; null for a record of several and for an endorsement
 * @param achievementName the name of the achievement; null where it has none
 * @param credential the policy's own id, from the mapping; null where the mapping has none
 * @param alignments what the achievement is aligned to
 * @param scales the levels and grades of its results
 * @param verification one check of each kind
 * @param facts what it became; each counts only as far as the verification allows
 * @param parts the credentials and endorsements that it holds
 */
public record ImportedCredential(
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
    List<ImportedCredential> parts) {

  /** The standards that are read. */
  public enum Standard {
    /** Open Badges 3.0, {@code AchievementCredential}. */
    OPEN_BADGE_3,
    /** Open Badges 3.0, {@code EndorsementCredential}. */
    ENDORSEMENT_3,
    /** Comprehensive Learner Record 2.0, {@code ClrCredential}. */
    LEARNER_RECORD_2,
    /** Open Badges 2.0 and 2.1, {@code Assertion}. */
    OPEN_BADGE_2,
    /** Open Badges 2.0, {@code Endorsement}. */
    ENDORSEMENT_2,
    /** Comprehensive Learner Record 1.0, {@code Clr}. */
    LEARNER_RECORD_1,
    /** Comprehensive Learner Record 1.0, {@code Assertion}. */
    ASSERTION_1
  }

  /** Copies the lists. */
  public ImportedCredential {
    alignments = List.copyOf(alignments);
    scales = List.copyOf(scales);
    facts = List.copyOf(facts);
    parts = List.copyOf(parts);
  }
}
