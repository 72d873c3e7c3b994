package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Packs from folders, with all problems of all of them. */
final class Packs {
  private final List<Problem> unreadable = new ArrayList<>();
  private final List<PolicyPack> packs = new ArrayList<>();

  Packs(List<Path> folders) {
    for (Path folder : folders) {
      try {
        PolicyPack pack = PolicyPack.read(folder);
        if (packs.stream().noneMatch(other -> other.name().equals(pack.name()))) {
          packs.add(pack);
        }
      } catch (PolicyException failure) {
        unreadable.addAll(failure.problems());
      }
    }
  }

  List<PolicyPack> packs() {
    return packs;
  }

  /** Everything that is wrong with them, in the order of places. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(unreadable);
    if (!packs.isEmpty()) {
      problems.addAll(builder().check());
    }
    problems.sort(null);
    return problems;
  }

  /**
   * The compiled rules.
   *
   * @throws PolicyException with all problems
   */
  CredentialRules compile() {
    if (!unreadable.isEmpty()) {
      throw new PolicyException(problems());
    }
    return builder().compile();
  }

  private CredentialRules.Builder builder() {
    CredentialRules.Builder builder = CredentialRules.builder();
    packs.forEach(builder::add);
    return builder;
  }
}
