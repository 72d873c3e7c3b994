package io.credentialrules.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on the state of one requirement. */
public final class RequirementAssert extends AbstractAssert<RequirementAssert, RequirementResult> {

  RequirementAssert(RequirementResult actual) {
    super(actual, RequirementAssert.class);
  }

  /** It is met or waived. */
  @CanIgnoreReturnValue
  public RequirementAssert isSatisfied() {
    isNotNull();
    if (!actual.isSatisfied()) {
      throw failure("expected to be satisfied, but was%n%s", Answer.describe(actual));
    }
    return this;
  }

  /** It has that state. */
  @CanIgnoreReturnValue
  public RequirementAssert isIn(RequirementState state) {
    isNotNull();
    if (actual.state() != state) {
      throw failureWithActualExpected(
          actual.state(),
          state,
          "expected to be %s, but was%n%s",
          Keys.word(state),
          Answer.describe(actual));
    }
    return this;
  }

  /**
   * This amount decides it, exactly: {@code hasAmount("199.5", "200", "hours")}.
   *
   * @param has what there is
   * @param needs what is asked for
   * @param unit the unit of both
   */
  @CanIgnoreReturnValue
  public RequirementAssert hasAmount(String has, String needs, String unit) {
    isNotNull();
    Measure measure = actual.measure();
    if (measure == null
        || !same(measure.has(), has)
        || !same(measure.needs(), needs)
        || !measure.unit().equals(unit)) {
      throw failure(
          "expected to have %s and to need %s %s, but was%n%s",
          has, needs, unit, Answer.describe(actual));
    }
    return this;
  }

  /** Exactly these credentials come first, in any order. */
  @CanIgnoreReturnValue
  public RequirementAssert isBlockedBy(String... credentials) {
    isNotNull();
    List<String> expected = List.of(credentials).stream().sorted().toList();
    List<String> blocking = actual.blockedBy().stream().sorted().toList();
    if (!blocking.equals(expected)) {
      throw failureWithActualExpected(
          blocking,
          expected,
          "expected to be blocked by %s, but was%n%s",
          expected,
          Answer.describe(actual));
    }
    return this;
  }

  private static boolean same(@Nullable BigDecimal amount, String expected) {
    return amount != null && amount.compareTo(new BigDecimal(expected)) == 0;
  }
}
