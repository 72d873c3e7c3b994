package io.credentialrules.pathways;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Opens circles: an element that needs itself, through however many others, can never be earned,
 * and no policy may say so. The need that closes a circle becomes a sign-off. Each element is
 * entered and left once, without recursion, so the depth of the pathway does not matter.
 */
final class Circles {
  private final Pathway pathway;
  private final Set<String> open = new HashSet<>();
  private final Set<String> done = new HashSet<>();

  private Circles(Pathway pathway) {
    this.pathway = pathway;
  }

  static void open(Pathway pathway) {
    Circles circles = new Circles(pathway);
    List<String> keys = new ArrayList<>(pathway.destinations());
    keys.addAll(pathway.elements().keySet());
    keys.forEach(circles::visit);
  }

  private void visit(String start) {
    Deque<String> path = new ArrayDeque<>();
    path.push(start);
    while (!path.isEmpty()) {
      String key = path.peek();
      if (done.contains(key)) {
        path.pop();
      } else if (open.add(key)) {
        Element element = pathway.element(key);
        if (element != null) {
          cut(element);
          for (SomeOf need : element.needs()) {
            need.keys().stream().filter(next -> !done.contains(next)).forEach(path::push);
          }
          element.shortcuts().stream().filter(next -> !done.contains(next)).forEach(path::push);
        }
      } else {
        path.pop();
        open.remove(key);
        done.add(key);
      }
    }
  }

  /** What is open is above this element: a need of it closes a circle. */
  private void cut(Element element) {
    for (int i = 0; i < element.needs().size(); i++) {
      SomeOf need = element.needs().get(i);
      List<String> keys = new ArrayList<>();
      for (String key : need.keys()) {
        keys.add(open.contains(key) ? signed(element, key) : key);
      }
      element.needs().set(i, new SomeOf(need.number(), keys));
    }
    element.shortcuts().removeIf(open::contains);
  }

  private String signed(Element element, String key) {
    Element above = pathway.element(key);
    String name = above == null ? key : above.name();
    return pathway.said(element.key(), name + ", which needs " + element.name() + " itself");
  }
}
