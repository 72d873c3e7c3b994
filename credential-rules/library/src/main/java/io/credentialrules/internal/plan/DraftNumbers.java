package io.credentialrules.internal.plan;

import io.credentialrules.vocabulary.Fact;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Numbers for the facts of a plan, and ids that no fact of the record has. Used by one thread. */
final class DraftNumbers {
  private final Set<String> ids = new HashSet<>();
  private int drafted;

  DraftNumbers(Collection<Fact> onRecord) {
    onRecord.forEach(fact -> ids.add(String.valueOf(fact.provenance().id())));
  }

  int next() {
    return drafted++;
  }

  /** The id of a fact with a number. */
  String id(int number) {
    String id = "planned-" + (number + 1);
    while (ids.contains(id)) {
      id = id + "x";
    }
    return id;
  }
}
