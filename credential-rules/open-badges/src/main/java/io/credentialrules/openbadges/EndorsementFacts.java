package io.credentialrules.openbadges;

import io.credentialrules.vocabulary.Endorsement;
import io.credentialrules.vocabulary.EndorserType;
import io.credentialrules.vocabulary.FactStatus;
import java.util.List;
import java.util.stream.Collectors;
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
      UnverifiedCredential claims,
      String endorsed,
      @Nullable UnverifiedCredential within,
      AchievementMapping mapping) {
    EndorserType type = mapping.endorser(claims.issuer.id());
    if (type == null) {
      claims.node.leftOut(
          "is an endorsement by "
              + Quote.of(claims.issuer.id())
              + ", of whom nobody says whether it is an employer or an institution",
          "add it to `endorsers` of the mapping");
      return;
    }
    List<String> mapped = mapping.credentials(endorsed);
    String about;
    if (within != null && (endorsed.equals(within.id) || endorsed.equals(within.achievement))) {
      about = within.subject();
    } else if (mapped.size() > 1) {
      claims.node.leftOut(
          "endorses "
              + Quote.of(endorsed)
              + ", which is mapped to "
              + mapped.stream().map(Quote::of).collect(Collectors.joining(" and ")),
          "keep one of them in the mapping");
      return;
    } else {
      about = mapped.isEmpty() ? endorsed : mapped.get(0);
    }
    claims.draft(
        "endorsement",
        FactStatus.COMPLETED,
        provenance ->
            new Endorsement(
                type, claims.issuer.label(), about, false, claims.awardedOn(), provenance));
  }
}
