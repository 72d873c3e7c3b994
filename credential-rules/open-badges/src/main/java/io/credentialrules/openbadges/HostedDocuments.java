package io.credentialrules.openbadges;

import java.util.Optional;

/**
 * Documents at addresses, as the host has fetched them: status lists, revocation lists, and the
 * assertions, badge classes and issuers of Open Badges 2.0. The reader fetches nothing itself. A
 * host that fetches bounds time and size, uses {@code https}, and keeps away from its own network.
 */
@FunctionalInterface
public interface HostedDocuments {

  /** No documents: nothing that is hosted is verified. */
  HostedDocuments NONE = address -> Optional.empty();

  /**
   * The document at an address.
   *
   * @param address an address from a badge, of whatever scheme somebody wrote there
   * @return its bytes, as the server sent them; empty where the host has none
   */
  Optional<byte[]> find(String address);
}
