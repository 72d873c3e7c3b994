package io.credentialrules.json;

import io.credentialrules.policy.Vocabulary;

/**
 * The JSON Schema (draft 2020-12) of evaluations. That of the standard vocabulary is published
 * within the jar as {@code io/credentialrules/json/evaluation.schema.json}.
 */
public final class EvaluationSchema {
  private EvaluationSchema() {}

  /** The schema of evaluations of records with facts of these types. */
  public static String of(Vocabulary vocabulary) {
    return Definitions.of(vocabulary)
        .document("evaluation", "Evaluation", DecisionForms.EVALUATION);
  }
}
