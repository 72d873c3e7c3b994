package io.credentialrules.openbadges;

import com.google.common.hash.Hashing;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * To whom a badge is issued: by an id that says nothing of the person, or by the hash of an e-mail
 * address.
 */
public final class Recipient {
  private final @Nullable String id;
  private final @Nullable String hash;
  private final String salt;

  private Recipient(@Nullable String id, @Nullable String hash, String salt) {
    this.id = id;
    this.hash = hash;
    this.salt = salt;
  }

  /** By an id, such as a DID or a {@code urn:uuid:}. */
  public static Recipient ofId(String id) {
    if (!ObjectForms.isAbsolute(id)) {
      throw new IllegalArgumentException(
          Quote.of(id) + " is no id of a recipient; write a DID, a URN or an address");
    }
    return new Recipient(id, null, "");
  }

  /**
   * By the hash of an e-mail address.
   *
   * @param salt at least eight characters of chance, so that the address cannot be looked up; the
   *     same for the same badge, whose id depends on it
   */
  public static Recipient ofEmail(String email, String salt) {
    if (salt.length() < 8) {
      throw new IllegalArgumentException("a `salt` has at least 8 characters");
    }
    String hash =
        Hashing.sha256()
            .hashString(email.toLowerCase(Locale.ROOT) + salt, StandardCharsets.UTF_8)
            .toString();
    return new Recipient(null, "sha256$" + hash, salt);
  }

  void write(JsonObjectBuilder subject) {
    if (id != null) {
      subject.add("id", id);
    }
    if (hash != null) {
      subject.add(
          "identifier",
          JsonReading.PROVIDER
              .createArrayBuilder()
              .add(
                  JsonReading.PROVIDER
                      .createObjectBuilder()
                      .add("type", "IdentityObject")
                      .add("hashed", true)
                      .add("identityHash", hash)
                      .add("identityType", "emailAddress")
                      .add("salt", salt)));
    }
  }

  /** The id, or that it is a hash. */
  @Override
  public String toString() {
    return id != null ? id : "a hashed recipient";
  }
}
