package io.credentialrules.internal.result;

import io.credentialrules.Impact;
import io.credentialrules.Impact.Count;
import io.credentialrules.Impact.Effect;
import io.credentialrules.Impact.Failure;
import java.time.ZonedDateTime;
import java.util.List;

/** A {@link Impact} as the library states it. */
public record StatedImpact(
    ZonedDateTime asOf,
    String policyBefore,
    String policyAfter,
    long records,
    List<Count> counts,
    List<Effect> effects,
    List<Failure> failures)
    implements Impact {

  /** Copies the lists. */
  public StatedImpact {
    counts = List.copyOf(counts);
    effects = List.copyOf(effects);
    failures = List.copyOf(failures);
  }

  /** Such as {@code 120 records, 3 affected, 0 failed}. */
  @Override
  public String toString() {
    return records + " records, " + effects.size() + " affected, " + failures.size() + " failed";
  }
}
