package io.credentialrules.json;

import io.credentialrules.policy.Vocabulary;

/**
 * The JSON Schema (draft 2020-12) of plans. That of the standard vocabulary is published within the
 * jar as {@code io/credentialrules/json/plan.schema.json}.
 */
public final class PlanSchema {
  private PlanSchema() {}

  /** The schema of plans whose facts are of these types. */
  public static String of(Vocabulary vocabulary) {
    return Definitions.of(vocabulary).document("plan", "Plan", PlanForms.PLAN);
  }
}
