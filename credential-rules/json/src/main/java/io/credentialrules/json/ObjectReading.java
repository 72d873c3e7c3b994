package io.credentialrules.json;

import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.json.tree.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one object by name; at the end, those that nobody asked for are problems.
 */
final class ObjectReading {
  private final JsonValue.Members object;
  private final String owner;
  private final DocumentProblems problems;
  private final List<String> known = new ArrayList<>();

  /**
   * Reads an object.
   *
   * @param owner what the object is, such as {@code WorkExperience}
   */
  ObjectReading(JsonValue.Members object, String owner, DocumentProblems problems) {
    this.object = object;
    this.owner = owner;
    this.problems = problems;
  }

  Place place() {
    return object.place();
  }

  boolean has(String name) {
    return object.byName().containsKey(name);
  }

  /** A value that may be left out. */
  @Nullable JsonValue optional(String name) {
    known.add(name);
    JsonValue.Member member = object.byName().get(name);
    return member == null ? null : member.value();
  }

  /** A value that must be there; a problem and null where it is not. */
  @Nullable JsonValue required(String name) {
    JsonValue value = optional(name);
    if (value == null) {
      problems.add(place(), "`" + name + "` of " + owner + " is missing", "add it");
    }
    return value;
  }

  void refuseUnknown() {
    object
        .byName()
        .forEach(
            (name, member) -> {
              if (!known.contains(name)) {
                problems.add(
                    member.name(),
                    "unknown field " + Quoted.of(name) + " of " + owner,
                    NearestWord.maybeOrAll(name, known));
              }
            });
  }
}
