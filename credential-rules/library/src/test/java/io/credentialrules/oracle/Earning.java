package io.credentialrules.oracle;

import io.credentialrules.policy.syntax.Earned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A credential as it is seen on one day; its dates are looked for when they are asked for. */
record Earning(Earned earned, Judgement judgement) {

  @Nullable LocalDate since() {
    return judgement.learnt(judgement.since(earned.credential()));
  }

  @Nullable LocalDate until() {
    return judgement.learnt(judgement.until(earned.credential()));
  }

  /** Without the judgement, which says as much as the record does. */
  @Override
  public String toString() {
    return earned.toString();
  }
}
