package io.credentialrules.pathways;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON-LD as a graph of nodes. Terms are known by their last part, so that {@code ceterms:name},
 * {@code name} and {@code https://purl.org/ctdl/terms/name} are the same whatever the context says;
 * no context is fetched.
 */
final class Graph {
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final IdentityHashMap<JsonNode, String> blankIds = new IdentityHashMap<>();

  /** A node, with its properties by the last part of their names. */
  record Node(String id, List<String> types, Map<String, JsonNode> properties) {
    boolean is(String type) {
      return types.contains(type);
    }

    @Nullable JsonNode get(String property) {
      return properties.get(property);
    }
  }

  Graph(List<JsonNode> documents) {
    documents.forEach(this::collect);
  }

  /** All nodes, in the order of the file. */
  List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  @Nullable Node node(String id) {
    return nodes.get(id);
  }

  private void collect(JsonNode value) {
    if (value.isArray()) {
      value.forEach(this::collect);
    } else if (value.isObject() && !value.has("@value")) {
      register(value);
      value.properties().forEach(field -> collect(field.getValue()));
    }
  }

  /** A described node; the first description of an id is that which counts. */
  private void register(JsonNode object) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    List<String> types = new ArrayList<>();
    String id = "";
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getKey().equals("@id")) {
        id = field.getValue().asText();
      } else if (field.getKey().equals("@type")) {
        list(field.getValue()).forEach(type -> types.add(local(type.asText())));
      } else if (!field.getKey().startsWith("@")) {
        properties.putIfAbsent(local(field.getKey()), field.getValue());
      }
    }
    if (types.isEmpty()) {
      return;
    }
    nodes.computeIfAbsent(
        id.isEmpty() ? blank(object) : id, at -> new Node(at, List.copyOf(types), properties));
  }

  private String blank(JsonNode object) {
    return blankIds.computeIfAbsent(object, key -> "_:inline-" + blankIds.size());
  }

  /** The nodes that a property refers to or holds, by their ids; what is not described too. */
  List<String> references(Node node, String... properties) {
    List<String> ids = new ArrayList<>();
    for (String property : properties) {
      JsonNode value = node.get(property);
      for (JsonNode element : value == null ? List.<JsonNode>of() : list(value)) {
        String id = reference(element);
        if (!id.isEmpty() && !ids.contains(id)) {
          ids.add(id);
        }
      }
    }
    return ids;
  }

  private String reference(JsonNode element) {
    if (element.isTextual()) {
      return element.textValue();
    }
    if (element.isObject()) {
      JsonNode id = element.get("@id");
      return id != null ? id.asText() : element.has("@type") ? blank(element) : text(element);
    }
    return "";
  }

  /**
   * A text in English where there is one, else in the first language; empty where there is none.
   */
  static String text(@Nullable JsonNode value) {
    List<String> texts = texts(value);
    return texts.isEmpty() ? "" : texts.get(0);
  }

  /** All texts, in one language. */
  static List<String> texts(@Nullable JsonNode value) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value == null ? List.<JsonNode>of() : list(value)) {
      if (element.isValueNode() && !element.isNull()) {
        texts.add(element.asText());
      } else if (element.has("@value")) {
        texts.add(element.get("@value").asText());
      } else if (element.isObject() && !element.has("@id") && !element.has("@type")) {
        texts.addAll(texts(inEnglish(element)));
      }
    }
    texts.removeIf(String::isBlank);
    return texts;
  }

  private static @Nullable JsonNode inEnglish(JsonNode languages) {
    JsonNode first = null;
    for (Map.Entry<String, JsonNode> language : languages.properties()) {
      if (language.getKey().toLowerCase(Locale.ROOT).startsWith("en")) {
        return language.getValue();
      }
      first = first == null ? language.getValue() : first;
    }
    return first;
  }

  static List<JsonNode> list(JsonNode value) {
    if (!value.isArray()) {
      return List.of(value);
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return elements;
  }

  /** The last part of a term. */
  static String local(String term) {
    return ForeignText.tail(term);
  }
}
