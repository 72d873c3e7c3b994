package io.credentialrules.openbadges;

/** {@link MappingSuggestion} as it is stated. */
record StatedMappingSuggestion(
    AchievementMapping.Entry entry, String achievementName, String targetUrl)
    implements MappingSuggestion {

  /** What the mapping would say, and why. */
  @Override
  public String toString() {
    return entry + ", because both are aligned to " + targetUrl;
  }
}
