package io.credentialrules.testkit;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The packs of a rules folder. Each set of packs is compiled once. Safe for use by several threads.
 */
final class RulesFolder {
  private final Path folder;
  private final Map<List<String>, CredentialRules> compiled = new ConcurrentHashMap<>();

  RulesFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The rules of packs, which are sorted by name first, so that their order in a scenario means
   * nothing.
   */
  CredentialRules compile(List<String> packs) {
    return compiled.computeIfAbsent(
        packs.stream().sorted().toList(),
        sorted ->
            CredentialRules.compile(
                sorted.stream()
                    .map(pack -> PolicyPack.read(folder.resolve(pack)))
                    .toArray(PolicyPack[]::new)));
  }
}
