package io.credentialrules.spring;

import org.jspecify.annotations.Nullable;

/** Something that the application did not configure, or not as it has to be. */
final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String action;

  private ConfigurationException(String message, String action, @Nullable Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  /** What to do next. */
  String action() {
    return action;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  static ConfigurationException noPacks() {
    return new ConfigurationException(
        "there are no policy packs: `credential-rules.packs` is empty",
        "Name folders, or packs on the class path such as `classpath:ums-horticulture`; or define a"
            + " bean of the type PackSource.",
        null);
  }

  static ConfigurationException noZone() {
    return new ConfigurationException(
        "the packs name no time zone, and `credential-rules.zone` is empty",
        "Set `credential-rules.zone`, such as `America/New_York`, so that it is known when a day"
            + " begins.",
        null);
  }

  static ConfigurationException limit(String name, IllegalArgumentException wrong) {
    return new ConfigurationException(
        "credential-rules.limits." + name + ": " + wrong.getMessage(),
        "Name a limit of docs/limits.md, such as `max-facts`, with a value such as `20000`.",
        wrong);
  }
}
