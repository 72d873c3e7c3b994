package io.credentialrules.openbadges;

import org.jspecify.annotations.Nullable;

/**
 * Who issues (Open Badges 3.0: {@code Profile}).
 *
 * @param id an absolute address, URN or DID, to which the keys belong
 * @param name the name that people read
 * @param url the issuer's page; null where it has none
 */
public record IssuerProfile(String id, String name, @Nullable String url) {

  /** Checks that the id is absolute. */
  public IssuerProfile {
    if (!Forms.isAbsolute(id)) {
      throw new IllegalArgumentException(
          Quote.of(id) + " is no id of an issuer; write an address, a URN or a DID");
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("an issuer has a `name`");
    }
  }
}
