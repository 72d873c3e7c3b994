package io.credentialrules.pathways;

import java.util.List;

/**
 * So many of these elements, by their keys.
 *
 * @param number from 1 to as many as there are
 * @param keys each once
 */
record SomeOf(int number, List<String> keys) {
  SomeOf {
    keys = List.copyOf(keys);
  }

  boolean isAll() {
    return number == keys.size();
  }

  static SomeOf all(List<String> keys) {
    List<String> distinct = keys.stream().distinct().toList();
    return new SomeOf(distinct.size(), distinct);
  }
}
