package io.credentialrules.internal.program;

import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.internal.work.Interruption;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one evaluation may spend: combinations of facts looked at, and time. The engine can bound
 * neither, so every test that joins facts spends from it. Used by one thread.
 */
public final class Budget {
  private static final int WORK_BETWEEN_LOOKS_AT_THE_TIME = 64;

  /** Since when something is earned is asked on each day on which it can change. */
  private static final long TIMES_FOR_ALL_DAYS = 20;

  /** More than rules compare that people write and read, and still soon done. */
  private static final int COMPARISONS_OF_A_ROW = 32;

  /** So many comparisons take about as long as to look at a combination. */
  private static final int COMPARISONS_LIKE_A_ROW = 4;

  /** What hosts that allow fewer combinations allow of the rest nevertheless. */
  private static final long FEWEST_ROWS = 1_000;

  private static final int COMPARISONS_BETWEEN_LOOKS_AT_THE_TIME = 512;

  /** All decisions of one question have so many times the work of one. */
  private static final long TIMES_FOR_ALL_DECISIONS = 20;

  private final Limits limits;
  private final WorkTime time;
  private final Work work;
  private long rows;
  private long comparisons;
  private long nextLook = COMPARISONS_BETWEEN_LOOKS_AT_THE_TIME;
  private long workOfDecisions;
  private long workOfDays;
  private int question;

  /** A fresh budget, whose time starts now. */
  public Budget(Limits limits) {
    this(limits, new WorkTime(), new Work());
  }

  private Budget(Limits limits, WorkTime time, Work work) {
    this.limits = limits;
    this.time = time;
    this.work = work;
  }

  /** Shared by all budgets of one question. */
  private static final class Work {
    private long units;
    private int question;
  }

  /** As many combinations of facts again, within the time that is left. */
  public Budget again() {
    return new Budget(limits, time, work);
  }

  /**
   * Begins to count everything anew for a further question, the time too, on this budget and on all
   * that share its work.
   */
  public void beginQuestion() {
    work.question++;
    time.restart();
  }

  /** What earlier questions spent is of no interest to this one. */
  private void ofThisQuestion() {
    if (question != work.question) {
      question = work.question;
      workOfDecisions = 0;
      workOfDays = 0;
      begin();
    }
  }

  /** Spends no time until {@link #resume}. */
  public void pause() {
    time.pause();
  }

  /** Spends time again after {@link #pause}, perhaps for another thread. */
  public void resume() {
    time.resume();
  }

  /**
   * How much was done on this budget and on those made from it, in units that take about as long as
   * each other on one machine: combinations of facts, days, facts that a rule takes up. The same on
   * every machine, so whoever asks many questions at once ends by it before the time ends them.
   */
  public long work() {
    return work.units;
  }

  /** Counts units of {@link #work} that nothing else bounds. */
  public void countWork(int units) {
    work.units += units;
  }

  /**
   * Begins to count combinations of facts anew for a further decision; the time runs on, and so
   * does what all decisions have together.
   */
  public void refill() {
    ofThisQuestion();
    workOfDecisions += rows + comparisons / COMPARISONS_LIKE_A_ROW;
    begin();
    if (workOfDecisions > TIMES_FOR_ALL_DECISIONS * rowsAllowed()) {
      throw new LimitExceededException(
          "maxJoinRows",
          limits.maxJoinRows(),
          "all decisions together look at too many combinations of facts; ask for some of them, let each pattern ask for more of its facts alone, or raise the limit");
    }
  }

  /** The same for a further question, which has all again that decisions have together. */
  public void refillForQuestion() {
    workOfDecisions = 0;
    begin();
  }

  private long rowsAllowed() {
    return Math.max(limits.maxJoinRows(), FEWEST_ROWS);
  }

  /**
   * What work comes to whose combinations of facts are counted apart from what is spent before and
   * after it, so that it ends at the same place whatever else was asked; they count for what all
   * decisions have together.
   */
  public <T> T apart(Supplier<T> work) {
    ofThisQuestion();
    long rowsBefore = rows;
    long comparisonsBefore = comparisons;
    begin();
    try {
      return work.get();
    } finally {
      refill();
      rows = rowsBefore;
      comparisons = comparisonsBefore;
      nextLook = comparisons + COMPARISONS_BETWEEN_LOOKS_AT_THE_TIME;
    }
  }

  /**
   * The same.
   *
   * @param otherwise what there is where the work looks at more combinations than are allowed
   */
  public <T> T apart(Supplier<T> work, Function<LimitExceededException, T> otherwise) {
    boolean[] isSpent = new boolean[1];
    try {
      return apart(
          () -> {
            try {
              return work.get();
            } finally {
              isSpent[0] = isSpent();
            }
          });
    } catch (LimitExceededException exceeded) {
      if (!isSpent[0]) {
        throw exceeded;
      }
      return otherwise.apply(exceeded);
    }
  }

  /** Whether further work that is counted apart leaves enough of what all decisions have. */
  public boolean hasWorkApart() {
    ofThisQuestion();
    return workOfDecisions <= TIMES_FOR_ALL_DECISIONS / 2 * rowsAllowed();
  }

  /**
   * Whether something is seen to hold with the combinations that are left; not where they end
   * before.
   */
  public boolean isSeen(BooleanSupplier holds) {
    try {
      return holds.getAsBoolean();
    } catch (LimitExceededException exceeded) {
      if (!isSpent()) {
        throw exceeded;
      }
      return false;
    }
  }

  private boolean isSpent() {
    return rows > limits.maxJoinRows() || comparisons > COMPARISONS_OF_A_ROW * rowsAllowed();
  }

  private void begin() {
    rows = 0;
    comparisons = 0;
    nextLook = COMPARISONS_BETWEEN_LOOKS_AT_THE_TIME;
  }

  /** The same for a further day of those on which a question looks at the rules. */
  public void refillForDay() {
    ofThisQuestion();
    spendOnDays(rows + comparisons / COMPARISONS_LIKE_A_ROW + 1);
    begin();
  }

  /**
   * Spends from what all days have together on which a question looks at the rules: so many times
   * the combinations of one.
   *
   * @param days combinations of facts, or days
   */
  public void spendOnDays(long days) {
    ofThisQuestion();
    long before = workOfDays;
    workOfDays += days;
    work.units += days;
    if (workOfDays > TIMES_FOR_ALL_DAYS * limits.maxJoinRows()) {
      throw new LimitExceededException(
          "maxJoinRows",
          limits.maxJoinRows(),
          "since when and until when it is earned depends on too many combinations of facts on too many days; let each pattern ask for more of its facts alone, or raise the limit");
    }
    if (workOfDays / WORK_BETWEEN_LOOKS_AT_THE_TIME != before / WORK_BETWEEN_LOOKS_AT_THE_TIME) {
      checkTime();
    }
  }

  /** Spends one combination of facts, and what it is compared with. */
  public void spendRow(List<Test> tests) {
    spendRow();
    spendComparisons(Test.work(tests));
  }

  /**
   * Spends comparisons. They are bounded by themselves, because a rule may make hundreds of them
   * with each fact.
   */
  public void spendComparisons(int most) {
    ofThisQuestion();
    comparisons += most;
    if (comparisons < nextLook) {
      return;
    }
    nextLook = comparisons + COMPARISONS_BETWEEN_LOOKS_AT_THE_TIME;
    work.units += COMPARISONS_BETWEEN_LOOKS_AT_THE_TIME / COMPARISONS_LIKE_A_ROW;
    if (comparisons > COMPARISONS_OF_A_ROW * rowsAllowed()) {
      throw new LimitExceededException(
          "maxJoinRows",
          limits.maxJoinRows(),
          "the rules compare the facts with too much; use fewer comparisons in a rule, such as a list after `in`, or raise the limit");
    }
    checkTime();
  }

  /** Spends one combination of facts. */
  public void spendRow() {
    ofThisQuestion();
    work.units++;
    if (++rows > limits.maxJoinRows()) {
      throw new LimitExceededException(
          "maxJoinRows",
          limits.maxJoinRows(),
          "the rules look at too many combinations of facts; let each pattern ask for more of its facts alone, or raise the limit");
    }
    if (rows % WORK_BETWEEN_LOOKS_AT_THE_TIME == 0) {
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
