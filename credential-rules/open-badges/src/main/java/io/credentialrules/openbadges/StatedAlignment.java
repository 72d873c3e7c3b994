package io.credentialrules.openbadges;

import org.jspecify.annotations.Nullable;

/** {@link Alignment} as it is stated. */
record StatedAlignment(
    String targetUrl,
    @Nullable String targetName,
    @Nullable String targetCode,
    @Nullable String targetFramework)
    implements Alignment {

  /** The name, and the address in parentheses. */
  @Override
  public String toString() {
    return targetName == null ? targetUrl : targetName + " (" + targetUrl + ")";
  }
}
