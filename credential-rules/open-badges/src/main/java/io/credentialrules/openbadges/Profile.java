package io.credentialrules.openbadges;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Who issued or assessed: an id, and the name by which it calls itself. In JSON-LD all objects with
 * one id are one, so that a name counts wherever in the credential it is said of the id.
 */
record Profile(String id, @Nullable String name) {

  private static final JsonString PROFILE = JsonReading.PROVIDER.createValue("Profile");

  static final Profile UNKNOWN = new Profile("", null);

  /** How facts call it; null where nobody knows who it is. */
  @Nullable String label() {
    return name == null ? known() : name;
  }

  /** The id; null where nobody knows it. */
  @Nullable String known() {
    return id.isEmpty() ? null : id;
  }

  /** The profile of a member: an id alone, or an object; null where it is absent or reported. */
  static @Nullable Profile of(Node parent, String name, boolean typed) {
    Node profile = parent.member(name);
    if (profile == null) {
      return null;
    }
    if (profile.isText()) {
      String id = profile.asText();
      return id == null ? null : new Profile(id, null);
    }
    if (typed) {
      profile.requireType("Profile");
      ObjectForms.profile(profile);
    }
    String id = profile.requireText("id");
    return id == null ? null : new Profile(id, profile.text("name"));
  }

  /** This profile with the name that another profile with its id has, where it has none itself. */
  Profile namedWithin(JsonValue credential) {
    return name == null && !id.isEmpty() ? new Profile(id, nameIn(credential)) : this;
  }

  private @Nullable String nameIn(JsonValue value) {
    if (value instanceof JsonObject object) {
      if (id.equals(object.getString("id", "")) && isProfile(object)) {
        String own = object.getString("name", null);
        if (own != null) {
          return own;
        }
      }
      return nameIn(object.values());
    }
    return value instanceof JsonArray array ? nameIn((Iterable<JsonValue>) array) : null;
  }

  private @Nullable String nameIn(Iterable<JsonValue> values) {
    for (JsonValue value : values) {
      String found = nameIn(value);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean isProfile(JsonObject object) {
    JsonValue type = object.get("type");
    return type instanceof JsonString text
        ? text.getString().equals("Profile")
        : type instanceof JsonArray types && types.contains(PROFILE);
  }
}
