package io.credentialrules.openbadges;

import com.google.common.collect.ImmutableSet;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ways of writing that change what a reader sees without changing what a signature covers. The same
 * statements can be written as JSON-LD in many ways; whoever moves {@code validUntil} into a {@code
 * @nest}, spells it as an address, or states it of another object with the same id, takes nothing
 * away from the signed statements, and everything from whoever reads plain JSON. An id that is no
 * address drops out of the statements altogether. So a signed credential is refused unless it is
 * written as plainly as it is read.
 */
final class Hidden {
  private static final Set<String> OF_CREDENTIALS =
      Set.of(
          "issuer",
          "validFrom",
          "validUntil",
          "issuanceDate",
          "expirationDate",
          "credentialStatus",
          "credentialSubject",
          "awardedDate",
          "proof");

  private Hidden() {}

  /** What is hidden in a credential; null where nothing is. */
  static @Nullable String in(Node credential) {
    return in(credential.object(), Set.of(), true);
  }

  private static @Nullable String in(
      JsonValue value, Set<JsonValue> credentials, boolean isCredential) {
    if (value instanceof JsonArray array) {
      for (JsonValue element : array) {
        String hidden = in(element, credentials, false);
        if (hidden != null) {
          return hidden;
        }
      }
    }
    if (!(value instanceof JsonObject object)) {
      return null;
    }
    boolean credential = isCredential || object.containsKey("@context");
    JsonValue id = object.get("id");
    String own = of(object, id, credential);
    if (own != null) {
      return own;
    }
    if (!credential && id != null && credentials.contains(id)) {
      for (String name : object.keySet()) {
        if (OF_CREDENTIALS.contains(name)) {
          return "another object says " + Quote.of(name) + " of the credential";
        }
      }
    }
    Set<JsonValue> within =
        credential && id != null
            ? ImmutableSet.<JsonValue>builder().addAll(credentials).add(id).build()
            : credentials;
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      if (!member.getKey().equals("@context")) {
        String hidden = in(member.getValue(), within, false);
        if (hidden != null) {
          return hidden;
        }
      }
    }
    return null;
  }

  private static @Nullable String of(
      JsonObject object, @Nullable JsonValue id, boolean credential) {
    for (String name : object.keySet()) {
      if (name.contains(":")
          || (name.startsWith("@") && !(credential && name.equals("@context")))) {
        return "the name " + Quote.of(name) + " can hide what is signed";
      }
    }
    if (id != null
        && !(id instanceof JsonString text && ObjectForms.isAbsolute(text.getString()))) {
      return "the id " + Quote.of(id.toString()) + " is not an address, and no signature covers it";
    }
    return null;
  }
}
