package io.credentialrules.openbadges;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one document: the settings of the reader, the date, and what is counted against
 * the limits.
 */
final class Reading {

  /** What a host sets once. */
  record Settings(
      ZoneId zone,
      IssuerKeys keys,
      HostedDocuments documents,
      Set<String> trustedIssuers,
      Contexts contexts,
      AchievementMapping mapping,
      Set<Verification.Kind> accepted,
      BadgeLimits limits) {}

  private final Settings settings;
  private final Holder holder;
  private final Instant asOf;
  private final List<Document> documents = new ArrayList<>();
  // Apart from those above: a document that is read may be called by the address it claims.
  private final Map<String, Document> hosted = new HashMap<>();
  private int credentials;

  Reading(Settings settings, Holder holder, Instant asOf) {
    this.settings = settings;
    this.holder = holder;
    this.asOf = asOf;
  }

  Settings settings() {
    return settings;
  }

  Holder holder() {
    return holder;
  }

  Instant asOf() {
    return asOf;
  }

  /** Keeps a document for its problems. */
  Document keep(Document document) {
    documents.add(document);
    return document;
  }

  /** A document that the host has for an address; null where it has none, or it cannot be read. */
  @Nullable Document hosted(String address) {
    if (!ObjectForms.isAbsolute(address)) {
      return null;
    }
    Document known = hosted.get(address);
    if (known != null) {
      return known;
    }
    byte[] bytes = settings.documents().find(address).orElse(null);
    if (bytes == null) {
      return null;
    }
    Document document = keep(JsonReading.read(address, bytes, settings.limits()));
    hosted.put(address, document);
    return document;
  }

  /** Counts a credential against the limit, beyond which the whole document is refused. */
  void count(Node credential) {
    if (++credentials > settings.limits().maxCredentials()) {
      throw JsonReading.refused(
          credential.document().source(),
          credential.pointer(),
          Document.Position.START,
          "is one of more than " + settings.limits().maxCredentials() + " credentials",
          "");
    }
  }

  /** The problems of all documents. */
  List<BadgeProblem> problems() {
    return documents.stream().flatMap(document -> document.problems().stream()).distinct().toList();
  }
}
