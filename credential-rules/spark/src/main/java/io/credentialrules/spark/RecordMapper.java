package io.credentialrules.spark;

import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordReader;
import java.io.Serializable;

/**
 * Makes a learner record of an element of a Dataset, on the executors: by several threads at once,
 * and again where a task is repeated. Whatever it throws makes that element a bad record, and
 * changes nothing else.
 *
 * @param <T> what the Dataset has, such as {@code Row}
 */
@FunctionalInterface
public interface RecordMapper<T> extends Serializable {

  /**
   * The record.
   *
   * @param row the element
   * @param reader reads records that are JSON, with facts of each type of the policy; the source
   *     that it is told is what names a bad record
   * @throws Exception whatever is wrong with it
   */
  LearnerRecord record(T row, LearnerRecordReader reader) throws Exception;

  /**
   * Reads records of JSON, in the form of {@code docs/json.md}. A bad one is named by the SHA-256
   * of its text, which is {@code sha2(value, 256)} in Spark.
   */
  static RecordMapper<String> json() {
    return new JsonRecords();
  }
}
