package io.credentialrules.openbadges;

import io.credentialrules.openbadges.VerifiableReading.Around;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what a document is, and has it read. */
final class ContentReading {
  private static final int LONGEST_ADDRESS = 2_000;

  private final Reading reading;

  ContentReading(Reading reading) {
    this.reading = reading;
  }

  BadgeImport read(String source, byte[] bytes) {
    List<ImportedCredential> credentials = new ArrayList<>();
    List<BadgeProblem> problems = new ArrayList<>();
    try {
      ImportedCredential credential = content(source, bytes);
      if (credential != null) {
        credentials.add(credential);
      }
    } catch (BadgeException e) {
      problems.addAll(e.problems());
    }
    problems.addAll(0, reading.problems());
    return new StatedBadgeImport(credentials, problems);
  }

  private @Nullable ImportedCredential content(String source, byte[] bytes) {
    BadgeLimits limits = reading.settings().limits();
    if (PngBadge.isPng(bytes)) {
      return text(source, PngBadge.extract(source, bytes, limits));
    }
    if (SvgBadge.isXml(bytes)) {
      return text(source, SvgBadge.extract(source, bytes, limits));
    }
    if (bytes.length > 2L * limits.maxBytes()) {
      throw JsonReading.refused(
          source, "", Document.Position.START, "has more than " + limits.maxBytes() + " bytes", "");
    }
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    return CompactJws.looksLikeOne(text)
        ? token(CompactJws.read(source, text, limits))
        : json(reading.keep(JsonReading.read(source, bytes, limits)));
  }

  /** What an image carries: JSON, a JWT, or the address of a hosted assertion. */
  private @Nullable ImportedCredential text(String source, String carried) {
    String text = carried.strip();
    if (CompactJws.looksLikeOne(text)) {
      return token(CompactJws.read(source, text, reading.settings().limits()));
    }
    if (text.startsWith("http") && text.length() <= LONGEST_ADDRESS) {
      Document document = reading.hosted(text);
      if (document == null) {
        throw JsonReading.refused(
            source,
            "",
            Document.Position.START,
            "carries the address " + Quote.of(text) + ", for which the host has no document",
            "fetch it and add it to the documents of the reader");
      }
      return json(document);
    }
    return json(reading.keep(JsonReading.read(source, text, reading.settings().limits())));
  }

  private @Nullable ImportedCredential token(CompactJws token) {
    Node payload = token.payload().root();
    if (payload.has("vc") || VerifiableReading.isVerifiable(payload)) {
      return new VerifiableReading(reading).token(token, Around.NOTHING);
    }
    return new AssertionReading(reading).read(reading.keep(token.payload()).root(), token);
  }

  private @Nullable ImportedCredential json(Document document) {
    Node root = document.root();
    if (VerifiableReading.isVerifiable(root)) {
      return new VerifiableReading(reading).read(root, null, Around.NOTHING);
    }
    return new AssertionReading(reading).read(root, null);
  }
}
