package io.credentialrules.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pieces of which JSON Schemas (draft 2020-12) are made here. */
final class Schema {
  private static final String DEFINITIONS = "#/$defs/";

  private Schema() {}

  /** A map in this order: name, value, name, value. */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  /** A document. */
  static Map<String, Object> document(
      String name, String title, Map<String, Object> root, Map<String, Object> definitions) {
    Map<String, Object> document =
        of(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "$id",
            "urn:credential-rules:schema:" + name,
            "title",
            title);
    document.putAll(root);
    document.put("$defs", definitions);
    return document;
  }

  /** The definitions that a schema refers to, at first or by others, in their order. */
  static Map<String, Object> reachable(Map<String, Object> root, Map<String, Object> definitions) {
    Set<String> found = new HashSet<>();
    collect(root, definitions, found);
    Map<String, Object> kept = new LinkedHashMap<>(definitions);
    kept.keySet().retainAll(found);
    return kept;
  }

  private static void collect(
      @Nullable Object schema, Map<String, Object> definitions, Set<String> found) {
    if (schema instanceof Map<?, ?> object) {
      object.values().forEach(value -> collect(value, definitions, found));
      if (object.get("$ref") instanceof String reference) {
        String name = reference.substring(DEFINITIONS.length());
        if (found.add(name)) {
          collect(definitions.get(name), definitions, found);
        }
      }
    } else if (schema instanceof Collection<?> values) {
      values.forEach(value -> collect(value, definitions, found));
    }
  }

  /**
   * An object with these members and no others; those that are not listed as optional are required.
   */
  static Map<String, Object> object(Map<String, Object> members, String... optional) {
    List<String> absent = Arrays.asList(optional);
    return object(
        members, members.keySet().stream().filter(name -> !absent.contains(name)).toList());
  }

  /** An object with these members and no others. */
  static Map<String, Object> object(Map<String, Object> members, List<String> required) {
    return of(
        "type",
        "object",
        "properties",
        members,
        "required",
        required,
        "additionalProperties",
        false);
  }

  static Map<String, Object> list(Object items) {
    return of("type", "array", "items", items);
  }

  static Map<String, Object> ref(String definition) {
    return of("$ref", DEFINITIONS + definition);
  }

  static Map<String, Object> text() {
    return of("type", "string");
  }

  /** A text that is not blank. */
  static Map<String, Object> name() {
    return of("type", "string", "pattern", "\\S");
  }

  static Map<String, Object> date() {
    return of("type", "string", "format", "date", "pattern", "^" + Scalars.DATE + "$");
  }

  static Map<String, Object> time() {
    return of("type", "string", "format", "date-time", "pattern", "^" + Scalars.TIME + "$");
  }

  static Map<String, Object> word(Enum<?>... words) {
    return of("enum", Arrays.stream(words).map(Enum::name).toList());
  }
}
