package io.credentialrules.internal.engine;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What the rules say of one record: filled while they fire, then only read. */
public final class Verdicts {
  private final NumbersInTurn requirements;
  private final NumbersInTurn credentials;

  /** Of nothing. */
  public Verdicts() {
    this(new NumbersInTurn(), new NumbersInTurn());
  }

  private Verdicts(NumbersInTurn requirements, NumbersInTurn credentials) {
    this.requirements = requirements;
    this.credentials = credentials;
  }

  /** That some requirements are satisfied and some credentials earned, by number. */
  public static Verdicts of(Collection<Integer> requirements, Collection<Integer> credentials) {
    Verdicts verdicts = new Verdicts();
    requirements.forEach(verdicts::settleRequirement);
    credentials.forEach(verdicts::settleCredential);
    return verdicts;
  }

  /** What these say, but for some requirements and some credentials. */
  Verdicts without(Set<Integer> someRequirements, Set<Integer> someCredentials) {
    return new Verdicts(
        requirements.without(someRequirements), credentials.without(someCredentials));
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
    one.addMissingIn(other, different);
    other.addMissingIn(one, different);
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
