package io.credentialrules.pathways;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a pathway exported from Badgr: a tree of elements, each with rules of how many children,
 * other elements and badges it needs.
 */
final class BadgrReading {
  private final Pathway pathway;
  private final Map<String, String> byBadge = new HashMap<>();

  BadgrReading(Pathway pathway) {
    this.pathway = pathway;
  }

  static boolean isOne(JsonNode document) {
    return document.hasNonNull("elementId") && document.has("requirements");
  }

  void read(JsonNode root) {
    declare(root);
    pathway.called(text(root, "name"), text(root, "alignmentUrl"));
    fill(root);
    pathway.destinations().add(key(root));
  }

  private static String key(JsonNode node) {
    return text(node, "elementId");
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value != null && value.isTextual() ? value.textValue() : "";
  }

  private static String badge(JsonNode node) {
    return node == null ? "" : text(node, "badgeUrl");
  }

  /** All elements first, because they refer to each other. */
  private void declare(JsonNode node) {
    String key = key(node);
    if (key.isEmpty() || pathway.element(key) != null) {
      throw new PathwayException(
          pathway.source()
              + ": an element has no `elementId`, or that of another element: "
              + ForeignText.quoted(text(node, "name")));
    }
    String badge = badge(node.get("completionBadge"));
    String name = text(node, "name");
    Element element =
        pathway.add(
            new Element(
                key,
                badge.isEmpty() ? Element.Kind.OTHER : Element.Kind.CREDENTIAL,
                name.isBlank() ? "Element " + key : name,
                text(node, "shortCode")));
    if (!badge.isEmpty()) {
      element.addresses().add(badge);
      byBadge.putIfAbsent(badge, key);
    }
    if (!text(node, "alignmentUrl").isEmpty()) {
      element.addresses().add(text(node, "alignmentUrl"));
    }
    node.path("children").forEach(this::declare);
  }

  private void fill(JsonNode node) {
    Element element = Objects.requireNonNull(pathway.element(key(node)));
    JsonNode requirements = node.path("requirements");
    List<String> children = new ArrayList<>();
    List<String> required = new ArrayList<>();
    for (JsonNode child : node.path("children")) {
      children.add(key(child));
      if (child.path("requiredForParentCompletion").asBoolean(true)) {
        required.add(key(child));
      }
    }
    JsonNode ofChildren = requirements.path("childElementRequirements").path("countRule");
    need(element, ofChildren, isAtLeast(ofChildren) ? children : required);
    List<String> others = new ArrayList<>();
    for (JsonNode other : requirements.path("nonChildElementRequirements").path("elementIds")) {
      others.add(described(other.asText()));
    }
    need(element, requirements.path("nonChildElementRequirements").path("countRule"), others);
    List<String> badges = new ArrayList<>();
    for (JsonNode badge : requirements.path("badgeRequirements").path("requiredBadges")) {
      badges.add(external(badge(badge)));
    }
    need(element, requirements.path("badgeRequirements").path("countRule"), badges);
    for (JsonNode badge : requirements.path("shortcutBadges")) {
      if (!element.needs().isEmpty()) {
        element.shortcuts().add(external(badge(badge)));
      }
    }
    JsonNode shortcut = requirements.path("allowCompletionBadgeShortcut");
    if (element.isAwarded() && shortcut.isBoolean() && !shortcut.booleanValue()) {
      pathway.leaveOut(
          "who holds the badge of "
              + ForeignText.quoted(element.name())
              + " counts as having earned it, which its `allowCompletionBadgeShortcut` denies");
    }
    node.path("children").forEach(this::fill);
  }

  private static boolean isAtLeast(JsonNode rule) {
    return text(rule, "@type").equals("atLeastN");
  }

  private void need(Element element, JsonNode rule, List<String> keys) {
    List<String> distinct = keys.stream().distinct().toList();
    String type = text(rule, "@type");
    if (isAtLeast(rule)) {
      int number = rule.path("requiredCount").asInt(0);
      Needs.add(pathway, element, number, distinct);
    } else if (type.isEmpty() || type.equals("all")) {
      Needs.add(pathway, element, distinct.size(), distinct);
    } else {
      Needs.said(pathway, element, "The rule " + type + " of " + element.name());
    }
  }

  private String described(String id) {
    if (pathway.element(id) == null) {
      pathway.add(new Element(id, Element.Kind.OTHER, "Element " + id, ""));
      pathway.leaveOut(
          "the element "
              + ForeignText.quoted(id)
              + " is not described in the file, so it is a sign-off");
    }
    return id;
  }

  private String external(String address) {
    String own = byBadge.get(address);
    if (own != null) {
      return own;
    }
    if (pathway.element(address) == null) {
      Element badge =
          new Element(address, Element.Kind.CREDENTIAL, "Badge " + ForeignText.tail(address), "");
      badge.addresses().add(address);
      pathway.add(badge);
    }
    return address;
  }
}
