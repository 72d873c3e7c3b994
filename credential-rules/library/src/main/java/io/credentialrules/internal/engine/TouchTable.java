package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The branches that facts of one type touch by the values of the same fields.
 *
 * <p>The idea: a table from the hash of the values to a chain of branches, without the values. Two
 * values with the same hash find each other's branches; that costs a test, because the network
 * tests all conditions anyway, and changes no answer. So a look-up follows the place in the table
 * and the branches themselves, and no other object.
 */
final class TouchTable {
  private final VocabularyField[] fields;
  private final ArrayList<Entry> entries = new ArrayList<>();
  private final ArrayList<Integer> hashes = new ArrayList<>();
  private @Nullable Entry[] places = {};

  TouchTable(List<VocabularyField> fields) {
    this.fields = fields.toArray(new VocabularyField[0]);
  }

  /** Adds a branch by what its fields must equal or contain, in their order. */
  void add(List<String> values, Entry entry) {
    int hash = 0;
    for (String value : values) {
      hash = and(hash, value);
    }
    entries.add(entry);
    hashes.add(hash);
  }

  private static int and(int hash, Object value) {
    return Integer.rotateLeft(hash, 9) + value.hashCode() * 0x9E3779B1;
  }

  /** Ends adding; each place keeps the order in which its branches were added. */
  void close() {
    places = new Entry[Integer.highestOneBit(Math.max(1, 2 * entries.size() - 1))];
    for (int i = entries.size() - 1; i >= 0; i--) {
      int place = place(hashes.get(i));
      entries.get(i).chain(hashes.get(i), places[place]);
      places[place] = entries.get(i);
    }
    entries.clear();
    entries.trimToSize();
    hashes.clear();
    hashes.trimToSize();
  }

  private int place(int hash) {
    return (hash ^ (hash >>> 16)) & (places.length - 1);
  }

  /** The branches that a fact can touch, in the order in which they were added. */
  void touchedBy(Candidate fact, BiConsumer<Entry, Candidate> each) {
    int hash = 0;
    for (VocabularyField field : fields) {
      Object value = fact.value(field);
      if (value == null) {
        return;
      }
      if (value instanceof Collection<?> texts) {
        touchedByOne(texts, fact, each);
        return;
      }
      hash = and(hash, value);
    }
    touchedBy(hash, fact, each);
  }

  /** By each text of a set, which is never one of several fields; texts may share a hash. */
  private void touchedByOne(
      Collection<?> texts, Candidate fact, BiConsumer<Entry, Candidate> each) {
    Set<Integer> looked = new HashSet<>();
    for (Object text : texts) {
      int hash = and(0, text);
      if (looked.add(hash)) {
        touchedBy(hash, fact, each);
      }
    }
  }

  private void touchedBy(int hash, Candidate fact, BiConsumer<Entry, Candidate> each) {
    for (Entry entry = places[place(hash)]; entry != null; entry = entry.next()) {
      if (entry.anchorHash() == hash) {
        each.accept(entry, fact);
      }
    }
  }
}
