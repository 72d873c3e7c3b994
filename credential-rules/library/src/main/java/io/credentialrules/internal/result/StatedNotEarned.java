package io.credentialrules.internal.result;

import io.credentialrules.Credential;
import io.credentialrules.Decision;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.Route;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Decision.NotEarned} as the library states it. */
public record StatedNotEarned(
    Credential credential,
    List<Route> routes,
    List<NotCounted> lapsed,
    @Nullable LocalDate eligibleFrom)
    implements Decision.NotEarned {

  /** Copies the routes; each lacks something. */
  public StatedNotEarned {
    routes = List.copyOf(routes);
    lapsed = List.copyOf(lapsed);
    for (Route route : routes) {
      if (route.missing().isEmpty()) {
        throw new IllegalArgumentException(
            "`" + credential.id() + "` is not earned, and a route lacks nothing");
      }
    }
  }

  @Override
  public List<RequirementResult> requirements() {
    return routes.isEmpty() ? List.of() : routes.get(0).requirements();
  }

  @Override
  public List<RequirementResult> missing() {
    return routes.isEmpty() ? List.of() : routes.get(0).missing();
  }

  /** Such as {@code horticulture: not earned, lacks […]}. */
  @Override
  public String toString() {
    return credential.id()
        + ": not earned, "
        + (routes.isEmpty() ? "no rule in force" : "lacks " + missing());
  }
}
