package io.credentialrules.internal.result;

import io.credentialrules.Credential;
import io.credentialrules.Decision;
import io.credentialrules.RequirementResult;
import io.credentialrules.Route;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Decision.Earned} as the library states it. */
public record StatedEarned(
    Credential credential,
    @Nullable Route route,
    @Nullable HeldCredential held,
    @Nullable LocalDate since,
    @Nullable LocalDate until)
    implements Decision.Earned {

  /** Checks that it rests on something, and that nothing is missing. */
  public StatedEarned {
    if (route == null && held == null) {
      throw new IllegalArgumentException("`" + credential.id() + "` is earned by nothing");
    }
    if (route != null && !route.missing().isEmpty()) {
      throw new IllegalArgumentException(
          "`" + credential.id() + "` is earned and lacks " + route.missing());
    }
  }

  @Override
  public List<RequirementResult> requirements() {
    return route == null ? List.of() : route.requirements();
  }

  /** Such as {@code horticulture: earned since 2025-05-01}. */
  @Override
  public String toString() {
    return credential.id()
        + ": earned"
        + (since == null ? "" : " since " + since)
        + (until == null ? "" : " until " + until);
  }
}
