package io.credentialrules.json;

import io.credentialrules.LearnerRecord;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.policy.Vocabulary;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Reads learner records from JSON (RFC 8259, UTF-8), in the form of {@code docs/json.md}, with
 * facts of every type of a vocabulary. Immutable and thread-safe. A document is read whole or
 * refused with a {@link RecordException} that tells all its problems: unknown and repeated names,
 * missing fields, malformed values, whatever is not JSON, and a document that cannot be read or is
 * too large. Reading ends with a {@link CancellationException} soon after the thread is
 * interrupted, which it stays.
 */
public final class LearnerRecordReader {

  /** The size above which a document is refused, unless the reader is told another: 10 MB. */
  public static final int DEFAULT_MAX_BYTES = 10_000_000;

  private final Map<String, FactForm> forms;
  private final ZoneId zone;
  private final int maxBytes;

  private LearnerRecordReader(Map<String, FactForm> forms, ZoneId zone, int maxBytes) {
    this.forms = forms;
    this.zone = zone;
    this.maxBytes = maxBytes;
  }

  /**
   * A reader of facts of these types.
   *
   * @param vocabulary the types, such as {@code CredentialRules.vocabulary()}
   * @param zone where a day of {@code validFrom} begins and one of {@code validUntil} ends
   * @throws IllegalArgumentException when a type of a host has a field {@code vetting}, which is
   *     that of every fact
   */
  public static LearnerRecordReader of(Vocabulary vocabulary, ZoneId zone) {
    return new LearnerRecordReader(FactForm.byName(vocabulary), zone, DEFAULT_MAX_BYTES);
  }

  /**
   * This reader with another greatest size of a document.
   *
   * @param bytes bytes, positive; of a document that is given as a text: its characters
   */
  public LearnerRecordReader withMaxBytes(int bytes) {
    if (bytes < 1 || bytes == Integer.MAX_VALUE) {
      throw new IllegalArgumentException("`maxBytes` must be positive, and is " + bytes);
    }
    return new LearnerRecordReader(forms, zone, bytes);
  }

  /**
   * Reads a record from a text.
   *
   * @param source what problems call the document
   */
  public LearnerRecord read(String source, String json) {
    if (json.length() > maxBytes) {
      throw Documents.tooLarge(source, maxBytes);
    }
    DocumentText document = new DocumentText(source, json);
    DocumentProblems problems = new DocumentProblems(document);
    JsonValue value = DocumentParser.parse(document, problems);
    return new RecordReading(forms, new Scalars(zone, problems), problems).record(value);
  }

  /**
   * Reads a record from values that another reader parsed, such as a part of a scenario. That
   * reader bounds how many they are, and how deep.
   *
   * @param source what problems call the document
   * @param text the document in which the values have their places
   */
  public LearnerRecord read(String source, String text, JsonValue record) {
    DocumentProblems problems = new DocumentProblems(new DocumentText(source, text));
    return new RecordReading(forms, new Scalars(zone, problems), problems).record(record);
  }

  /**
   * Reads a record from a stream, which stays open.
   *
   * @param source what problems call the document
   */
  public LearnerRecord read(String source, InputStream json) {
    return read(source, Documents.of(source, json, maxBytes).text());
  }

  /**
   * Reads a record from a file.
   *
   * @param source what problems call the document
   */
  public LearnerRecord read(String source, Path file) {
    return read(source, Documents.of(source, file, maxBytes).text());
  }

  /** The zone, and how long a document may be. */
  @Override
  public String toString() {
    return "reader of learner records in " + zone + ", of at most " + maxBytes + " bytes";
  }
}
