package io.credentialrules.pathways;

import java.util.List;

/** Adds what an element needs, so that a number that cannot be is never less than it says. */
final class Needs {
  private Needs() {}

  /** So many of some elements; none are nothing. */
  static void add(Pathway pathway, Element element, int number, List<String> keys) {
    List<String> distinct = keys.stream().distinct().toList();
    if (number > distinct.size()) {
      said(
          pathway,
          element,
          number
              + " of "
              + distinct.size()
              + (distinct.size() == 1 ? " element" : " elements")
              + " of "
              + element.name());
    }
    int possible = Math.min(number, distinct.size());
    if (possible > 0) {
      element.needs().add(new SomeOf(possible, distinct));
    }
  }

  /** What rules cannot say. */
  static void said(Pathway pathway, Element element, String sentence) {
    element.needs().add(SomeOf.all(List.of(pathway.said(element.key(), sentence))));
  }
}
