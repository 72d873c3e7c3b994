package io.credentialrules.internal.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.RandomAccess;
import java.util.Set;

/**
 * Numbers, each once, in the order in which they came. It costs what it holds: a set of bits would
 * cost what there could be, for each evaluation, in a catalogue of a hundred thousand.
 */
final class NumbersInTurn extends AbstractList<Integer> implements RandomAccess {
  private static final int NOTHING = -1;

  private int[] inTurn;
  private int[] table;
  private int size;

  NumbersInTurn() {
    this(16);
  }

  /**
   * None yet.
   *
   * @param few for how many there is a place at first; a power of two
   */
  NumbersInTurn(int few) {
    this(new int[few], emptyTable(4 * few), 0);
  }

  private NumbersInTurn(int[] inTurn, int[] table, int size) {
    this.inTurn = inTurn;
    this.table = table;
    this.size = size;
  }

  private static int[] emptyTable(int places) {
    int[] table = new int[places];
    Arrays.fill(table, NOTHING);
    return table;
  }

  /** Adds a number that is not negative; whether it was not there yet. */
  boolean addOnce(int number) {
    int place = place(number);
    if (table[place] == number) {
      return false;
    }
    if (size == inTurn.length) {
      inTurn = Arrays.copyOf(inTurn, 2 * size);
      table = emptyTable(4 * inTurn.length);
      for (int i = 0; i < size; i++) {
        table[place(inTurn[i])] = inTurn[i];
      }
      place = place(number);
    }
    table[place] = number;
    inTurn[size++] = number;
    return true;
  }

  /** A copy that lacks some numbers; where these have none of them, they are copied as a whole. */
  NumbersInTurn without(Set<Integer> some) {
    for (int number : some) {
      if (has(number)) {
        NumbersInTurn others =
            new NumbersInTurn(new int[inTurn.length], emptyTable(table.length), 0);
        for (int i = 0; i < size; i++) {
          if (!some.contains(inTurn[i])) {
            boolean unused = others.addOnce(inTurn[i]);
          }
        }
        return others;
      }
    }
    return new NumbersInTurn(inTurn.clone(), table.clone(), size);
  }

  /** Adds the numbers that others lack. */
  @SuppressWarnings(
      "ReferenceEquality") // What is the same object lacks nothing; else it is looked at.
  void addMissingIn(NumbersInTurn others, BitSet missing) {
    if (this == others) {
      return;
    }
    for (int i = 0; i < size; i++) {
      if (!others.has(inTurn[i])) {
        missing.set(inTurn[i]);
      }
    }
  }

  boolean has(int number) {
    return table[place(number)] == number;
  }

  /** Where the number is, or could be put: a quarter of the places are taken at most. */
  private int place(int number) {
    int last = table.length - 1;
    int place = ((number * 0x9E3779B1) >>> 8) & last;
    while (table[place] != number && table[place] != NOTHING) {
      place = (place + 1) & last;
    }
    return place;
  }

  @Override
  public Integer get(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return inTurn[index];
  }

  @Override
  public int size() {
    return size;
  }
}
