package io.credentialrules.internal.explain;

import io.credentialrules.Decision;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Alternative;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Route;
import io.credentialrules.Shortfall;
import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.SourceSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says why each credential of an evaluation is earned or not. Remembers what it has worked out;
 * used by one thread.
 */
public final class Explanation {
  private final Situation situation;
  private final Map<Integer, NotCounted> withdrawn;
  private final Holdings holdings;
  private final AwardDates dates;
  private final RequirementResults results;

  /**
   * Prepares to explain.
   *
   * @param notCounted in canonical order
   * @param withdrawn credentials that were suspended or revoked, by number
   * @param waivers by requirement number
   * @param outlook what would be if further facts counted
   */
  public Explanation(
      Program program,
      Situation situation,
      List<NotCounted> notCounted,
      Map<Integer, NotCounted> withdrawn,
      Map<Integer, Waiver> waivers,
      Outlook outlook) {
    this.situation = situation;
    this.withdrawn = withdrawn;
    Matcher matcher = new Matcher(situation);
    this.holdings = new Holdings(program, situation, notCounted);
    Allocations allocations = new Allocations(program, situation, matcher, waivers::containsKey);
    this.dates = new AwardDates(program, situation, matcher, holdings, allocations, waivers);
    this.results =
        new RequirementResults(
            program,
            situation,
            matcher,
            notCounted,
            waivers,
            outlook,
            holdings,
            allocations,
            dates);
  }

  /** The decision for one credential. */
  public Decision decision(Award award) {
    situation.budget().refill();
    List<Route> routes = new ArrayList<>();
    for (Way way : situation.waysInForce(award)) {
      routes.add(route(award, way));
    }
    if (situation.verdicts().earned(award.number())) {
      return new Decision.Earned(
          award.credential(),
          routes.stream().filter(route -> route.missing().isEmpty()).findFirst().orElse(null),
          holdings.first(award),
          dates.since(award),
          dates.until(award));
    }
    routes.sort(Comparator.comparingInt(route -> route.missing().size()));
    return new Decision.NotEarned(award.credential(), routes, holdings.lapsed(award));
  }

  /** Where one requirement stands. */
  public RequirementResult requirement(int number) {
    return results.of(number);
  }

  /**
   * Whether a way whose requirements are all satisfied, each by itself, is satisfied as a whole:
   * together where evidence is exclusive, and recently enough, counting renewals.
   */
  public boolean isComplete(Way way) {
    return dates.isComplete(way);
  }

  private Route route(Award award, Way way) {
    List<RequirementResult> requirements = new ArrayList<>();
    for (int requirement : way.requires()) {
      requirements.add(
          Allocations.isExclusive(way)
              ? results.exclusively(award, way, requirement)
              : results.of(requirement));
    }
    RequirementResult standing = standing(award, way);
    if (standing != null) {
      requirements.add(standing);
    }
    RequirementResult validity = validity(way);
    if (validity != null) {
      requirements.add(validity);
    }
    return new Route(
        way.rule().header().name(),
        way.rule().header().span(),
        requirements,
        way.recommends().stream().map(results::of).toList(),
        way.rule().settings(),
        way.rule().header().window(),
        situation.decisive(way.rule().settings().versionBy()));
  }

  /** That the credential was suspended or revoked; null while it is in good standing. */
  private @Nullable RequirementResult standing(Award award, Way way) {
    NotCounted held = withdrawn.get(award.number());
    if (held == null) {
      return null;
    }
    String condition = "not suspended or revoked";
    SourceSpan place = way.rule().header().span();
    return new RequirementResult(
        way.rule().id() + "#standing",
        Kind.STANDING,
        condition,
        RequirementState.REVOKED,
        List.of(),
        null,
        List.of(held),
        List.of(),
        List.of(
            new Alternative(
                way.rule().header().name(),
                place,
                List.of(new Shortfall.Withdrawn(condition, place, held)))),
        null);
  }

  /**
   * That a complete way is still valid, as a requirement of its own; null where it is valid for
   * ever or not complete.
   */
  private @Nullable RequirementResult validity(Way way) {
    LocalDate until = dates.validUntil(way);
    LocalDate achieved = dates.achieved(way);
    if (until == null || achieved == null) {
      return null;
    }
    String condition = "valid for " + way.rule().settings().validFor();
    boolean isValid = !until.isBefore(situation.today());
    Alternative lapsed =
        new Alternative(
            way.rule().header().name(),
            way.rule().header().span(),
            List.of(new Shortfall.Lapsed(condition, way.rule().header().span(), achieved, until)));
    return new RequirementResult(
        way.rule().id() + "#validity",
        Kind.VALIDITY,
        condition,
        isValid ? RequirementState.MET : RequirementState.EXPIRED,
        List.of(),
        null,
        List.of(),
        List.of(),
        isValid ? List.of() : List.of(lapsed),
        null);
  }
}
