package io.credentialrules.pathways;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of a CASE package, with its place in the file.
 *
 * @param json an object
 * @param place a JSON pointer; empty for the package
 * @param source the file
 */
record CaseObject(JsonNode json, String place, String source) {

  /** The objects of a list that may be absent, each in its place. */
  List<CaseObject> list(String name) {
    JsonNode list = json.get(name);
    if (list == null || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw refused("/" + name, "is no list");
    }
    List<CaseObject> objects = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      objects.add(object(list.get(i), "/" + name + "/" + i));
    }
    return objects;
  }

  /** An object that may be absent. */
  @Nullable CaseObject member(String name) {
    JsonNode member = json.get(name);
    return member == null || member.isNull() ? null : object(member, "/" + name);
  }

  private CaseObject object(JsonNode node, String below) {
    if (!node.isObject()) {
      throw refused(below, "is no object");
    }
    return new CaseObject(node, place + below, source);
  }

  /** A text on one line; empty where there is none. */
  String text(String name) {
    JsonNode value = json.get(name);
    return value != null && value.isTextual() ? value.textValue().strip() : "";
  }

  /** The first of these texts that says something; empty where none does. */
  String firstText(String... names) {
    for (String name : names) {
      if (!ForeignText.line(text(name)).isEmpty()) {
        return text(name);
      }
    }
    return "";
  }

  /** A whole number; null where there is none. */
  @Nullable Integer number(String name) {
    JsonNode value = json.get(name);
    return value != null && value.isIntegralNumber() && value.canConvertToInt()
        ? value.intValue()
        : null;
  }

  boolean has(String name) {
    return json.hasNonNull(name);
  }

  PathwayException refused(String below, String what) {
    return new PathwayException(source + ": " + ForeignText.quoted(place + below) + " " + what);
  }
}
