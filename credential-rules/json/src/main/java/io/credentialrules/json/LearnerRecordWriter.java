package io.credentialrules.json;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Learner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.concurrent.CancellationException;

/**
 * Writes learner records as JSON, in the form that {@link LearnerRecordReader} reads: what is
 * written is read as the same record. Facts are grouped by their type, types and facts in the order
 * of the record, which means nothing.
 */
public final class LearnerRecordWriter {
  static final ObjectForm<LearnerRecord> FORM = RecordForm.prefixed("");

  private LearnerRecordWriter() {}

  /** The record, indented. Throws as {@link #write(LearnerRecord, JsonLayout)}. */
  public static String write(LearnerRecord record) {
    return write(record, JsonLayout.INDENTED);
  }

  /**
   * The record as JSON.
   *
   * @throws IllegalArgumentException when the form has no room for what the record holds: an {@code
   *     id} of the learner's provenance, beside the learner's own, or a learner among the facts; or
   *     when a fact of a type of the host cannot be written, naming the type and the field
   * @throws CancellationException when the thread is interrupted, which it stays
   */
  public static String write(LearnerRecord record, JsonLayout layout) {
    requireRoom(record);
    return JsonPrinter.print(FORM, record, layout);
  }

  /**
   * Writes to a stream in UTF-8. It is flushed and stays open. Throws as {@link
   * #write(LearnerRecord, JsonLayout)}.
   *
   * @throws IOException when the stream does
   */
  public static void write(LearnerRecord record, JsonLayout layout, OutputStream stream)
      throws IOException {
    requireRoom(record);
    JsonPrinter.print(FORM, record, layout, stream);
  }

  /**
   * Writes to a writer. It is flushed and stays open. Throws as {@link #write(LearnerRecord,
   * JsonLayout)}.
   *
   * @throws IOException when the writer does
   */
  public static void write(LearnerRecord record, JsonLayout layout, Writer writer)
      throws IOException {
    requireRoom(record);
    JsonPrinter.print(FORM, record, layout, writer);
  }

  /** Refuses what the form has no room for. */
  static void requireRoom(LearnerRecord record) {
    if (record.learner().provenance().id() != null) {
      throw new IllegalArgumentException(
          "the provenance of the learner has an id, which JSON has no room for; the learner's own"
              + " id is enough");
    }
    if (record.facts().stream().anyMatch(Learner.class::isInstance)) {
      throw new IllegalArgumentException("a learner is among the facts; a record has one learner");
    }
  }
}
