package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;

/** One branch of a proof of a requirement, as the network knows it. Compared by identity. */
final class Entry {
  private final int number;
  private final Requirement requirement;
  private final Proof proof;
  private final Branch branch;

  Entry(int number, Requirement requirement, Proof proof, Branch branch) {
    this.number = number;
    this.requirement = requirement;
    this.proof = proof;
    this.branch = branch;
  }

  /** Identifies it in the network. */
  int number() {
    return number;
  }

  Requirement requirement() {
    return requirement;
  }

  Proof proof() {
    return proof;
  }

  Branch branch() {
    return branch;
  }
}
