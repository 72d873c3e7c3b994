package io.credentialrules.internal.result;

import io.credentialrules.Credential;
import io.credentialrules.Plan;
import io.credentialrules.Plan.ClosedRoute;
import java.util.List;

/** A {@link Plan.Unreachable} as the library states it. */
public record StatedUnreachable(Credential credential, boolean isCertain, List<ClosedRoute> routes)
    implements Plan.Unreachable {

  /** Copies the routes. */
  public StatedUnreachable {
    routes = List.copyOf(routes);
  }

  /** Such as {@code horticulture: unreachable […]}. */
  @Override
  public String toString() {
    return credential.id() + ": " + (isCertain ? "unreachable " : "no plan found ") + routes;
  }
}
