package io.credentialrules.internal.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** What the rules say of one record: filled while they fire, then only read. */
public final class Verdicts {
  private final BitSet requirements = new BitSet();
  private final BitSet credentials = new BitSet();
  private final List<Integer> requirementsInTurn = new ArrayList<>();
  private final List<Integer> credentialsInTurn = new ArrayList<>();

  /** Whether a requirement is satisfied. */
  public boolean satisfied(int requirement) {
    return requirements.get(requirement);
  }

  /** Whether a credential is earned or held. */
  public boolean earned(int credential) {
    return credentials.get(credential);
  }

  /** The requirements that are satisfied, by number, in the order in which they were settled. */
  public List<Integer> requirementsInTurn() {
    return Collections.unmodifiableList(requirementsInTurn);
  }

  /**
   * The credentials that are earned or held, by number, in the order in which they were settled.
   */
  public List<Integer> credentialsInTurn() {
    return Collections.unmodifiableList(credentialsInTurn);
  }

  /** The requirements, by number, of which these say something else than others do. */
  public BitSet requirementsOtherThanIn(Verdicts others) {
    return different(requirements, others.requirements);
  }

  /** The credentials, by number, of which these say something else than others do. */
  public BitSet credentialsOtherThanIn(Verdicts others) {
    return different(credentials, others.credentials);
  }

  private static BitSet different(BitSet one, BitSet other) {
    BitSet different = (BitSet) one.clone();
    different.xor(other);
    return different;
  }

  boolean settleRequirement(int requirement) {
    if (requirements.get(requirement)) {
      return false;
    }
    requirements.set(requirement);
    requirementsInTurn.add(requirement);
    return true;
  }

  boolean settleCredential(int credential) {
    if (credentials.get(credential)) {
      return false;
    }
    credentials.set(credential);
    credentialsInTurn.add(credential);
    return true;
  }

  int derived() {
    return requirementsInTurn.size() + credentialsInTurn.size();
  }
}
