package io.credentialrules.report.internal.page;

import io.credentialrules.report.internal.picture.Box;
import io.credentialrules.report.internal.words.Speech;
import java.util.ArrayList;
import java.util.List;

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
    List<GraphText> texts = new ArrayList<>();
    for (Box box : boxes) {
      List<String> needed = new ArrayList<>();
      List<String> anyOf = new ArrayList<>();
      for (Box.Link link : links) {
        if (link.to().equals(box.id())) {
          (link.isNeeded() ? needed : anyOf).add(speech.policy().name(link.from()));
        }
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
