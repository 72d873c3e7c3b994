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

  private final Limits limits;
  private final WorkTime time;
  private long rows;

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
