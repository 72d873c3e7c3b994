package io.credentialrules.internal.check;

import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Whether what satisfies some conditions satisfies others as well. Sound and not complete: it
 * compares steps of the same form one by one, and knows the values that comparisons with literals
 * leave.
 */
final class Implication {
  private final Restrictions restrictions;
  private final Work work;
  private final Map<Test, Optional<Restriction>> asked = new HashMap<>();
  private final IdentityHashMap<List<Test>, Learned> given = new IdentityHashMap<>();

  /**
   * What a list of tests says.
   *
   * @param keys of the tests
   * @param left what they leave of each value, by the key of what they ask of
   */
  private record Learned(Set<String> keys, Map<String, ValueSet> left) {}

  /** With work that many comparisons can share; when it is spent, nothing is implied any more. */
  Implication(Restrictions restrictions, Work work) {
    this.restrictions = restrictions;
    this.work = work;
  }

  /** Whether it does, step by step in order. */
  boolean holds(List<? extends Step> stricter, List<? extends Step> wider) {
    return holds(stricter, wider, new HashMap<>());
  }

  private boolean holds(
      List<? extends Step> stricter, List<? extends Step> wider, Map<Integer, Integer> slots) {
    if (stricter.size() != wider.size()) {
      return false;
    }
    for (int i = 0; i < stricter.size(); i++) {
      if (!holds(stricter.get(i), wider.get(i), slots)) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(Step stricter, Step wider, Map<Integer, Integer> slots) {
    if (!work.spend(1)) {
      return false;
    }
    if (stricter instanceof Step.Match one && wider instanceof Step.Match other) {
      slots.put(other.slot(), one.slot());
      return one.type() == other.type() && passes(one.tests(), other.tests(), slots);
    }
    if (stricter instanceof Step.Some one && wider instanceof Step.Some other) {
      return holds(one.steps(), other.steps(), new HashMap<>(slots));
    }
    if (stricter instanceof Step.None one && wider instanceof Step.None other) {
      return same(one.steps(), other.steps(), slots);
    }
    if (stricter instanceof Step.Every one && wider instanceof Step.Every other) {
      return same(List.of(one.each()), List.of(other.each()), slots)
          && one.fits().size() == 1
          && other.fits().size() == 1
          && sameAfter(one, other, slots);
    }
    return stricter instanceof Step.Total one
        && wider instanceof Step.Total other
        && same(one.steps(), other.steps(), slots)
        && sameFunctions(one, other, slots)
        && passes(one.tests(), other.tests(), slots);
  }

  private boolean sameAfter(Step.Every one, Step.Every other, Map<Integer, Integer> slots) {
    Map<Integer, Integer> inner = new HashMap<>(slots);
    inner.put(other.each().slot(), one.each().slot());
    return same(one.fits(), other.fits(), inner);
  }

  private boolean same(
      List<? extends Step> one, List<? extends Step> other, Map<Integer, Integer> slots) {
    Map<Integer, Integer> back = new HashMap<>();
    slots.forEach((from, to) -> back.put(to, from));
    return holds(one, other, new HashMap<>(slots)) && holds(other, one, back);
  }

  private static boolean sameFunctions(
      Step.Total one, Step.Total other, Map<Integer, Integer> slots) {
    boolean isGrouped = one.grouping() != null || other.grouping() != null;
    if (isGrouped || one.functions().size() != other.functions().size()) {
      return false;
    }
    Map<Integer, Integer> inner = new HashMap<>(slots);
    pair(one.steps(), other.steps(), inner);
    for (int i = 0; i < one.functions().size(); i++) {
      Step.Function mine = one.functions().get(i);
      Step.Function theirs = other.functions().get(i);
      boolean sameArgument =
          theirs.argument() == null
              ? mine.argument() == null
              : mine.argument() != null
                  && mine.argument().key().equals(theirs.argument().key(in(inner)));
      if (mine.kind() != theirs.kind() || !sameArgument) {
        return false;
      }
      slots.put(theirs.slot(), mine.slot());
    }
    return true;
  }

  private static void pair(List<Step> one, List<Step> other, Map<Integer, Integer> slots) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (one.get(i) instanceof Step.Match mine && other.get(i) instanceof Step.Match theirs) {
        slots.put(theirs.slot(), mine.slot());
      }
    }
  }

  /** Whether the first tests leave no value that the others refuse. */
  private boolean passes(List<Test> stricter, List<Test> wider, Map<Integer, Integer> slots) {
    if (wider.isEmpty()) {
      return true;
    }
    Learned known = given.get(stricter);
    if (known == null) {
      known = given(stricter);
      given.put(stricter, known);
    }
    boolean sameSlots = isSame(slots);
    for (Test test : wider) {
      if (!work.spend(1) || !implied(known, test, slots, sameSlots)) {
        return false;
      }
    }
    return true;
  }

  private Learned given(List<Test> tests) {
    Set<String> keys = new HashSet<>();
    Map<String, ValueSet> left = new HashMap<>();
    for (Test test : tests) {
      keys.add(test.key());
      Restriction one = asked(test).orElse(null);
      if (one != null) {
        ValueSet before = left.getOrDefault(one.key(), one.natural());
        if (!work.spend(before.ranges() + one.domain().ranges())) {
          break;
        }
        left.put(one.key(), before.and(one.domain()));
      }
    }
    return new Learned(keys, left);
  }

  private boolean implied(
      Learned stricter, Test wider, Map<Integer, Integer> slots, boolean sameSlots) {
    if (stricter.keys().contains(sameSlots ? wider.key() : wider.key(in(slots)))) {
      return true;
    }
    Restriction wanted = asked(wider).orElse(null);
    if (wanted == null) {
      return false;
    }
    ValueSet left = stricter.left().get(sameSlots ? wanted.key() : wanted.subject().key(in(slots)));
    return left != null && work.spend(left.ranges()) && wanted.domain().encloses(left);
  }

  private Optional<Restriction> asked(Test test) {
    return Objects.requireNonNull(
        asked.computeIfAbsent(test, each -> Optional.ofNullable(restrictions.asked(each))));
  }

  private static boolean isSame(Map<Integer, Integer> slots) {
    return slots.entrySet().stream().allMatch(slot -> slot.getKey().equals(slot.getValue()));
  }

  /** Names for the slots of the wider conditions: those of the stricter ones. */
  private static IntFunction<String> in(Map<Integer, Integer> slots) {
    return slot -> Value.slotName(slots.getOrDefault(slot, slot));
  }
}
