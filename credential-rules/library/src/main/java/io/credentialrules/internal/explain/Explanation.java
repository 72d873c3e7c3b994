package io.credentialrules.internal.explain;

import io.credentialrules.Decision;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Alternative;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Route;
import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.result.StatedAlternative;
import io.credentialrules.internal.result.StatedEarned;
import io.credentialrules.internal.result.StatedLapsed;
import io.credentialrules.internal.result.StatedNotEarned;
import io.credentialrules.internal.result.StatedRequirementResult;
import io.credentialrules.internal.result.StatedRoute;
import io.credentialrules.internal.result.StatedWithdrawn;
import io.credentialrules.internal.timeline.Allocations;
import io.credentialrules.internal.timeline.Span;
import io.credentialrules.internal.timeline.Timeline;
import io.credentialrules.internal.timeline.Validity;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.RuleHeader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says why each credential of an evaluation is earned or not. Remembers what it has worked out;
 * used by one thread.
 */
public final class Explanation {
  private final Program program;
  private final Situation situation;
  private final Map<Integer, NotCounted> withdrawn;
  private final Outlook outlook;
  private final Timeline timeline;
  private final Holdings holdings;
  private final Allocations allocations;
  private final RequirementResults results;
  private final Map<Integer, Decision> decisions = new HashMap<>();

  /**
   * Prepares to explain.
   *
   * @param notCounted in canonical order
   * @param withdrawn credentials that were suspended or revoked, by number
   * @param waivers by requirement number
   * @param timeline what the record earns on other days
   * @param outlook what would be if further facts counted, or time passed
   */
  public Explanation(
      Program program,
      Situation situation,
      List<NotCounted> notCounted,
      Map<Integer, NotCounted> withdrawn,
      Map<Integer, Waiver> waivers,
      Timeline timeline,
      Outlook outlook) {
    this.program = program;
    this.situation = situation;
    this.withdrawn = withdrawn;
    this.outlook = outlook;
    this.timeline = timeline;
    this.holdings = new Holdings(program, situation, notCounted);
    Matcher matcher = new Matcher(situation);
    this.allocations = new Allocations(program, situation, matcher, waivers::containsKey);
    this.results =
        new RequirementResults(
            program,
            situation,
            notCounted,
            waivers,
            outlook,
            new Bases(matcher, new FactDays(program, situation, timeline), timeline, allocations),
            holdings);
  }

  /** The decision for one credential. */
  public Decision decision(Award award) {
    Decision known = decisions.get(award.number());
    if (known == null) {
      known = decided(award);
      decisions.put(award.number(), known);
    }
    return known;
  }

  private Decision decided(Award award) {
    Interruption.check();
    situation.budget().refill();
    boolean isEarned = situation.verdicts().earned(award.number());
    Span span = isEarned ? timeline.earned(award.number()) : new Span(null, null);
    List<Route> routes = new ArrayList<>();
    Route taken = null;
    boolean lasts = false;
    for (Way way : situation.waysInForce(award)) {
      Route route = route(award, way, span.until());
      routes.add(route);
      if (isEarned && route.missing().isEmpty() && !lasts) {
        boolean isLonger = timeline.lasts(way, span.until());
        taken = taken == null || isLonger ? route : taken;
        lasts = isLonger;
      }
    }
    if (isEarned) {
      return new StatedEarned(
          award.credential(), taken, holdings.of(award), span.since(), span.until());
    }
    if (routes.size() > 1) {
      routes.sort(Comparator.comparingInt(route -> route.missing().size()));
    }
    return new StatedNotEarned(
        award.credential(), routes, holdings.lapsed(award), outlook.eligibleFrom(award.number()));
  }

  /** The state of one requirement. */
  public RequirementResult requirement(int number) {
    return results.of(number);
  }

  /**
   * Whether a way whose requirements are all satisfied, each by itself, is satisfied as a whole:
   * together where evidence is exclusive, and recently enough, counting renewals.
   */
  public boolean isComplete(Way way) {
    return allocations.areSatisfied(way) && validity(way) == null;
  }

  /** How a validity has ended; null while it has not. */
  private @Nullable Validity validity(Way way) {
    Validity validity = timeline.validity(way);
    return validity == null || validity.isValid() ? null : validity;
  }

  private Route route(Award award, Way way, @Nullable LocalDate until) {
    List<RequirementResult> requirements = new ArrayList<>();
    for (int requirement : way.requires()) {
      Interruption.check();
      situation.budget().refill();
      requirements.add(results.of(way, requirement, until));
    }
    situation.budget().refill();
    RequirementResult standing = standing(award, way);
    if (standing != null) {
      requirements.add(standing);
    }
    RequirementResult recency = recency(way);
    if (recency != null) {
      requirements.add(recency);
    }
    return new StatedRoute(
        way.rule().header().name(),
        way.rule().header().span(),
        requirements,
        way.recommends().stream().map(results::of).toList(),
        way.rule().settings(),
        way.rule().header().window(),
        situation.decisive(way.rule().settings().versionBy()),
        sources(way),
        alignments(way));
  }

  private List<String> sources(Way way) {
    Set<String> sources = new LinkedHashSet<>();
    for (RuleHeader header : headers(way)) {
      if (header.source() != null) {
        sources.add(header.source());
      }
    }
    return List.copyOf(sources);
  }

  private List<AlignmentTarget> alignments(Way way) {
    Set<AlignmentTarget> alignments = new LinkedHashSet<>();
    headers(way).forEach(header -> alignments.addAll(header.alignments()));
    return List.copyOf(alignments);
  }

  /** Of the rule, and of what proves its requirements. */
  private List<RuleHeader> headers(Way way) {
    List<RuleHeader> headers = new ArrayList<>();
    headers.add(way.rule().header());
    for (int requirement : way.requires()) {
      for (Proof proof : situation.proofsInForce(program.requirements().get(requirement))) {
        headers.add(proof.header());
      }
    }
    return headers;
  }

  /** That the credential was suspended or revoked; null while it is in good standing. */
  private @Nullable RequirementResult standing(Award award, Way way) {
    NotCounted held = withdrawn.get(award.number());
    if (held == null) {
      return null;
    }
    String condition = "not suspended or revoked";
    SourceSpan place = way.rule().header().span();
    return new StatedRequirementResult(
        way.rule().id() + "#standing",
        Kind.STANDING,
        condition,
        RequirementState.REVOKED,
        List.of(),
        null,
        List.of(held),
        List.of(),
        List.of(
            new StatedAlternative(
                way.rule().header().name(),
                place,
                List.of(new StatedWithdrawn(condition, place, held)))),
        null);
  }

  /**
   * That a complete way is still valid, as a requirement of its own; null where it is valid for
   * ever or not complete.
   */
  private @Nullable RequirementResult recency(Way way) {
    Validity validity = allocations.areSatisfied(way) ? timeline.validity(way) : null;
    if (validity == null) {
      return null;
    }
    String condition = "valid for " + way.rule().settings().validity();
    SourceSpan place = way.rule().header().span();
    List<Requirement> notRenewed =
        validity.notRenewed().stream().map(program.requirements()::get).toList();
    Alternative lapsed =
        new StatedAlternative(
            way.rule().header().name(),
            place,
            List.of(
                new StatedLapsed(
                    condition,
                    place,
                    validity.achieved(),
                    validity.until(),
                    notRenewed.stream().map(Requirement::id).toList(),
                    notRenewed.stream().map(Requirement::name).toList())));
    return new StatedRequirementResult(
        way.rule().id() + "#validity",
        Kind.VALIDITY,
        condition,
        validity.isValid() ? RequirementState.MET : RequirementState.EXPIRED,
        List.of(),
        null,
        List.of(),
        List.of(),
        validity.isValid() ? List.of() : List.of(lapsed),
        null);
  }
}
