package io.credentialrules.openbadges;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.credentialrules.CredentialRules;
import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An achievement of somebody else that is perhaps a credential of the policy, because both are
 * aligned to the same. For a person to decide: nothing is mapped by it.
 */
public sealed interface MappingSuggestion permits StatedMappingSuggestion {

  /** What the mapping would say. */
  AchievementMapping.Entry entry();

  /** The name of the achievement; empty where it has none. */
  String achievementName();

  /** What both are aligned to. */
  String targetUrl();

  /**
   * The suggestions for what was imported and is not mapped, in the order of the import.
   *
   * @param alignments the credentials of the policy, by the address that each is aligned to
   */
  static List<MappingSuggestion> of(BadgeImport imported, Map<String, String> alignments) {
    ListMultimap<String, String> own = ArrayListMultimap.create();
    alignments.forEach(own::put);
    return suggestions(imported, own);
  }

  /**
   * The suggestions for what was imported and is not mapped, in the order of the import: the
   * credentials whose rules say by {@code @alignment} that they are aligned to the same address, in
   * the order of the rules.
   */
  static List<MappingSuggestion> of(BadgeImport imported, CredentialRules rules) {
    ListMultimap<String, String> own = ArrayListMultimap.create();
    for (PolicyRule rule : rules.policy().rules()) {
      if (rule instanceof CredentialRule credential) {
        for (AlignmentTarget target : credential.header().alignments()) {
          if (!own.containsEntry(target.url(), credential.id())) {
            own.put(target.url(), credential.id());
          }
        }
      }
    }
    return suggestions(imported, own);
  }

  private static List<MappingSuggestion> suggestions(
      BadgeImport imported, ListMultimap<String, String> own) {
    List<MappingSuggestion> suggestions = new ArrayList<>();
    for (ImportedCredential credential : imported.all()) {
      String achievement = credential.achievement();
      if (achievement == null || credential.credential() != null || credential.issuer().isEmpty()) {
        continue;
      }
      for (Alignment alignment : credential.alignments()) {
        for (String named : own.get(alignment.targetUrl())) {
          MappingSuggestion suggestion =
              new StatedMappingSuggestion(
                  AchievementMapping.Entry.ofId(credential.issuer(), achievement, named),
                  credential.achievementName() == null ? "" : credential.achievementName(),
                  alignment.targetUrl());
          if (!suggestions.contains(suggestion)) {
            suggestions.add(suggestion);
          }
        }
      }
    }
    return List.copyOf(suggestions);
  }
}
