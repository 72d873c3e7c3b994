package io.credentialrules.spark;

import java.io.Serializable;
import java.time.Duration;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What the jobs of a {@link SparkBatch} have done so far, as accumulators of Spark, which its pages
 * show by these names. Rows are lazy, so nothing is counted before an action; and Spark counts
 * again what it does again: each action on the same rows, and tasks that it repeats. Thread-safe.
 */
public final class JobCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LongAccumulator records;
  private final LongAccumulator failures;
  private final LongAccumulator decisions;
  private final LongAccumulator earned;
  private final LongAccumulator compilations;
  private final LongAccumulator reading;
  private final LongAccumulator evaluating;

  JobCounts(SparkContext context) {
    records = context.longAccumulator("credential-rules: records");
    failures = context.longAccumulator("credential-rules: failures");
    decisions = context.longAccumulator("credential-rules: decisions");
    earned = context.longAccumulator("credential-rules: earned");
    compilations = context.longAccumulator("credential-rules: compilations");
    reading = context.longAccumulator("credential-rules: nanoseconds of reading");
    evaluating = context.longAccumulator("credential-rules: nanoseconds of evaluating");
  }

  /** How many records there were, those that failed included. */
  public long records() {
    return records.sum();
  }

  /** How many could not be read, or evaluated within the limits. */
  public long failures() {
    return failures.sum();
  }

  /** How many decisions were made with their reasons. */
  public long decisions() {
    return decisions.sum();
  }

  /** How many of them were that something is earned. */
  public long earned() {
    return earned.sum();
  }

  /** How many executors had to compile a policy first. */
  public long compilations() {
    return compilations.sum();
  }

  /** How long reading records took, all threads together. */
  public Duration readingTime() {
    return Duration.ofNanos(reading.sum());
  }

  /** How long evaluating and explaining took, all threads together. */
  public Duration evaluatingTime() {
    return Duration.ofNanos(evaluating.sum());
  }

  void compiled() {
    compilations.add(1L);
  }

  void read(long nanoseconds) {
    records.add(1L);
    reading.add(nanoseconds);
  }

  void failed() {
    failures.add(1L);
  }

  void evaluated(long nanoseconds) {
    evaluating.add(nanoseconds);
  }

  void decided(boolean isEarned) {
    decisions.add(1L);
    earned.add(isEarned ? 1L : 0L);
  }

  /** How many records, failures and decisions. */
  @Override
  public String toString() {
    return records() + " records, " + failures() + " failed, " + decisions() + " decisions";
  }
}
