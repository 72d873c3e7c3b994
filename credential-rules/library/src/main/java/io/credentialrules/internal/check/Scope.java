package io.credentialrules.internal.check;

import io.credentialrules.internal.program.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that are bound at one point of a branch. Each conjunct sees those before it. */
final class Scope {
  private final Map<String, Value> variables = new LinkedHashMap<>();
  private final Set<String> spoilt = new HashSet<>();
  private final Counter slots;

  private Scope(Counter slots) {
    this.slots = slots;
  }

  static Scope empty() {
    return new Scope(new Counter());
  }

  /** A scope that sees these variables and keeps its own to itself. */
  Scope inner() {
    Scope inner = new Scope(slots);
    inner.variables.putAll(variables);
    inner.spoilt.addAll(spoilt);
    return inner;
  }

  int newSlot() {
    return slots.next++;
  }

  int slotsUsed() {
    return slots.next;
  }

  @Nullable Value variable(String name) {
    return variables.get(name);
  }

  Set<String> names() {
    return variables.keySet();
  }

  void bind(String name, Value value) {
    variables.put(name, value);
  }

  /** Remembers a name whose value has a problem, which is reported already. */
  void spoil(String name) {
    spoilt.add(name);
  }

  boolean isSpoilt(String name) {
    return spoilt.contains(name);
  }

  private static final class Counter {
    private int next;
  }
}
