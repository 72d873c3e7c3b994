package io.credentialrules.openbadges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An achievement of somebody else that is perhaps a credential of the policy, because both are
 * aligned to the same. For a person to decide: nothing is mapped by it.
 */
public sealed interface MappingSuggestion permits StatedSuggestion {

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
    Map<String, String> own = new TreeMap<>(alignments);
    List<MappingSuggestion> suggestions = new ArrayList<>();
    for (ImportedCredential credential : imported.all()) {
      String achievement = credential.achievement();
      if (achievement == null || credential.credential() != null || credential.issuer().isEmpty()) {
        continue;
      }
      for (Alignment alignment : credential.alignments()) {
        String named = own.get(alignment.targetUrl());
        if (named != null) {
          MappingSuggestion suggestion =
              new StatedSuggestion(
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
