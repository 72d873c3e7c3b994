package io.credentialrules.internal.engine;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** What the rules say of one record: filled while they fire, then only read. */
public final class Verdicts {
  private final NumbersInTurn requirements = new NumbersInTurn();
  private final NumbersInTurn credentials = new NumbersInTurn();

  /** That some requirements are satisfied and some credentials earned, by number. */
  public static Verdicts of(Collection<Integer> requirements, Collection<Integer> credentials) {
    Verdicts verdicts = new Verdicts();
    requirements.forEach(verdicts::settleRequirement);
    credentials.forEach(verdicts::settleCredential);
    return verdicts;
  }

  /** Whether a requirement is satisfied. */
  public boolean satisfied(int requirement) {
    return requirements.has(requirement);
  }

  /** Whether a credential is earned or held. */
  public boolean earned(int credential) {
    return credentials.has(credential);
  }

  /** The requirements that are satisfied, by number, in the order in which they were settled. */
  public List<Integer> requirementsInTurn() {
    return Collections.unmodifiableList(requirements);
  }

  /**
   * The credentials that are earned or held, by number, in the order in which they were settled.
   */
  public List<Integer> credentialsInTurn() {
    return Collections.unmodifiableList(credentials);
  }

  /** The requirements, by number, of which these say something else than others do. */
  public BitSet requirementsOtherThanIn(Verdicts others) {
    return different(requirements, others.requirements);
  }

  /** The credentials, by number, of which these say something else than others do. */
  public BitSet credentialsOtherThanIn(Verdicts others) {
    return different(credentials, others.credentials);
  }

  private static BitSet different(NumbersInTurn one, NumbersInTurn other) {
    BitSet different = new BitSet();
    one.stream().filter(number -> !other.has(number)).forEach(different::set);
    other.stream().filter(number -> !one.has(number)).forEach(different::set);
    return different;
  }

  boolean settleRequirement(int requirement) {
    return requirements.addOnce(requirement);
  }

  boolean settleCredential(int credential) {
    return credentials.addOnce(credential);
  }

  int derived() {
    return requirements.size() + credentials.size();
  }
}
