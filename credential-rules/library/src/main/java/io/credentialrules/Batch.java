package io.credentialrules;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.credentialrules.internal.batch.InOrder;
import io.credentialrules.internal.result.StatedBatchResult;
import io.credentialrules.internal.result.StatedTally;
import io.credentialrules.internal.work.Interruption;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a stream of records on an executor of the host, and hands on what is made of each
 * evaluation in the order of the records. Only a bounded number of records is in memory. A record
 * that fails is reported in its place, and the rest goes on. A batch runs once.
 */
public final class Batch {
  private final CredentialRules rules;
  private final ZonedDateTime asOf;
  private final InOrder inOrder;
  private final long every;
  private final Consumer<Tally> progress;
  private final AtomicBoolean hasRun = new AtomicBoolean();

  /**
   * What became of one record.
   *
   * @param <R> what is made of an evaluation
   */
  public interface Result<R> {

    /** The record. */
    LearnerRecord record();

    /** What was made of its evaluation; null where it failed. */
    @Nullable R value();

    /**
     * Why it failed: a {@link LimitExceededException}, what {@link CredentialRules#evaluate}, a
     * fact type of the host or its work on the evaluation throws, a checked exception as the cause
     * of an {@link IllegalStateException}; null where it did not fail.
     */
    @Nullable RuntimeException failure();
  }

  /** How far a batch is. */
  public interface Tally {

    /** How many records were handed on, those that failed included. */
    long records();

    /** How many of them failed. */
    long failures();

    /** Whether it ended before the last record, because it was cancelled. */
    boolean isCut();
  }

  private Batch(Builder builder) {
    this.rules = builder.rules;
    this.asOf = builder.asOf;
    this.inOrder = new InOrder(builder.executor, builder.ahead);
    this.every = builder.every;
    this.progress = builder.progress;
  }

  /** For a batch of evaluations at an instant. */
  public static Builder builder(CredentialRules rules, ZonedDateTime asOf) {
    return new Builder(rules, asOf);
  }

  /**
   * Runs the batch. Records are taken from the stream, and results handed on, by the calling
   * thread. What the stream or the receiver throws ends the batch and is thrown, and so does a
   * record that is null, told by its place.
   *
   * @param work what is made of an evaluation, on the executor: whatever is asked of the evaluation
   *     is best asked here
   * @param receiver gets the results, in the order of the records
   * @return how far it came
   * @throws IllegalStateException when it has run before
   * @throws CancellationException when the calling thread is interrupted, which it stays, or a
   *     thread of the executor is
   */
  @CanIgnoreReturnValue
  public <R> Tally run(
      Stream<LearnerRecord> records,
      Function<Evaluation, R> work,
      Consumer<? super Result<R>> receiver) {
    if (hasRun.getAndSet(true)) {
      throw new IllegalStateException("a batch runs once; build another one");
    }
    long[] counts = new long[2];
    boolean isWhole =
        inOrder.run(
            records.sequential().iterator(),
            record -> result(record, work),
            result -> {
              receiver.accept(result);
              counts[0]++;
              counts[1] += result.failure() == null ? 0 : 1;
              if (counts[0] % every == 0) {
                progress.accept(new StatedTally(counts[0], counts[1], false));
              }
            });
    return new StatedTally(counts[0], counts[1], !isWhole);
  }

  /**
   * Runs the batch for what changes after the date of evaluation if nothing is added: who lapses
   * within 90 days. Handed on are the records of which something changes, and those that failed.
   * Runs as {@link #run}.
   *
   * @param until the last day of which it is asked, as {@link Evaluation#changes}
   * @param receiver gets the changes of each record, in order, at least one
   * @return how far it came, all records counted
   * @throws IllegalStateException when it has run before
   */
  @CanIgnoreReturnValue
  public Tally changes(
      Stream<LearnerRecord> records,
      LocalDate until,
      Consumer<? super Result<List<Upcoming>>> receiver) {
    return run(
        records,
        evaluation -> evaluation.changes(until),
        result -> {
          List<Upcoming> changes = result.value();
          if (changes == null || !changes.isEmpty()) {
            receiver.accept(result);
          }
        });
  }

  /**
   * Ends the batch before the next result, at once: what is being evaluated is interrupted. From
   * any thread; before the batch runs, it then takes no record.
   */
  public void cancel() {
    inOrder.cancel();
  }

  private <R> Result<R> result(LearnerRecord record, Function<Evaluation, R> work) {
    try {
      return new StatedBatchResult<>(record, work.apply(rules.evaluate(record, asOf)), null);
    } catch (Exception failure) {
      if (failure instanceof CancellationException) {
        // An interrupt ends the batch; it is no failure of the record.
        Interruption.check();
      }
      // Other languages than Java throw checked exceptions where none is declared.
      return new StatedBatchResult<>(
          record,
          null,
          failure instanceof RuntimeException unchecked
              ? unchecked
              : new IllegalStateException(failure.toString(), failure));
    }
  }

  /** Prepares a batch. Used by one thread. */
  public static final class Builder {
    private final CredentialRules rules;
    private final ZonedDateTime asOf;
    private Executor executor = Runnable::run;
    private int ahead = 1;
    private long every = Long.MAX_VALUE;
    private Consumer<Tally> progress = tally -> {};

    private Builder(CredentialRules rules, ZonedDateTime asOf) {
      this.rules = rules;
      this.asOf = asOf;
    }

    /**
     * Evaluates on an executor; without it, on the calling thread.
     *
     * @param ahead how many records may be in memory, evaluated or waiting; at least 1, and best a
     *     few times the number of threads
     */
    @CanIgnoreReturnValue
    public Builder on(Executor threads, int ahead) {
      this.executor = threads;
      this.ahead = ahead;
      return this;
    }

    /** Who is told how far the batch is, by the calling thread, each time after so many records. */
    @CanIgnoreReturnValue
    public Builder progress(long records, Consumer<Tally> told) {
      if (records < 1) {
        throw new IllegalArgumentException("`records` must be positive, but is " + records);
      }
      this.every = records;
      this.progress = told;
      return this;
    }

    /** The rules and the instant. */
    @Override
    public String toString() {
      return "batch at " + asOf + " by " + rules + ", not built";
    }

    /** The batch. */
    public Batch build() {
      return new Batch(this);
    }
  }

  /** The rules and the instant. */
  @Override
  public String toString() {
    return "batch at " + asOf + " by " + rules;
  }
}
