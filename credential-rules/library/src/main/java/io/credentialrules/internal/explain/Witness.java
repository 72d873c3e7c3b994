package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Candidate;
import java.util.LinkedHashSet;
import java.util.Set;

/** The facts that a branch rests on, in the order of its steps. */
record Witness(Set<Candidate> candidates) {

  Witness() {
    this(new LinkedHashSet<>());
  }
}
