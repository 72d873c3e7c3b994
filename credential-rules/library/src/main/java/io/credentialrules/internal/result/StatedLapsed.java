package io.credentialrules.internal.result;

import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import java.time.LocalDate;
import java.util.List;

/** A {@link Shortfall.Lapsed} as the library states it. */
public record StatedLapsed(
    String condition,
    SourceSpan place,
    LocalDate achieved,
    LocalDate until,
    List<String> notRenewed,
    List<String> notRenewedNames)
    implements Shortfall.Lapsed {

  /** Copies the ids and names. */
  public StatedLapsed {
    notRenewed = List.copyOf(notRenewed);
    notRenewedNames = List.copyOf(notRenewedNames);
  }

  @Override
  public String kind() {
    return "LAPSED";
  }

  /** Such as {@code LAPSED at horticulture/level-3.drl:12:5: …}. */
  @Override
  public String toString() {
    return kind() + " at " + place + ": " + condition;
  }
}
