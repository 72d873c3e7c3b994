package io.credentialrules.openbadges;

import org.jspecify.annotations.Nullable;

/** Who issues (Open Badges 3.0: {@code Profile}). */
public sealed interface IssuerProfile permits StatedIssuer {

  /** An absolute address, URN or DID, to which the keys belong. */
  String id();

  /** The name that people read. */
  String name();

  /** The issuer's page; null where it has none. */
  @Nullable String url();

  /** An issuer without a page. */
  static IssuerProfile of(String id, String name) {
    return new StatedIssuer(id, name, null);
  }

  /** This issuer with a page. */
  IssuerProfile withUrl(String address);
}
