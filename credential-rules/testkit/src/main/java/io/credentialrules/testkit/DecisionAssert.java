package io.credentialrules.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.credentialrules.Decision;
import io.credentialrules.RequirementResult;
import io.credentialrules.vocabulary.Fact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the decision about one credential. What is lacking is what the nearest route lacks.
 */
public final class DecisionAssert extends AbstractAssert<DecisionAssert, Decision> {

  DecisionAssert(Decision actual) {
    super(actual, DecisionAssert.class);
  }

  /** It is earned. */
  @CanIgnoreReturnValue
  public DecisionAssert isEarned() {
    isNotNull();
    if (!actual.isEarned()) {
      throw failure("expected to be earned, but was%n%s", Answer.describe(actual));
    }
    return this;
  }

  /** It is earned, and rests on these facts and no others, in any order. */
  @CanIgnoreReturnValue
  public DecisionAssert isEarnedOn(Fact... facts) {
    isEarned();
    Set<Fact> expected = new LinkedHashSet<>(List.of(facts));
    Set<Fact> evidence = new LinkedHashSet<>();
    if (actual instanceof Decision.Earned earned && earned.held() != null) {
      evidence.add(earned.held());
    }
    actual.requirements().forEach(requirement -> evidence.addAll(requirement.evidence()));
    if (!evidence.equals(expected)) {
      throw failureWithActualExpected(
          evidence,
          expected,
          "expected to rest on exactly%n  %s%nbut rests on%n  %s%n%s",
          expected,
          evidence,
          Answer.describe(actual));
    }
    return this;
  }

  /** It is not earned. */
  @CanIgnoreReturnValue
  public DecisionAssert isNotEarned() {
    isNotNull();
    if (actual.isEarned()) {
      throw failure("expected not to be earned, but was%n%s", Answer.describe(actual));
    }
    return this;
  }

  /** It is not earned and lacks these requirements, and maybe others. */
  @CanIgnoreReturnValue
  public DecisionAssert lacking(String... requirements) {
    isNotEarned();
    if (!missing().containsAll(List.of(requirements))) {
      throw failure(
          "expected to lack %s, but was%n%s", List.of(requirements), Answer.describe(actual));
    }
    return this;
  }

  /** It is not earned and lacks these requirements and no others, in any order. */
  @CanIgnoreReturnValue
  public DecisionAssert lackingOnly(String... requirements) {
    isNotEarned();
    List<String> expected = List.of(requirements).stream().sorted().toList();
    List<String> missing = missing().stream().sorted().toList();
    if (!missing.equals(expected)) {
      throw failureWithActualExpected(
          missing,
          expected,
          "expected to lack exactly %s, but was%n%s",
          expected,
          Answer.describe(actual));
    }
    return this;
  }

  /** One of its requirements. */
  public RequirementAssert requirement(String requirement) {
    isNotNull();
    RequirementResult found =
        actual.requirements().stream()
            .filter(result -> result.id().equals(requirement))
            .findFirst()
            .orElseThrow(
                () ->
                    failure(
                        "expected to have the requirement `%s`, but has %s",
                        requirement,
                        actual.requirements().stream().map(RequirementResult::id).toList()));
    return new RequirementAssert(found).as(getWritableAssertionInfo().description());
  }

  private List<String> missing() {
    return actual instanceof Decision.NotEarned notEarned
        ? notEarned.missing().stream().map(RequirementResult::id).toList()
        : List.of();
  }
}
