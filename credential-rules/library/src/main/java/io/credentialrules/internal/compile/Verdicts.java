package io.credentialrules.internal.compile;

import java.util.BitSet;

/** What the rules say of one record: filled while they fire, then only read. */
public final class Verdicts {
  private final BitSet requirements = new BitSet();
  private final BitSet credentials = new BitSet();

  /** Whether a requirement is satisfied. */
  public boolean satisfied(int requirement) {
    return requirements.get(requirement);
  }

  /** Whether a credential is earned or held. */
  public boolean earned(int credential) {
    return credentials.get(credential);
  }

  boolean settleRequirement(int requirement) {
    boolean isNew = !requirements.get(requirement);
    requirements.set(requirement);
    return isNew;
  }

  boolean settleCredential(int credential) {
    boolean isNew = !credentials.get(credential);
    credentials.set(credential);
    return isNew;
  }

  int derived() {
    return requirements.cardinality() + credentials.cardinality();
  }
}
