package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The facts that rules of their own look at. Those of a type wait outside the network until such a
 * rule is awake that looks at the type: in the network, every fact is tested for each rule of the
 * catalogue that looks at its type, asleep or not. Used by one thread.
 */
final class FactsByType {
  private final Memory memory;
  private final Set<String> wanted = new HashSet<>();
  private final Map<String, List<Candidate>> waiting = new HashMap<>();

  FactsByType(Memory memory) {
    this.memory = memory;
  }

  /** A fact enters, now or when a rule that looks at its type wakes. */
  void add(Candidate fact) {
    if (wanted.contains(fact.typeName())) {
      memory.insert(fact);
    } else {
      waiting.computeIfAbsent(fact.typeName(), unseen -> new ArrayList<>()).add(fact);
    }
  }

  /** A rule of its own wakes, so the facts of the types that it looks at enter. */
  void want(Set<String> types) {
    for (String type : types) {
      if (wanted.add(type)) {
        waiting.getOrDefault(type, List.of()).forEach(memory::insert);
        waiting.remove(type);
      }
    }
  }

  /** A fact leaves, whether it entered the network or waits. */
  void remove(Candidate fact) {
    if (wanted.contains(fact.typeName())) {
      memory.delete(fact);
    } else {
      waiting.getOrDefault(fact.typeName(), List.of()).remove(fact);
    }
  }
}
