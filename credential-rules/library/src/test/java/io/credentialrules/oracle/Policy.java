package io.credentialrules.oracle;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** A generated policy; shown as its text. */
record Policy(List<PolicyPack> packs) {
  private static final int DECISIONS = 400;

  static Arbitrary<Policy> of(PolicyWriter.Form form) {
    return Choices.numbers(DECISIONS)
        .map(numbers -> new Policy(PolicyWriter.packs(new Choices(numbers), form)));
  }

  /** The compiled rules; null when the checks refuse them. */
  @Nullable CredentialRules rules() {
    CredentialRules.Builder builder = CredentialRules.builder();
    packs.forEach(builder::add);
    try {
      return builder.compile();
    } catch (PolicyException refused) {
      return null;
    }
  }

  @Override
  public String toString() {
    return packs.stream()
        .map(pack -> "\n// " + pack.name() + "\n" + pack.files().get("rules.drl"))
        .collect(Collectors.joining());
  }
}
