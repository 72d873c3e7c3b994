package io.credentialrules.pathways;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The competencies of a CASE framework, by their identifiers, and what is associated with them. */
final class CaseItems {
  /** A rule is aligned to 50 addresses at most. */
  private static final int MOST_ALIGNMENTS = 50;

  private final Pathway pathway;
  private final String framework;
  private final Map<String, CaseObject> items = new LinkedHashMap<>();
  private final Map<String, String> identifiers = new HashMap<>();
  private final Map<String, List<CaseObject>> equals = new HashMap<>();
  private final Map<String, Map<Integer, List<String>>> children = new HashMap<>();
  private final Set<String> parts = new LinkedHashSet<>();
  private final Set<String> assessed = new LinkedHashSet<>();

  /** Many criteria can be about one item, and much can match it. */
  private final Map<String, List<String>> aligned = new HashMap<>();

  CaseItems(Pathway pathway, CaseObject file, String framework) {
    this.pathway = pathway;
    this.framework = framework;
    for (CaseObject item : file.list("CFItems")) {
      String identifier = item.text("identifier");
      if (identifier.isEmpty() || items.put(identifier, item) != null) {
        throw item.refused("/identifier", "is missing, or that of another item");
      }
      if (!item.text("uri").isEmpty()) {
        identifiers.putIfAbsent(item.text("uri"), identifier);
      }
    }
    associate(file);
  }

  private void associate(CaseObject file) {
    Map<String, Integer> unread = new TreeMap<>();
    for (CaseObject association : file.list("CFAssociations")) {
      String type = association.text("associationType");
      CaseObject origin = association.member("originNodeURI");
      CaseObject destination = association.member("destinationNodeURI");
      if (origin == null || destination == null) {
        throw association.refused("", "has no `originNodeURI` or no `destinationNodeURI`");
      }
      String from = identifier(origin);
      String to = identifier(destination);
      if (type.equals("exactMatchOf") && (from != null || to != null)) {
        match(from, destination);
        match(to, origin);
      } else if (!type.equals("isChildOf")) {
        unread.merge(type, 1, Integer::sum);
      } else if (from == null) {
        leaveOut(association.place() + "/originNodeURI", origin);
      } else if (to == null) {
        if (!isDocument(file, destination)) {
          leaveOut(association.place() + "/destinationNodeURI", destination);
        }
      } else {
        Integer sequence = association.number("sequenceNumber");
        parts.add(from);
        children
            .computeIfAbsent(to, key -> new TreeMap<>())
            .computeIfAbsent(
                sequence == null ? Integer.MAX_VALUE : sequence, key -> new ArrayList<>())
            .add(from);
      }
    }
    unread.forEach(
        (type, number) ->
            pathway.leaveOut(
                ForeignText.quoted(type)
                    + " of "
                    + number
                    + (number == 1 ? " association" : " associations")
                    + " is no condition, and is not read"));
  }

  private void leaveOut(String place, CaseObject link) {
    pathway.leaveOut(
        ForeignText.quoted(place)
            + " is "
            + ForeignText.quoted(link.firstText("identifier", "uri"))
            + ", which no item of the file is");
  }

  /** Whether a link means the framework itself, whose children are those that are no part. */
  private static boolean isDocument(CaseObject file, CaseObject link) {
    CaseObject document = file.member("CFDocument");
    return document != null
        && (isSame(document.text("identifier"), link.text("identifier"))
            || isSame(document.text("uri"), link.text("uri")));
  }

  private static boolean isSame(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }

  private void match(@Nullable String identifier, CaseObject other) {
    if (identifier != null) {
      equals.computeIfAbsent(identifier, key -> new ArrayList<>()).add(other);
    }
  }

  /** The identifier of the item that a link means; null where no item of the file is meant. */
  private @Nullable String identifier(CaseObject link) {
    String identifier = link.text("identifier");
    return items.containsKey(identifier) ? identifier : identifiers.get(link.text("uri"));
  }

  /** All of them. */
  Map<String, CaseObject> all() {
    return items;
  }

  /** Those that no criterion was asked about. */
  int unassessed() {
    return items.size() - assessed.size();
  }

  /** The parts of an item in the order of their sequence numbers. */
  List<String> parts(String identifier) {
    return children.getOrDefault(identifier, Map.of()).values().stream()
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Those that are no part of another item. */
  List<String> roots() {
    return items.keySet().stream().filter(one -> !parts.contains(one)).toList();
  }

  /** What a competency is called. */
  static String name(CaseObject item) {
    String name = item.firstText("fullStatement", "abbreviatedStatement", "humanCodingScheme");
    return name.isEmpty() ? "Item " + item.text("identifier") : name;
  }

  /** The alignments of a criterion to the item that it is about. */
  List<String> alignments(CaseObject criterion) {
    CaseObject link = criterion.member("CFItemURI");
    if (link == null) {
      return List.of();
    }
    String identifier = identifier(link);
    CaseObject item = identifier == null ? null : items.get(identifier);
    if (identifier == null || item == null) {
      pathway.leaveOut(
          ForeignText.quoted(link.place())
              + " is "
              + ForeignText.quoted(link.firstText("identifier", "uri"))
              + ", which no item of the file is, so nothing is known of it but that");
      Map<String, String> only = new LinkedHashMap<>();
      align(only, link, link.firstText("title", "identifier"), null);
      return List.copyOf(only.values());
    }
    assessed.add(identifier);
    return alignments(identifier, item);
  }

  /** The alignments of an item: to itself, and to what matches it exactly. */
  List<String> alignments(String identifier, CaseObject item) {
    List<String> known = aligned.get(identifier);
    if (known == null) {
      known = aligned(identifier, item);
      aligned.put(identifier, known);
    }
    return known;
  }

  private List<String> aligned(String identifier, CaseObject item) {
    Map<String, String> byAddress = new LinkedHashMap<>();
    align(byAddress, item, name(item), item.text("humanCodingScheme"));
    for (CaseObject other : equals.getOrDefault(identifier, List.of())) {
      if (byAddress.size() < MOST_ALIGNMENTS) {
        align(byAddress, other, other.firstText("title", "identifier"), null);
      } else {
        pathway.leaveOut(
            ForeignText.quoted(name(item)) + " matches more than a rule can be aligned to");
        break;
      }
    }
    return List.copyOf(byAddress.values());
  }

  /**
   * @param code of the item in this framework; null for one that may be of another
   */
  private void align(
      Map<String, String> byAddress, CaseObject target, String name, @Nullable String code) {
    String address = target.text("uri");
    String called = ForeignText.line(name).isEmpty() ? "A competency" : name;
    if (!isAddress(address)) {
      pathway.leaveOut(
          ForeignText.quoted(target.place() + "/uri")
              + " is not a web address, so there is no alignment to "
              + ForeignText.quoted(called));
      return;
    }
    StringBuilder text = new StringBuilder("@alignment( ").append(ForeignText.text(called));
    text.append(", ").append(ForeignText.written(address));
    if (code != null && !ForeignText.line(framework).isEmpty()) {
      text.append(", ").append(ForeignText.text(framework));
      if (!ForeignText.line(code).isEmpty()) {
        text.append(", ").append(ForeignText.text(code));
      }
    }
    byAddress.putIfAbsent(address, text.append(" )").toString());
  }

  private static boolean isAddress(String text) {
    if (!text.matches("https?://[\\x21-\\x7E&&[^\"<>\\\\`]]{1,400}")) {
      return false;
    }
    try {
      URI address = new URI(text);
      return address.getHost() != null && address.getRawUserInfo() == null;
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }
}
