package io.credentialrules.openbadges;

import org.jspecify.annotations.Nullable;

/** {@link IssuerProfile} as it is stated. */
record StatedIssuer(String id, String name, @Nullable String url) implements IssuerProfile {

  /** Checks that the id is absolute. */
  StatedIssuer {
    if (!ObjectForms.isAbsolute(id)) {
      throw new IllegalArgumentException(
          Quote.of(id) + " is no id of an issuer; write an address, a URN or a DID");
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("an issuer has a `name`");
    }
  }

  @Override
  public IssuerProfile withUrl(String address) {
    return new StatedIssuer(id, name, address);
  }

  /** The name, and the id in parentheses. */
  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
