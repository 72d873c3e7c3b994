package io.credentialrules.internal.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rules say of one record: filled while they fire, then only read. */
public final class Verdicts {
  private final Set<Integer> requirements = new HashSet<>();
  private final Set<Integer> credentials = new HashSet<>();
  private final List<Integer> requirementsInTurn = new ArrayList<>();
  private final List<Integer> credentialsInTurn = new ArrayList<>();

  /** Whether a requirement is satisfied. */
  public boolean satisfied(int requirement) {
    return requirements.contains(requirement);
  }

  /** Whether a credential is earned or held. */
  public boolean earned(int credential) {
    return credentials.contains(credential);
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

  boolean settleRequirement(int requirement) {
    boolean isNew = requirements.add(requirement);
    if (isNew) {
      requirementsInTurn.add(requirement);
    }
    return isNew;
  }

  boolean settleCredential(int credential) {
    boolean isNew = credentials.add(credential);
    if (isNew) {
      credentialsInTurn.add(credential);
    }
    return isNew;
  }

  int derived() {
    return requirementsInTurn.size() + credentialsInTurn.size();
  }
}
