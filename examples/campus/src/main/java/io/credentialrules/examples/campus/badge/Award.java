package io.credentialrules.examples.campus.badge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A badge that was issued.
 *
 * @param id by which the shared page is found; nobody can guess it
 * @param learner the learner's id
 * @param credential the credential's id
 * @param name the credential's name
 * @param badge the signed badge, JSON
 * @param picture a drawing, SVG
 * @param issuedOn when
 * @param validUntil the last day; null where it has no end
 * @param endedOn when it ended before that; null while it holds
 * @param endedHow whether it lapsed or was revoked; null while it holds
 * @param shared whether the learner shares it
 */
public record Award(
    String id,
    String learner,
    String credential,
    String name,
    String badge,
    String picture,
    LocalDate issuedOn,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate endedOn,
    @Nullable String endedHow,
    boolean shared) {

  /** Whether it still holds. */
  public boolean holds() {
    return endedOn == null;
  }
}
