package io.credentialrules.report;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import java.util.Collection;
import java.util.List;

/** Credentials that are asked for by id. */
final class Selection {
  private Selection() {}

  static void check(CredentialRules rules, Collection<String> ids) {
    List<String> known = rules.catalogue().stream().map(Credential::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new IllegalArgumentException(
            "the packs award no `" + id + "`; they award " + String.join(", ", known));
      }
    }
  }
}
