package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ObjIntConsumer;

/**
 * The branches that facts touch by the values of some of their fields.
 *
 * <p>The idea: the facts of a learner about one pathway name it, whatever their type. So a table
 * has, for the hash of one value, where a group begins: all branches whose leading field has to
 * equal it, side by side, each by a key, and after the groups of the branches before them in the
 * policy. The first fact of a pathway waits for its place and its group, and the others find them
 * near. Values are not kept. Two with the same hash find each other's branches; that costs a test,
 * because the network tests all conditions anyway, and changes no answer.
 *
 * <p>The bound: a group is in the order of its keys, and is halved until few are left.
 */
final class TouchTable {
  /** The group that what has none begins with, which is empty. */
  private static final int NOTHING = 0;

  /** So many numbers of a group are looked through one by one: two lines of the cache. */
  private static final int FEW = 32;

  /**
   * Odd, and another one in each table: whoever writes a policy cannot choose texts that crowd one
   * place. No order depends on it.
   */
  private final int mixing = ThreadLocalRandom.current().nextInt() | 1;

  /** The keys and branches of each group in one number each, while they are added. */
  private Map<Integer, List<Long>> added = new LinkedHashMap<>();

  /** A hash, and where its group begins, for each place. */
  private int[] places = {0, NOTHING};

  /** For each group where it ends, and then a key and a branch in turn. */
  private int[] groups = {1};

  private int shift = Integer.SIZE;

  /** Adds a branch, each after those with lower numbers. */
  void add(int lead, int key, int branch) {
    added
        .computeIfAbsent(lead, unseen -> new ArrayList<>(1))
        .add((long) key << Integer.SIZE | branch);
  }

  /** Ends adding. */
  void close() {
    int size = added.size();
    places = new int[4 * Integer.highestOneBit(Math.max(1, size + size / 2))];
    shift = Integer.SIZE + 1 - Integer.numberOfTrailingZeros(places.length);
    groups = new int[1 + size + 2 * added.values().stream().mapToInt(List::size).sum()];
    groups[NOTHING] = 1;
    int end = 1;
    for (Map.Entry<Integer, List<Long>> group : added.entrySet()) {
      int place = place(group.getKey());
      places[place] = group.getKey();
      places[place + 1] = end;
      int begin = end++;
      group.getValue().sort(null);
      for (long one : group.getValue()) {
        groups[end++] = (int) (one >> Integer.SIZE);
        groups[end++] = (int) one;
      }
      groups[begin] = end;
    }
    added = Map.of();
  }

  /** Where the hash is, or could be put: a third of the places or more is free. */
  private int place(int hash) {
    int last = places.length - 1;
    int place = 2 * (int) (Integer.toUnsignedLong(hash * mixing) >>> shift);
    while (places[place] != hash && places[place + 1] != NOTHING) {
      place = (place + 2) & last;
    }
    return place;
  }

  /** The branches with a key, in the order in which they were added. */
  void touchedBy(int lead, int key, Candidate fact, ObjIntConsumer<Candidate> each) {
    int group = places[place(lead) + 1];
    int end = groups[group];
    int at = group + 1;
    if (end - at > FEW) {
      at = afterLower(key, at, end);
    }
    while (at < end && groups[at] < key) {
      at += 2;
    }
    for (; at < end && groups[at] == key; at += 2) {
      each.accept(fact, groups[at + 1]);
    }
  }

  /** Some place of a group before which all keys are lower, and with few lower ones after it. */
  private int afterLower(int key, int begin, int end) {
    int from = begin;
    int to = end;
    while (to - from > FEW) {
      int middle = from + ((to - from) / 4) * 2;
      if (groups[middle] < key) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
