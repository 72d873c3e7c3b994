package io.credentialrules.report;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Credentials that are asked for by id. */
final class NamedCredentials {
  private static final int MOST_NAMED = 20;

  private NamedCredentials() {}

  private static String known(Set<String> ids) {
    String first = ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int left = ids.size() - MOST_NAMED;
    return left > 0 ? first + " and " + left + " more" : first;
  }

  static void check(CredentialRules rules, Collection<String> ids) {
    Set<String> known =
        rules.catalogue().stream()
            .map(Credential::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new IllegalArgumentException(
            "the packs award no `" + id + "`; they award " + known(known));
      }
    }
  }
}
