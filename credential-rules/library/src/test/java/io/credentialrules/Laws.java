package io.credentialrules;

/** What all laws share: properties of generated policies, records and texts. */
public final class Laws {
  /**
   * Where generation begins, so that a build tries the same cases until this number changes: it
   * fails for what was changed, never by chance. More tries go on from the same beginning: the
   * profile {@code long} has 10,000 of each. Where it is empty, each run begins elsewhere.
   */
  public static final String SEED = "20261126";

  private Laws() {}
}
