package io.credentialrules.openbadges;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * By what a badge can be recognised as the learner's: identifiers of which the host knows that they
 * are the learner's, such as a DID, a {@code urn:uuid:} of the student system, an e-mail address.
 */
public final class Holder {
  private final Set<String> identifiers;

  private Holder(Set<String> identifiers) {
    this.identifiers = Set.copyOf(identifiers);
  }

  /** The identifiers; e-mail addresses in any case. */
  public Set<String> identifiers() {
    return identifiers;
  }

  /** A learner with these identifiers. */
  public static Holder of(String... identifiers) {
    return new Holder(Set.of(identifiers));
  }

  /** Whether an identifier that a badge shows openly is the learner's. */
  boolean is(String identifier) {
    String plain = identifier.startsWith("mailto:") ? identifier.substring(7) : identifier;
    return identifiers.contains(identifier)
        || identifiers.stream().anyMatch(own -> mail(own) && own.equalsIgnoreCase(plain));
  }

  /** Whether {@code sha256$…} is the learner's. */
  boolean isHash(String hash, String salt) {
    for (String own : identifiers) {
      for (String written : List.of(own, own.toLowerCase(Locale.ROOT))) {
        if (hash.equalsIgnoreCase("sha256$" + sha256(written + salt))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean mail(String identifier) {
    return identifier.contains("@");
  }

  private static String sha256(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  /** The identifiers. */
  @Override
  public String toString() {
    return identifiers.toString();
  }
}
