package io.credentialrules.openbadges;

import io.credentialrules.vocabulary.Endorsement;
import io.credentialrules.vocabulary.EndorserType;
import io.credentialrules.vocabulary.FactStatus;
import org.jspecify.annotations.Nullable;

/** The fact of an endorsement. No standard says what its issuer is; the mapping does. */
final class EndorsementFacts {
  private EndorsementFacts() {}

  /**
   * Drafts it.
   *
   * @param claims those of the endorsement
   * @param endorsed the id of what is endorsed
   * @param within the claims of the credential that holds the endorsement; null where none does
   */
  static void draft(
      Claims claims, String endorsed, @Nullable Claims within, AchievementMapping mapping) {
    EndorserType type = mapping.endorser(claims.issuer.id());
    if (type == null) {
      claims.node.leftOut(
          "is an endorsement by "
              + Quote.of(claims.issuer.id())
              + ", of whom nobody says whether it is an employer or an institution",
          "add it to `endorsers` of the mapping");
      return;
    }
    String mapped = mapping.credential(endorsed);
    String credential = mapped == null ? endorsed : mapped;
    if (within != null && (endorsed.equals(within.id) || endorsed.equals(within.achievement))) {
      credential = within.subject();
    }
    String about = credential;
    claims.draft(
        "endorsement",
        FactStatus.COMPLETED,
        provenance ->
            new Endorsement(
                type, claims.issuer.label(), about, false, claims.awardedOn(), provenance));
  }
}
