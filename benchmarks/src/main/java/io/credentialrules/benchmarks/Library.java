package io.credentialrules.benchmarks;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** This library. */
record Library(CredentialRules rules) implements Engine {

  static Library compile(List<PolicyPack> packs) {
    return new Library(CredentialRules.compile(packs.toArray(new PolicyPack[0])));
  }

  @Override
  public Set<String> earned(LearnerRecord record) {
    return new LinkedHashSet<>(rules.evaluate(record, AS_OF).earned());
  }
}
