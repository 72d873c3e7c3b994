package io.credentialrules.json;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.policy.Vocabulary;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as it is kept for an audit: the learner record, the date and zone, the digests of
 * the policy and its packs, the versions of the rules that applied, the settings, the decisions
 * with their reasons, and the version of the library, in canonical JSON (RFC 8785) with a digest
 * over all of it. {@link #replay} decides anew and says whether the answer is the same, byte for
 * byte; nothing but the packs is needed for that. Immutable and thread-safe. Whatever takes time
 * ends with a {@link CancellationException} soon after the thread is interrupted, which it stays.
 *
 * <p>The digest within shows that a document was damaged, or changed by somebody who did not know
 * of it. To show that nobody changed it on purpose, keep {@link #digest()} where its keeper cannot
 * write, or sign it.
 */
public final class AuditRecord {
  private static final int MAX_BYTES = 100_000_000;

  private final String json;
  private final AuditContents contents;

  private AuditRecord(String json, AuditContents contents) {
    this.json = json;
    this.contents = contents;
  }

  /**
   * The audit record of an evaluation.
   *
   * @param rules the rules that made the evaluation
   * @throws IllegalArgumentException when other rules made it; when JSON has no room for its
   *     record, as {@link LearnerRecordWriter#write}; or when what would be written could not be
   *     read again, such as a text of more than 100,000 characters, with the places
   * @throws LimitExceededException as {@link Evaluation#decisions}
   */
  public static AuditRecord of(CredentialRules rules, Evaluation evaluation) {
    return of(rules, evaluation, null);
  }

  /**
   * The audit record without personal data: evaluates the redacted record on the same date.
   *
   * @param redacted the record without personal data, by {@link Redaction#redact}
   * @param asOf the date that the record was redacted for
   * @throws IllegalArgumentException when the record holds a fact of a type that the rules do not
   *     know, or as {@link #of(CredentialRules, Evaluation)}
   * @throws LimitExceededException as {@link CredentialRules#evaluate}
   */
  public static AuditRecord of(
      CredentialRules rules, Redaction.Redacted redacted, ZonedDateTime asOf) {
    return of(rules, rules.evaluate(redacted.record(), asOf), redacted);
  }

  private static AuditRecord of(
      CredentialRules rules, Evaluation evaluation, @Nullable Object redaction) {
    if (!evaluation.policyDigest().equals(rules.digest())) {
      throw new IllegalArgumentException(
          "the evaluation was made by other rules, with the digest `"
              + evaluation.policyDigest()
              + "`");
    }
    String json =
        AuditDocument.print(
            new AuditDocument.Contents(rules, evaluation, LibraryVersion.text(), redaction));
    try {
      return read("audit record", json, rules.vocabulary());
    } catch (RecordException unreadable) {
      throw new IllegalArgumentException(
          "the audit record could not be read again:\n" + unreadable.getMessage(), unreadable);
    }
  }

  /**
   * Reads an audit record. Whether it was changed is told by {@link #replay}, not here.
   *
   * @param source what problems call the document
   * @param json the document, in any formatting
   * @param vocabulary the fact types that its record may hold, such as those of the rules
   * @throws RecordException with every problem and its place, when it is no audit record
   */
  public static AuditRecord read(String source, String json, Vocabulary vocabulary) {
    return read(new DocumentText(source, json), vocabulary);
  }

  /**
   * Reads an audit record from a file of at most 100 MB in UTF-8.
   *
   * @param source what problems call the document
   * @param vocabulary the fact types that its record may hold, such as those of the rules
   * @throws RecordException with every problem and its place, when it is no audit record, or cannot
   *     be read
   */
  public static AuditRecord read(String source, Path file, Vocabulary vocabulary) {
    return read(Documents.of(source, file, MAX_BYTES), vocabulary);
  }

  private static AuditRecord read(DocumentText document, Vocabulary vocabulary) {
    DocumentProblems problems = new DocumentProblems(document);
    JsonValue value = DocumentParser.parse(document, problems);
    AuditContents contents = AuditContents.of(value, vocabulary, problems);
    return new AuditRecord(CanonicalJson.print(value), contents);
  }

  /** The document as canonical JSON: one line, without a line feed at the end. */
  public String json() {
    return json;
  }

  /** SHA-256 of the UTF-8 bytes of {@link #json()}, in lower-case hexadecimal. */
  public String digest() {
    return Digest.sha256(json);
  }

  /** The learner record, redacted where it was. */
  public LearnerRecord record() {
    return contents.record();
  }

  /** The instant and zone of the evaluation. */
  public ZonedDateTime asOf() {
    return contents.asOf();
  }

  /** The digest of the policy that decided. */
  public String policyDigest() {
    return contents.policyDigest();
  }

  /** The version of the library that decided. */
  public String library() {
    return contents.library();
  }

  /** Whether personal data was replaced. */
  public boolean isRedacted() {
    return contents.redaction() != null;
  }

  /**
   * Decides anew and compares with what the document says.
   *
   * @param rules the policy to decide by, normally the packs as they were then
   * @throws LimitExceededException as {@link CredentialRules#evaluate}
   * @throws IllegalArgumentException when the record holds a fact of a type that the rules do not
   *     know
   */
  public Replay replay(CredentialRules rules) {
    return new Replaying(json, contents, rules).replay();
  }

  /** {@link #json()}. */
  @Override
  public String toString() {
    return json;
  }
}
