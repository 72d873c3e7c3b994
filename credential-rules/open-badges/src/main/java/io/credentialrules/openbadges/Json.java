package io.credentialrules.openbadges;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writing JSON: members that are absent where there is nothing to say. */
final class Json {
  private Json() {}

  static JsonObjectBuilder object(String... types) {
    return JsonReading.PROVIDER.createObjectBuilder().add("type", texts(types));
  }

  static JsonArray texts(String... texts) {
    JsonArrayBuilder array = JsonReading.PROVIDER.createArrayBuilder();
    for (String text : texts) {
      array.add(text);
    }
    return array.build();
  }

  static void add(JsonObjectBuilder object, String name, @Nullable String text) {
    if (text != null) {
      object.add(name, text);
    }
  }

  static void add(JsonObjectBuilder object, String name, Collection<? extends JsonValue> elements) {
    if (!elements.isEmpty()) {
      JsonArrayBuilder array = JsonReading.PROVIDER.createArrayBuilder();
      elements.forEach(array::add);
      object.add(name, array);
    }
  }
}
