package io.credentialrules.openbadges;

import io.credentialrules.openbadges.Verification.Outcome;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Changes of one member of a badge. */
final class Tampering {
  private Tampering() {}

  /** What is done to one member. */
  enum Change {
    REMOVE,
    REPLACE,
    RENAME,
    ADD,
    HIDE,
    SPELL_OUT
  }

  /** Whether its proof and its form hold; not whether it is in force. */
  static boolean isGenuine(byte[] badge) {
    BadgeImport read = Fixtures.read("tampered.json", badge);
    return !read.credentials().isEmpty()
        && read.all().stream()
            .allMatch(
                credential ->
                    Stream.of(
                            Verification.Kind.FORM,
                            Verification.Kind.PROOF,
                            Verification.Kind.ISSUER)
                        .allMatch(
                            kind ->
                                credential.verification().check(kind).outcome() == Outcome.VALID));
  }

  static JsonObject json(String name) {
    return JsonReading.read(name, Fixtures.bytes(name), BadgeLimits.DEFAULT).root().object();
  }

  static int count(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.size() + object.values().stream().mapToInt(Tampering::count).sum();
    }
    return value instanceof JsonArray array ? array.stream().mapToInt(Tampering::count).sum() : 0;
  }

  static JsonObject changed(JsonObject badge, int member, Change change) {
    return (JsonObject) changed(badge, new int[] {member}, change);
  }

  private static JsonValue changed(JsonValue value, int[] left, Change change) {
    if (value instanceof JsonArray array) {
      JsonArrayBuilder elements = JsonReading.PROVIDER.createArrayBuilder();
      array.forEach(element -> elements.add(changed(element, left, change)));
      return elements.build();
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    JsonObjectBuilder members = JsonReading.PROVIDER.createObjectBuilder();
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      if (left[0]-- == 0) {
        change(members, member.getKey(), member.getValue(), change);
      } else {
        members.add(member.getKey(), changed(member.getValue(), left, change));
      }
    }
    return members.build();
  }

  private static void change(
      JsonObjectBuilder members, String name, JsonValue value, Change change) {
    switch (change) {
      case REMOVE -> {}
      case REPLACE -> members.add(name, other(value));
      case RENAME -> members.add(name + "2", value);
      case ADD -> members.add(name, value).add("madeUp", "something");
      case HIDE ->
          members.add("@nest", JsonReading.PROVIDER.createObjectBuilder().add(name, value).build());
      case SPELL_OUT -> members.add("https://www.w3.org/2018/credentials#" + name, value);
    }
  }

  private static JsonValue other(JsonValue value) {
    if (value instanceof JsonString text) {
      return JsonReading.PROVIDER.createValue(text.getString() + "x");
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> elements = new ArrayList<>(array);
      elements.set(0, other(elements.get(0)));
      JsonArrayBuilder changed = JsonReading.PROVIDER.createArrayBuilder();
      elements.forEach(changed::add);
      return changed.build();
    }
    return JsonReading.PROVIDER.createValue("https://example.com/another");
  }
}
