package io.credentialrules.testkit;

import io.credentialrules.Credential;
import io.credentialrules.Decision;
import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Route;
import io.credentialrules.Shortfall;
import io.credentialrules.internal.result.StatedAlternative;
import io.credentialrules.internal.result.StatedAmount;
import io.credentialrules.internal.result.StatedCredential;
import io.credentialrules.internal.result.StatedEarned;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.internal.result.StatedMissingFact;
import io.credentialrules.internal.result.StatedNotCounted;
import io.credentialrules.internal.result.StatedNotEarned;
import io.credentialrules.internal.result.StatedRequirementResult;
import io.credentialrules.internal.result.StatedRoute;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of answers for the tests of a host, such as of a screen that shows decisions, without a
 * policy. They are checked as those of the library are: a decision that contradicts itself cannot
 * be made. Where a small policy is at hand, evaluate it instead.
 */
public final class Fixtures {
  /** Where everything is that is made here. */
  private static final SourceSpan PLACE = new SourceSpan("fixture/fixture.drl", 1, 1, 1, 2);

  private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

  private Fixtures() {}

  /** A credential of the pack {@code fixture}, without a pathway. */
  public static Credential credential(String id, String name) {
    return new StatedCredential(id, name, null, null, "fixture");
  }

  /** An amount of which at least so much is needed; {@code has} is null where there is none. */
  public static Measure atLeast(@Nullable BigDecimal has, BigDecimal needs, String unit) {
    return new StatedMeasure(has, Operator.AT_LEAST, needs, unit);
  }

  /** A fact that does not count. */
  public static NotCounted notCounted(Fact fact, NotCounted.Reason reason) {
    return new StatedNotCounted(fact, reason);
  }

  /** That no fact satisfies a condition. */
  public static Shortfall missingFact(String condition, String factType) {
    return new StatedMissingFact(condition, PLACE, factType, List.of());
  }

  /** That an amount does not suffice. */
  public static Shortfall amount(String condition, Measure measure, Fact... counted) {
    return new StatedAmount(condition, PLACE, measure, List.of(counted));
  }

  /** A requirement that is met by some facts. */
  public static RequirementResult met(String id, String name, Fact... evidence) {
    return new StatedRequirementResult(
        id,
        Kind.REQUIREMENT,
        name,
        RequirementState.MET,
        List.of(evidence),
        null,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** A requirement that is not met. */
  public static RequirementResult unmet(String id, String name, Shortfall... shortfalls) {
    return missing(id, name, RequirementState.UNMET, List.of(), shortfalls);
  }

  /**
   * A requirement that is not met, in a state of its own.
   *
   * @param state one that does not satisfy, and neither {@link RequirementState#BLOCKED} nor {@link
   *     RequirementState#NOT_APPLICABLE}
   * @param notCounted the facts that would meet it if they counted
   */
  public static RequirementResult missing(
      String id,
      String name,
      RequirementState state,
      List<NotCounted> notCounted,
      Shortfall... shortfalls) {
    Measure measure =
        List.of(shortfalls).stream()
            .filter(Shortfall.Amount.class::isInstance)
            .map(shortfall -> ((Shortfall.Amount) shortfall).measure())
            .findFirst()
            .orElse(null);
    return new StatedRequirementResult(
        id,
        Kind.REQUIREMENT,
        name,
        state,
        List.of(),
        measure,
        notCounted,
        List.of(),
        List.of(new StatedAlternative(name, PLACE, List.of(shortfalls))),
        null);
  }

  /** A credential that is earned by a route of these requirements, all of which are satisfied. */
  public static Decision.Earned earned(
      Credential credential, @Nullable LocalDate since, RequirementResult... requirements) {
    return new StatedEarned(credential, route(credential, requirements), null, since, null);
  }

  /** A credential that is not earned, whose one route lacks some of these requirements. */
  public static Decision.NotEarned notEarned(
      Credential credential, RequirementResult... requirements) {
    return new StatedNotEarned(
        credential, List.of(route(credential, requirements)), List.of(), null);
  }

  private static Route route(Credential credential, RequirementResult... requirements) {
    return new StatedRoute(
        credential.name(),
        PLACE,
        List.of(requirements),
        List.of(),
        CredentialSettings.DEFAULT,
        Window.ALWAYS,
        ANY_DAY,
        List.of(),
        List.of());
  }
}
