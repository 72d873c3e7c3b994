package io.credentialrules.openbadges;

import org.jspecify.annotations.Nullable;

/** {@link AchievementMapping.Entry} as it is stated. */
record StatedEntry(String issuer, @Nullable String id, @Nullable String name, String credential)
    implements AchievementMapping.Entry {

  /** Checks that the achievement can be recognised. */
  StatedEntry {
    if (issuer.isBlank() || credential.isBlank() || (id == null && name == null)) {
      throw new IllegalArgumentException(
          "an achievement is mapped by its `issuer` and its `id` or `name` to a `credential`");
    }
  }

  /** Such as {@code urn:achievement of https://college.example is teamwork}. */
  @Override
  public String toString() {
    return (id == null ? name : id) + " of " + issuer + " is " + credential;
  }
}
