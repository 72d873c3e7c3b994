package io.credentialrules.json;

import io.credentialrules.policy.Vocabulary;

/**
 * The JSON Schemas (draft 2020-12) of differences and impacts, published within the jar as {@code
 * io/credentialrules/json/difference.schema.json} and {@code impact.schema.json}.
 */
public final class DifferenceSchema {
  private DifferenceSchema() {}

  /** The schema of differences between two evaluations. */
  public static String ofDifference() {
    return Definitions.of(Vocabulary.standard())
        .document("difference", "Difference", DifferenceForms.DIFFERENCE);
  }

  /** The schema of impacts of a change of policy. */
  public static String ofImpact() {
    return Definitions.of(Vocabulary.standard())
        .document("impact", "Impact", DifferenceForms.IMPACT);
  }
}
