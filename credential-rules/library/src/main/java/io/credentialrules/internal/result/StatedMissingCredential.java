package io.credentialrules.internal.result;

import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import java.util.List;

/** A {@link Shortfall.MissingCredential} as the library states it. */
public record StatedMissingCredential(String condition, SourceSpan place, List<String> credentials)
    implements Shortfall.MissingCredential {

  /** Copies the ids. */
  public StatedMissingCredential {
    credentials = List.copyOf(credentials);
  }

  @Override
  public String kind() {
    return "MISSING_CREDENTIAL";
  }

  /** Such as {@code MISSING_CREDENTIAL at horticulture/level-3.drl:12:5: …}. */
  @Override
  public String toString() {
    return kind() + " at " + place + ": " + condition;
  }
}
