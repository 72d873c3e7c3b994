package io.credentialrules.report.internal.page;

import io.credentialrules.report.internal.picture.Box;
import io.credentialrules.report.internal.words.Speech;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A credential of a graph that is written as text.
 *
 * @param first what comes first; empty for nothing
 * @param anyOf of what one is enough; empty for nothing
 */
public record GraphText(Box box, String first, List<String> anyOf) {

  /** Copies the list. */
  public GraphText {
    anyOf = List.copyOf(anyOf);
  }

  /** A text for each box. */
  public static List<GraphText> of(List<Box> boxes, List<Box.Link> links, Speech speech) {
    Map<String, List<Box.Link>> before = new HashMap<>();
    links.forEach(link -> before.computeIfAbsent(link.to(), box -> new ArrayList<>()).add(link));
    List<GraphText> texts = new ArrayList<>();
    for (Box box : boxes) {
      List<String> needed = new ArrayList<>();
      List<String> anyOf = new ArrayList<>();
      for (Box.Link link : before.getOrDefault(box.id(), List.of())) {
        (link.isNeeded() ? needed : anyOf).add(speech.policy().name(link.from()));
      }
      texts.add(
          new GraphText(
              box,
              needed.isEmpty()
                  ? ""
                  : speech.messages().say("graph.first", "names", speech.writing().and(needed)),
              anyOf.isEmpty()
                  ? List.of()
                  : List.of(
                      speech.messages().say("graph.any", "names", speech.writing().or(anyOf)))));
    }
    return texts;
  }
}
