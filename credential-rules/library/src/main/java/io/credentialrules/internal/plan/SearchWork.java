package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Budget;

/**
 * How much was looked at for a plan, in facts that were made: what bounds a search is never the
 * clock, so that the same question has the same plan. An answer of the rules counts as some; where
 * the rules looked at more for it, as more. Used by one thread.
 */
final class SearchWork {
  private static final int OF_AN_ANSWER = 20;

  /** Units of the budget that take about as long as to make a fact. */
  private static final int UNITS_OF_A_FACT = 12;

  private final Budget budget;
  private long counted;
  private long facts;

  SearchWork(Budget budget) {
    this.budget = budget;
    this.counted = budget.work();
  }

  long facts() {
    return facts + (budget.work() - counted) / UNITS_OF_A_FACT;
  }

  /** One fact was made. */
  void madeFact() {
    spend(1);
  }

  /** The rules have answered. */
  void answered() {
    spend(OF_AN_ANSWER);
  }

  private void spend(int least) {
    budget.checkTime();
    long units = budget.work();
    facts += Math.max(least, (units - counted) / UNITS_OF_A_FACT);
    counted = units;
  }
}
