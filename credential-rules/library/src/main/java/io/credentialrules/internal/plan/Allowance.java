package io.credentialrules.internal.plan;

/**
 * How often the rules may be asked for one purpose of a plan: so many times, less often of a large
 * record, and until that has cost enough. Used by one thread.
 */
final class Allowance {
  private static final int FACTS_OF_AN_ANSWER = 200;
  private static final long MOST_WORK = 100_000;

  private final PlanStart start;
  private final long begun;
  private int most;
  private int asked;

  /** For so many answers of a small record. */
  Allowance(PlanStart start, int most) {
    this.start = start;
    this.begun = start.work();
    this.most = answers(most, start.record().facts().size());
  }

  /** How many of so many answers there are of a record with so many facts. */
  static int answers(int most, int facts) {
    return Math.max(most * FACTS_OF_AN_ANSWER / (FACTS_OF_AN_ANSWER + facts), most / 20);
  }

  /** How many answers there are at most. */
  int most() {
    return most;
  }

  /** Allows so many times as many answers, for the same work. */
  void extend(int times) {
    most *= times;
  }

  /** Takes one answer. */
  void take() {
    asked++;
  }

  /** Whether no answer is left. */
  boolean isSpent() {
    return asked >= most || start.work() - begun > MOST_WORK;
  }
}
