package io.credentialrules.internal.resolve;

import io.credentialrules.internal.program.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that are bound at one point of a branch. Each conjunct sees those before it. */
public final class Scope {
  private final Map<String, Value> variables = new LinkedHashMap<>();
  private final Set<String> spoilt = new HashSet<>();
  private final Counter slots;

  private final Set<String> values;
  private final Map<Alike, Object> shared;

  private Scope(Counter slots, Set<String> values, Map<Alike, Object> shared) {
    this.slots = slots;
    this.values = values;
    this.shared = shared;
  }

  /**
   * Nothing is bound yet; the named values of the pack are known.
   *
   * @param shared rules of a catalogue are alike; what is compiled keeps equal values once
   */
  public static Scope empty(Set<String> values, Map<Alike, Object> shared) {
    return new Scope(new Counter(), values, shared);
  }

  /** A scope that sees these variables and keeps its own to itself. */
  public Scope inner() {
    Scope inner = new Scope(slots, values, shared);
    inner.variables.putAll(variables);
    inner.spoilt.addAll(spoilt);
    return inner;
  }

  /** One of all equal values. */
  @SuppressWarnings("unchecked")
  public <T> T shared(T value) {
    return (T) shared.computeIfAbsent(new Alike(value), first -> value);
  }

  public int newSlot() {
    return slots.next++;
  }

  /** Remembers that slots hold the results of one total, which count as one fact. */
  public void oneTotal(Collection<Integer> results) {
    results.forEach(slot -> slots.totals.put(slot, results.iterator().next()));
  }

  /** How many facts and totals are in slots. */
  public long facts(Collection<Integer> read) {
    if (read.size() < 2) {
      return read.size();
    }
    return read.stream().map(slot -> slots.totals.getOrDefault(slot, slot)).distinct().count();
  }

  public int slotsUsed() {
    return slots.next;
  }

  public @Nullable Value variable(String name) {
    return variables.get(name);
  }

  /** All names that can be written here: of variables, and of values of the pack. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(variables.keySet());
    names.addAll(values);
    return names;
  }

  /** The named values of the pack. */
  public Set<String> values() {
    return values;
  }

  public void bind(String name, Value value) {
    variables.put(name, value);
  }

  /** Remembers a name whose value has a problem, which is reported already. */
  public void spoil(String name) {
    spoilt.add(name);
  }

  public boolean isSpoilt(String name) {
    return spoilt.contains(name);
  }

  private static final class Counter {
    private int next;
    private final Map<Integer, Integer> totals = new HashMap<>();
  }
}
