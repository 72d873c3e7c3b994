package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ObjIntConsumer;

/**
 * The branches that facts of one type touch by the values of the same fields.
 *
 * <p>The idea: a table from the hash of the values to the first branch with that hash, which knows
 * the next one; the values are not kept. Two values with the same hash find each other's branches;
 * that costs a test, because the network tests all conditions anyway, and changes no answer. A hash
 * is beside its branch, so a look-up waits for memory once, whatever else is in the table.
 */
final class TouchTable {
  private static final int NOTHING = 0;

  private final VocabularyField[] fields;
  private final ArrayList<Integer> branches = new ArrayList<>();
  private final ArrayList<Integer> hashes = new ArrayList<>();

  /**
   * Odd, and another one in each table: whoever writes a policy cannot choose texts that crowd one
   * place. No order depends on it.
   */
  private final int mixing = ThreadLocalRandom.current().nextInt() | 1;

  /** A hash, and one more than the number of its first branch, for each place. */
  private int[] places = {0, NOTHING};

  private int shift = Integer.SIZE;

  TouchTable(List<VocabularyField> fields) {
    this.fields = fields.toArray(new VocabularyField[0]);
  }

  /** Adds a branch by what its fields must equal or contain, in their order. */
  void add(List<String> values, int branch) {
    int hash = 0;
    for (String value : values) {
      hash = and(hash, value);
    }
    branches.add(branch);
    hashes.add(hash);
  }

  private static int and(int hash, Object value) {
    return Integer.rotateLeft(hash, 9) + value.hashCode() * 0x9E3779B1;
  }

  /** Ends adding; branches of one hash keep the order in which they were added. */
  void close(Branches all) {
    int different = new HashSet<>(hashes).size();
    places = new int[4 * Integer.highestOneBit(Math.max(1, different + different / 2))];
    shift = Integer.SIZE + 1 - Integer.numberOfTrailingZeros(places.length);
    for (int i = branches.size() - 1; i >= 0; i--) {
      int place = place(hashes.get(i));
      all.follow(branches.get(i), places[place + 1] - 1);
      places[place] = hashes.get(i);
      places[place + 1] = branches.get(i) + 1;
    }
    branches.clear();
    branches.trimToSize();
    hashes.clear();
    hashes.trimToSize();
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

  /** The branches that a fact can touch, in the order in which they were added. */
  void touchedBy(Candidate fact, Branches all, ObjIntConsumer<Candidate> each) {
    int hash = 0;
    for (VocabularyField field : fields) {
      Object value = fact.value(field);
      if (value == null) {
        return;
      }
      if (value instanceof Collection<?> texts) {
        touchedByOne(texts, fact, all, each);
        return;
      }
      hash = and(hash, value);
    }
    touchedBy(hash, fact, all, each);
  }

  /** By each text of a set, which is never one of several fields; texts may share a hash. */
  private void touchedByOne(
      Collection<?> texts, Candidate fact, Branches all, ObjIntConsumer<Candidate> each) {
    Set<Integer> looked = new HashSet<>();
    for (Object text : texts) {
      int hash = and(0, text);
      if (looked.add(hash)) {
        touchedBy(hash, fact, all, each);
      }
    }
  }

  private void touchedBy(int hash, Candidate fact, Branches all, ObjIntConsumer<Candidate> each) {
    for (int branch = places[place(hash) + 1] - 1; branch >= 0; branch = all.follower(branch)) {
      each.accept(fact, branch);
    }
  }
}
