package io.credentialrules.openbadges;

import io.credentialrules.vocabulary.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One credential of a document, with what is known of its being genuine and the facts it became.
 */
public sealed interface ImportedCredential permits StatedImportedCredential {

  /** Its id, as its issuer gave it. */
  String id();

  /** The standard by which it is written. */
  Standard standard();

  /** Its name; null where it has none. */
  @Nullable String name();

  /** The id of its issuer. */
  String issuer();

  /** The name by which the issuer calls itself; null where it gives none. */
  @Nullable String issuerName();

  /** The id of the achievement; null for a record of several and for an endorsement. */
  @Nullable String achievement();

  /** The name of the achievement; null where it has none. */
  @Nullable String achievementName();

  /** The policy's own id, from the mapping; null where the mapping has none. */
  @Nullable String credential();

  /** What the achievement is aligned to. */
  List<Alignment> alignments();

  /** The levels and grades of its results. */
  List<ImportedScale> scales();

  /** One check of each kind. */
  Verification verification();

  /** What it became; each counts only as far as the verification allows. */
  List<Fact> facts();

  /** The credentials and endorsements that it holds. */
  List<ImportedCredential> parts();

  /** The standards that are read. */
  enum Standard {
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
}
