package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Totals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** The engine's variables for the slots of one branch; all totals of an accumulate share one. */
final class SlotVariables {
  private final Map<Integer, Variable<Object>> bySlot = new LinkedHashMap<>();

  void put(int slot, Variable<Object> variable) {
    bySlot.put(slot, variable);
  }

  Variable<Object> of(int slot) {
    return Objects.requireNonNull(bySlot.get(slot), "slot is filled before it is read");
  }

  /** The distinct variables of these slots, in their order, without one. */
  List<Variable<Object>> others(Collection<Integer> slots, Variable<Object> own) {
    List<Variable<Object>> others = new ArrayList<>();
    for (int slot : slots) {
      Variable<Object> variable = of(slot);
      if (variable != own && !others.contains(variable)) {
        others.add(variable);
      }
    }
    return others;
  }

  /** How to read slots from the values of an own variable and others. */
  Layout layout(Collection<Integer> slots, Variable<Object> own, List<Variable<Object>> others) {
    int[] read = slots.stream().mapToInt(Integer::intValue).toArray();
    int[] place = new int[read.length];
    for (int i = 0; i < read.length; i++) {
      Variable<Object> variable = of(read[i]);
      place[i] = variable == own ? 0 : 1 + others.indexOf(variable);
    }
    return new Layout(read, place);
  }

  /** Where each slot is found among the values that the engine hands over. */
  static final class Layout {
    private final int[] slots;
    private final int[] places;

    private Layout(int[] slots, int[] places) {
      this.slots = slots;
      this.places = places;
    }

    Row row(@Nullable Object... values) {
      return slot -> {
        for (int i = 0; i < slots.length; i++) {
          if (slots[i] == slot) {
            Object value = values[places[i]];
            return value instanceof Totals totals ? totals.at(slot) : value;
          }
        }
        throw new IllegalStateException("slot " + slot + " is not in this row");
      };
    }
  }
}
