package io.credentialrules.openbadges;

import org.jspecify.annotations.Nullable;

/** What an achievement is aligned to (Open Badges 3.0: {@code Alignment}). */
public sealed interface Alignment permits StatedAlignment {

  /** The address of the competency, course or credential in its framework. */
  String targetUrl();

  /** Its name; null where the badge gives none. */
  @Nullable String targetName();

  /** Its code in the framework; null where the badge gives none. */
  @Nullable String targetCode();

  /** The name of the framework; null where the badge gives none. */
  @Nullable String targetFramework();

  /** An alignment of a credential that is issued. */
  static Alignment of(
      String targetUrl,
      @Nullable String targetName,
      @Nullable String targetCode,
      @Nullable String targetFramework) {
    return new StatedAlignment(targetUrl, targetName, targetCode, targetFramework);
  }
}
