package io.credentialrules.internal.result;

import io.credentialrules.Measure;
import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import org.jspecify.annotations.Nullable;

/** A {@link Shortfall.Miss} as the library states it. */
public record StatedMiss(String constraint, SourceSpan place, String has, @Nullable Measure measure)
    implements Shortfall.Miss {

  /** Such as {@code score >= 80 at quiz/quiz.drl:3:5, has 79.5}. */
  @Override
  public String toString() {
    return constraint + " at " + place + ", has " + (has.isEmpty() ? "nothing" : has);
  }
}
