package io.credentialrules.internal.program;

import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.internal.work.Interruption;

/**
 * What one evaluation may spend: combinations of facts looked at, and time. The engine can bound
 * neither, so every test that joins facts spends from it. Used by one thread.
 */
public final class Budget {
  private static final int ROWS_BETWEEN_LOOKS_AT_THE_TIME = 64;

  /** Since when something is earned is asked on each day on which it can change. */
  private static final long TIMES_FOR_ALL_DAYS = 20;

  private final Limits limits;
  private final WorkTime time;
  private long rows;
  private long rowsOfDays;

  /** A fresh budget, whose time starts now. */
  public Budget(Limits limits) {
    this(limits, new WorkTime());
  }

  private Budget(Limits limits, WorkTime time) {
    this.limits = limits;
    this.time = time;
  }

  /** As many combinations of facts again, within the time that is left. */
  public Budget again() {
    return new Budget(limits, time);
  }

  /** Spends no time until {@link #resume}. */
  public void pause() {
    time.pause();
  }

  /** Spends time again after {@link #pause}, perhaps for another thread. */
  public void resume() {
    time.resume();
  }

  /** Begins to count combinations of facts anew; the time runs on. */
  public void refill() {
    rows = 0;
  }

  /**
   * The same for a further day of those on which a question looks at the rules; all of them
   * together have so many times the combinations of one.
   */
  public void refillForDay() {
    rowsOfDays += rows;
    rows = 0;
    if (rowsOfDays > TIMES_FOR_ALL_DAYS * limits.maxJoinRows()) {
      throw new LimitExceededException(
          "maxJoinRows",
          limits.maxJoinRows(),
          "since when and until when it is earned depends on too many combinations of facts on too many days; join patterns by a shared field, or raise the limit");
    }
  }

  /** Spends one combination of facts. */
  public void spendRow() {
    if (++rows > limits.maxJoinRows()) {
      throw new LimitExceededException(
          "maxJoinRows",
          limits.maxJoinRows(),
          "the rules look at too many combinations of facts; join patterns by a shared field, or raise the limit");
    }
    if (rows % ROWS_BETWEEN_LOOKS_AT_THE_TIME == 0) {
      checkTime();
    }
  }

  /** Fails when the time is up, or the thread is interrupted. */
  public void checkTime() {
    Interruption.check();
    if (time.isBeyond(limits.evaluationTime())) {
      throw new LimitExceededException(
          "evaluationTime",
          limits.evaluationTime().toMillis(),
          "the evaluation takes too many milliseconds; simplify the rules, or raise the limit");
    }
  }
}
