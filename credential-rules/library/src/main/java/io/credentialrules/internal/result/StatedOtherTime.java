package io.credentialrules.internal.result;

import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A {@link Shortfall.OtherTime} as the library states it. */
public record StatedOtherTime(
    String condition,
    SourceSpan place,
    String credential,
    @Nullable LocalDate since,
    @Nullable LocalDate until)
    implements Shortfall.OtherTime {

  @Override
  public String kind() {
    return "OTHER_TIME";
  }

  /** Such as {@code OTHER_TIME at ranks/rank-2.drl:12:5: …}. */
  @Override
  public String toString() {
    return kind() + " at " + place + ": " + condition;
  }
}
