package io.credentialrules.spark;

import com.google.common.collect.Iterators;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordReader;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads and answers the records of one partition, one at a time, so that memory is needed for one.
 * What a record brings about becomes a row of its own; only an interrupt, by which Spark stops a
 * task, is none.
 */
record PartitionTask<T>(
    Broadcast<PolicyText> policy,
    ZoneId zone,
    RecordMapper<? super T> mapper,
    Answer answer,
    JobCounts counts)
    implements MapPartitionsFunction<T, Row> {

  /** What becomes of a record. */
  interface Answer extends Serializable {

    /** The rows of a record; what is thrown is that the record failed. */
    List<Row> rows(CredentialRules rules, LearnerRecord record);

    /**
     * The rows of a bad record.
     *
     * @param record null where it could not be read
     */
    List<Row> failure(CredentialRules rules, @Nullable LearnerRecord record, Exception failure);
  }

  @Override
  public Iterator<Row> call(Iterator<T> elements) {
    CredentialRules rules = CompiledPolicies.of(policy.value(), counts::compiled);
    LearnerRecordReader reader = LearnerRecordReader.of(rules.vocabulary(), zone);
    return Iterators.concat(
        Iterators.transform(elements, element -> rows(element, reader, rules).iterator()));
  }

  private List<Row> rows(@Nullable T element, LearnerRecordReader reader, CredentialRules rules) {
    LearnerRecord record = null;
    try {
      record = read(element, reader);
      return answered(record, rules);
    } catch (Exception failure) {
      if (failure instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
        Thread.currentThread().interrupt();
        throw cancelled(failure);
      }
      counts.failed();
      return answer.failure(rules, record, failure);
    }
  }

  private static CancellationException cancelled(Exception cause) {
    if (cause instanceof CancellationException already) {
      return already;
    }
    CancellationException cancelled = new CancellationException("the task was interrupted");
    cancelled.initCause(cause);
    return cancelled;
  }

  private LearnerRecord read(@Nullable T element, LearnerRecordReader reader) throws Exception {
    long begun = System.nanoTime();
    try {
      if (element == null) {
        throw new IllegalArgumentException("there is null in place of a record");
      }
      LearnerRecord record = mapper.record(element, reader);
      if (record == null) {
        throw new IllegalArgumentException("the mapper returned null in place of a record");
      }
      return record;
    } finally {
      counts.read(System.nanoTime() - begun);
    }
  }

  private List<Row> answered(LearnerRecord record, CredentialRules rules) {
    long begun = System.nanoTime();
    try {
      return answer.rows(rules, record);
    } finally {
      counts.evaluated(System.nanoTime() - begun);
    }
  }
}
