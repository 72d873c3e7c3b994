package io.credentialrules.openbadges;

/**
 * How a standard spells what several have in common.
 *
 * @param results the results of a subject
 * @param resultDescriptions the result descriptions of an achievement
 * @param allowedValues the values of a result description
 * @param levels its rubric levels
 * @param alignments what something is aligned to
 * @param endorsements the endorsements of something
 * @param isTyped whether each object must say its type
 */
record MemberNames(
    String results,
    String resultDescriptions,
    String allowedValues,
    String levels,
    String alignments,
    String endorsements,
    boolean isTyped) {

  /** Open Badges 3.0 and CLR 2.0. */
  static final MemberNames VERIFIABLE =
      new MemberNames(
          "result",
          "resultDescription",
          "allowedValue",
          "rubricCriterionLevel",
          "alignment",
          "endorsement",
          true);

  /** CLR 1.0. */
  static final MemberNames RECORD_1 =
      new MemberNames(
          "results",
          "resultDescriptions",
          "allowedValues",
          "rubricCriterionLevels",
          "alignments",
          "endorsements",
          false);

  /** Whether a value is an object of a type; reported where it is not. */
  boolean isOf(Node node, String type) {
    if (isTyped) {
      return node.requireType(type);
    }
    if (!node.isObject()) {
      node.malformed("is not an object");
      return false;
    }
    return true;
  }
}
