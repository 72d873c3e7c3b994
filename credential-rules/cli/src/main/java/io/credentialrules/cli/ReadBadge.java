package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credentialrules.openbadges.AchievementMapping;
import io.credentialrules.openbadges.BadgeImport;
import io.credentialrules.openbadges.BadgeProblem;
import io.credentialrules.openbadges.ImportedCredential;
import io.credentialrules.openbadges.MappingSuggestion;
import io.credentialrules.openbadges.Verification;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A badge with what became of it, as lines and as JSON.
 *
 * @param file as it was named
 * @param became what the reader made of it
 * @param suggestions which credentials it perhaps is, for a person to decide
 */
record ReadBadge(String file, BadgeImport became, List<MappingSuggestion> suggestions) {

  /** The worst outcome of what it holds; not checked where it holds nothing. */
  Verification.Outcome outcome() {
    return became.all().stream()
        .map(credential -> credential.verification().outcome())
        .max(Comparator.naturalOrder())
        .orElse(Verification.Outcome.NOT_CHECKED);
  }

  /** One line for each credential, and one for each thing that is wrong with it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (became.credentials().isEmpty()) {
      lines.add(file + ": it is not read");
    }
    for (ImportedCredential credential : became.all()) {
      lines.add(file + ": " + title(credential) + ": " + said(credential.verification().outcome()));
      for (Verification.Check check : credential.verification().checks()) {
        if (check.outcome() != Verification.Outcome.VALID) {
          lines.add(
              "  " + word(check.kind()) + ", " + word(check.outcome()) + ": " + check.reason());
        }
      }
    }
    for (MappingSuggestion suggestion : suggestions) {
      AchievementMapping.Entry entry = suggestion.entry();
      lines.add(
          "  perhaps `"
              + entry.credential()
              + "`, because both are aligned to "
              + suggestion.targetUrl()
              + "; if so, add it to the mapping of `"
              + entry.id()
              + "` by "
              + entry.issuer());
    }
    became.problems().forEach(problem -> lines.add("  " + problem));
    return lines;
  }

  private static String title(ImportedCredential credential) {
    String name = credential.achievementName();
    String title = name != null ? name : credential.name() != null ? credential.name() : "unnamed";
    return credential.credential() == null
        ? "`" + title + "`"
        : "`" + title + "`, here `" + credential.credential() + "`";
  }

  private static String said(Verification.Outcome outcome) {
    return switch (outcome) {
      case VALID -> "valid";
      case NOT_CHECKED -> "not checked, so it does not count";
      case INVALID -> "invalid, so it does not count";
    };
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** All badges as JSON. */
  static String json(List<ReadBadge> badges) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeArrayFieldStart("badges");
      for (ReadBadge badge : badges) {
        badge.write(json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return text.toString();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file);
    json.writeStringField("outcome", became.credentials().isEmpty() ? "REFUSED" : outcome().name());
    json.writeArrayFieldStart("credentials");
    for (ImportedCredential credential : became.all()) {
      write(credential, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("suggestions");
    for (MappingSuggestion suggestion : suggestions) {
      json.writeStartObject();
      json.writeStringField("issuer", suggestion.entry().issuer());
      json.writeStringField("id", suggestion.entry().id());
      json.writeStringField("name", suggestion.achievementName());
      json.writeStringField("credential", suggestion.entry().credential());
      json.writeStringField("alignedTo", suggestion.targetUrl());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("problems");
    for (BadgeProblem problem : became.problems()) {
      json.writeStartObject();
      json.writeStringField("kind", problem.kind().name());
      json.writeStringField("source", problem.source());
      json.writeStringField("pointer", problem.pointer());
      json.writeNumberField("line", problem.line());
      json.writeNumberField("column", problem.column());
      json.writeStringField("message", problem.message());
      json.writeStringField("hint", problem.hint());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(ImportedCredential credential, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", credential.id());
    json.writeStringField("standard", credential.standard().name());
    json.writeStringField("name", credential.name());
    json.writeStringField("issuer", credential.issuer());
    json.writeStringField("achievement", credential.achievement());
    json.writeStringField("achievementName", credential.achievementName());
    json.writeStringField("credential", credential.credential());
    json.writeStringField("outcome", credential.verification().outcome().name());
    json.writeArrayFieldStart("checks");
    for (Verification.Check check : credential.verification().checks()) {
      json.writeStartObject();
      json.writeStringField("kind", check.kind().name());
      json.writeStringField("outcome", check.outcome().name());
      json.writeStringField("reason", check.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("facts", credential.facts().size());
    json.writeEndObject();
  }
}
