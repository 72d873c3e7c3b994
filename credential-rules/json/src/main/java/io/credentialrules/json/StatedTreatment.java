package io.credentialrules.json;

/** {@link Redaction.Treatment} as it is stated. */
record StatedTreatment(String type, String field, Redaction.Action action, String why)
    implements Redaction.Treatment {

  /** Such as {@code WorkExperience.employer: PSEUDONYM, no rule reads it}. */
  @Override
  public String toString() {
    return type + "." + field + ": " + action + ", " + why;
  }
}
