package io.credentialrules.pathways;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A pathway as it was read, whatever it was written in. Being read, so mutable. */
final class Pathway {
  private static final int MOST_ELEMENTS = 2_000;

  /** Nobody reads more than that, and a file of others can hold any number. */
  static final int MOST_LEFT_OUT = 500;

  private final String source;
  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final Set<String> destinations = new LinkedHashSet<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private final Map<String, List<CaseScale.Level>> levels = new LinkedHashMap<>();
  private int furtherLeftOut;
  private String name = "";
  private String address = "";

  Pathway(String source) {
    this.source = source;
  }

  String source() {
    return source;
  }

  String name() {
    return name;
  }

  String address() {
    return address;
  }

  void called(String text, String where) {
    if (name.isEmpty()) {
      name = text;
      address = where;
    }
  }

  /** The elements by their keys, in the order of the file. */
  Map<String, Element> elements() {
    return elements;
  }

  @Nullable Element element(String key) {
    return elements.get(key);
  }

  /** The elements to which it leads. */
  Set<String> destinations() {
    return destinations;
  }

  /** The levels of elements that are judged by levels, from low to high. */
  Map<String, List<CaseScale.Level>> levels() {
    return levels;
  }

  /** What could not be carried over; of much, how much more there is comes last. */
  List<String> leftOut() {
    List<String> all = new ArrayList<>(leftOut);
    if (furtherLeftOut > 0) {
      all.add(furtherLeftOut + " more could not be carried over");
    }
    return List.copyOf(all);
  }

  void leaveOut(String sentence) {
    if (leftOut.size() < MOST_LEFT_OUT) {
      leftOut.add(sentence);
    } else if (!leftOut.contains(sentence)) {
      furtherLeftOut++;
    }
  }

  Element add(Element element) {
    if (elements.size() >= MOST_ELEMENTS) {
      throw new PathwayException(
          source + ": it has more than " + MOST_ELEMENTS + " elements; divide it");
    }
    elements.put(element.key(), element);
    return element;
  }

  /** Something that somebody signs, because rules cannot say it. */
  String said(String owner, String sentence) {
    String key = owner + "\u0000" + sentence;
    if (!elements.containsKey(key)) {
      add(new Element(key, Element.Kind.OTHER, sentence, ""));
    }
    return key;
  }

  /** Those of some keys that nothing else needs. */
  List<String> roots() {
    Set<String> needed = new LinkedHashSet<>();
    for (Element element : elements.values()) {
      element.needs().forEach(need -> needed.addAll(need.keys()));
      needed.addAll(element.shortcuts());
    }
    List<String> roots = new ArrayList<>(elements.keySet());
    roots.removeAll(needed);
    return roots;
  }
}
