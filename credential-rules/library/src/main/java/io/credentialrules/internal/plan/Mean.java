package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mean that is to be brought to where it must be.
 *
 * @param greatest the greatest value that is known to be possible; null where none is known
 */
record Mean(List<BigDecimal> present, @Nullable BigDecimal greatest) {
  /** So many facts are rather asked for than one of a value that nobody is known to have had. */
  private static final int MOST_FACTS = 12;

  /** Of these values of a function. */
  static Mean of(
      List<BigDecimal> present, Summand summand, Step.Function function, PlanStart start) {
    String field = TotalGap.field(function, summand.match());
    return new Mean(
        present, field == null ? null : start.shownGreatest().of(summand.match(), field));
  }

  /** One more value for it: what closes the gap, or else the greatest where some of these do. */
  BigDecimal next(BigDecimal needs, boolean isStrict) {
    BigDecimal sum = present.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal exact =
        needs
            .multiply(BigDecimal.valueOf(present.size() + 1L), MathContext.DECIMAL128)
            .subtract(sum);
    BigDecimal enough = isStrict ? exact.add(TotalGap.least(needs)) : exact;
    BigDecimal most = greatest;
    if (most == null || enough.compareTo(most) <= 0 || most.compareTo(needs) <= 0) {
      return enough;
    }
    BigDecimal lacking = needs.multiply(BigDecimal.valueOf(present.size())).subtract(sum);
    int facts = Shortage.facts(lacking, most.subtract(needs), isStrict);
    return facts <= MOST_FACTS ? most : enough;
  }
}
