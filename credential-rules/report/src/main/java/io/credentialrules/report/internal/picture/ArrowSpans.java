package io.credentialrules.report.internal.picture;

import io.credentialrules.internal.work.Interruption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many columns the arrows of a picture cross. A layered layout puts something into each column
 * that an arrow crosses, so a long arrow costs as much as many short ones.
 */
final class ArrowSpans {
  private ArrowSpans() {}

  /**
   * The sum over all arrows, each at least 1. A box is in the column after the last box that leads
   * to it; arrows that lead round in a circle, which no policy has, count 1.
   */
  static long of(List<Box> boxes, List<Box.Link> links) {
    Map<String, List<String>> next = new HashMap<>();
    Map<String, Integer> open = new HashMap<>();
    Map<String, Integer> columns = new HashMap<>();
    boxes.forEach(box -> open.put(box.id(), 0));
    for (Box.Link link : links) {
      if (open.containsKey(link.from()) && open.containsKey(link.to())) {
        next.computeIfAbsent(link.from(), from -> new ArrayList<>()).add(link.to());
        open.merge(link.to(), 1, Integer::sum);
      }
    }
    Deque<String> ready = new ArrayDeque<>();
    for (Box box : boxes) {
      if (open.getOrDefault(box.id(), 0) == 0) {
        ready.add(box.id());
        columns.put(box.id(), 0);
      }
    }
    while (!ready.isEmpty()) {
      Interruption.check();
      String from = ready.remove();
      int column = columns.getOrDefault(from, 0) + 1;
      for (String to : next.getOrDefault(from, List.of())) {
        columns.merge(to, column, Math::max);
        if (open.merge(to, -1, Integer::sum) == 0) {
          ready.add(to);
        }
      }
    }
    long spans = 0;
    for (Box.Link link : links) {
      spans +=
          Math.max(1, columns.getOrDefault(link.to(), 0) - columns.getOrDefault(link.from(), 0));
    }
    return spans;
  }
}
