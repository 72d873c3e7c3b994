package io.credentialrules.report.internal.words;

import io.credentialrules.Route;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.ValidTo;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
            : messages.say("setting.valid-for", "period", period(settings)));
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

  /** The settings of a rule, and when it is in force. */
  public List<String> of(CredentialSettings settings, Window window) {
    List<String> said = new ArrayList<>();
    said.add(
        settings.validFor() == null
            ? messages.say("setting.valid-for-ever")
            : messages.say("setting.valid-for", "period", period(settings)));
    if (settings.validFor() != null) {
      said.add(messages.say("setting." + settings.renews()));
    }
    said.add(messages.say("setting." + settings.lapses()));
    if (settings.versionBy() == VersionBy.POLICY_DATE) {
      said.add(messages.say("setting." + settings.versionBy()));
    }
    said.addAll(of(window));
    said.add(messages.say("setting." + settings.evidence()));
    return said;
  }

  /** When a rule is in force; nothing for always. */
  public List<String> of(Window window) {
    String said = window(window);
    return said == null ? List.of() : List.of(said);
  }

  /** For how long a credential with a validity is valid, as the middle of a sentence. */
  String period(CredentialSettings settings) {
    String period = writing.period(Objects.requireNonNull(settings.validFor()));
    ValidTo days = settings.validTo();
    return days == null
        ? period
        : messages.say(
            "setting.valid-to." + days.kind(),
            "period",
            period,
            "days",
            writing.or(days.days().stream().map(writing::dayOfYear).toList()));
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
