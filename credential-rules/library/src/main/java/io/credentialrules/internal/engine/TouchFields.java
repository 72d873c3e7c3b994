package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * Fields of one type by whose values branches are told apart.
 *
 * <p>Branches are found by the hash of all values. The field with the most different ones leads:
 * its value alone says where in the table to look, so that branches of one subject are side by
 * side, whatever else they ask for.
 */
final class TouchFields {
  private final VocabularyField[] fields;
  private final List<Set<String>> different = new ArrayList<>();
  private int leading;
  private int number;
  private int bits;

  TouchFields(List<VocabularyField> fields) {
    this.fields = fields.toArray(new VocabularyField[0]);
    fields.forEach(field -> different.add(new HashSet<>()));
  }

  /** Learns what some branch asks for, in the order of the fields. */
  void learn(List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      different.get(i).add(values.get(i));
    }
  }

  /**
   * Ends learning.
   *
   * @param own which they are among all that share a table
   * @param all how many these are
   */
  void close(int own, int all) {
    for (int i = 1; i < different.size(); i++) {
      leading = different.get(i).size() > different.get(leading).size() ? i : leading;
    }
    number = own;
    bits = Integer.SIZE - Integer.numberOfLeadingZeros(all);
    different.clear();
  }

  /** Adds a branch by what the fields must equal or contain, in their order. */
  void add(List<String> values, int branch, TouchTable table) {
    int hash = 0;
    for (String value : values) {
      hash = and(hash, value);
    }
    table.add(values.isEmpty() ? 0 : values.get(leading).hashCode(), key(hash), branch);
  }

  private static int and(int hash, Object value) {
    return Integer.rotateLeft(hash, 9) + value.hashCode() * 0x9E3779B1;
  }

  /** Facts of another type, or other fields, never have the same key. */
  private int key(int hash) {
    return hash << bits | number;
  }

  /** The branches that a fact can touch, in the order in which they were added. */
  void touchedBy(Candidate fact, TouchTable table, ObjIntConsumer<Candidate> each) {
    int hash = 0;
    int lead = 0;
    for (int i = 0; i < fields.length; i++) {
      Object value = fact.value(fields[i]);
      if (value == null) {
        return;
      }
      if (value instanceof Collection<?> texts) {
        touchedByOne(texts, fact, table, each);
        return;
      }
      hash = and(hash, value);
      if (i == leading) {
        lead = value.hashCode();
      }
    }
    table.touchedBy(lead, key(hash), fact, each);
  }

  /** By each text of a set, which is never one of several fields; texts may share a hash. */
  private void touchedByOne(
      Collection<?> texts, Candidate fact, TouchTable table, ObjIntConsumer<Candidate> each) {
    Set<Integer> looked = new HashSet<>();
    for (Object text : texts) {
      int hash = and(0, text);
      if (looked.add(hash)) {
        table.touchedBy(text.hashCode(), key(hash), fact, each);
      }
    }
  }
}
