package io.credentialrules.report.internal.words;

import io.credentialrules.Route;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a policy in words. */
public final class SettingSentences {
  private final Messages messages;
  private final Writing writing;

  SettingSentences(Messages messages, Writing writing) {
    this.messages = messages;
    this.writing = writing;
  }

  /** All settings of a route. */
  public List<String> of(Route route) {
    CredentialSettings settings = route.settings();
    List<String> said = new ArrayList<>();
    said.add(
        settings.validFor() == null
            ? messages.say("setting.valid-for-ever")
            : messages.say("setting.valid-for", "period", writing.period(settings.validFor())));
    if (settings.validFor() != null) {
      said.add(messages.say("setting." + settings.renews()));
    }
    said.add(messages.say("setting." + settings.lapses()));
    boolean isVersioned =
        settings.versionBy() == VersionBy.POLICY_DATE
            || route.window().from() != null
            || route.window().until() != null;
    if (isVersioned) {
      said.add(
          messages.say(
              "setting.version-date",
              "setting",
              messages.say("setting." + settings.versionBy()),
              "date",
              writing.date(route.versionDate())));
      String window = window(route.window());
      if (window != null) {
        said.add(window);
      }
    }
    said.add(messages.say("setting." + settings.evidence()));
    return said;
  }

  private @Nullable String window(Window window) {
    LocalDate from = window.from();
    LocalDate until = window.until();
    if (from == null && until == null) {
      return null;
    }
    String key = from == null ? "until" : until == null ? "from" : "both";
    return messages.say(
        "setting.window." + key,
        "from",
        from == null ? "" : writing.date(from),
        "until",
        until == null ? "" : writing.date(until));
  }
}
