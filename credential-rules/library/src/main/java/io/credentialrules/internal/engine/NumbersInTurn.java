package io.credentialrules.internal.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * Numbers, each once, in the order in which they came. It costs what it holds: a set of bits would
 * cost what there could be, for each evaluation, in a catalogue of a hundred thousand.
 */
final class NumbersInTurn extends AbstractList<Integer> implements RandomAccess {
  private static final int NOTHING = -1;

  private int[] inTurn = new int[16];
  private int[] table = emptyTable(64);
  private int size;

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
