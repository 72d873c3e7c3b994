package io.credentialrules.internal.result;

import io.credentialrules.Plan;
import io.credentialrules.RequirementResult;
import io.credentialrules.SharedPlan;
import java.util.List;

/** A {@link SharedPlan} as the library states it. */
public record StatedSharedPlan(String learner, List<RequirementResult> missing, Plan plan)
    implements SharedPlan {

  /** Copies the list. */
  public StatedSharedPlan {
    missing = List.copyOf(missing);
  }
}
