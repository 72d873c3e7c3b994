package io.credentialrules.internal.limit;

import io.credentialrules.policy.Condition;

/**
 * Counts the alternatives of a rule once each {@code or} is expanded, which is what compiling it
 * costs.
 */
public final class Alternatives {
  private Alternatives() {}

  /** As many, or {@code most + 1} if there are more. */
  public static long of(Condition condition, long most) {
    if (condition instanceof Condition.All all) {
      long product = 1;
      for (Condition part : all.parts()) {
        product = Math.min(product * of(part, most), most + 1);
      }
      return product;
    }
    if (condition instanceof Condition.Any any) {
      long sum = 0;
      for (Condition part : any.parts()) {
        sum = Math.min(sum + of(part, most), most + 1);
      }
      return sum;
    }
    if (condition instanceof Condition.Not not) {
      return of(not.part(), most);
    }
    if (condition instanceof Condition.Exists exists) {
      return of(exists.part(), most);
    }
    if (condition instanceof Condition.Accumulate accumulate) {
      return of(accumulate.source(), most);
    }
    return 1;
  }
}
