package io.credentialrules.internal.plan;

import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.Plan.Cause;
import io.credentialrules.Plan.ClosedRoute;
import io.credentialrules.Plan.Obstacle;
import io.credentialrules.Plan.Unreachable;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.result.StatedClosedRoute;
import io.credentialrules.internal.result.StatedObstacle;
import io.credentialrules.internal.result.StatedUnreachable;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says why no plan was found: of each route the requirements that no further fact meets. */
final class Diagnosis {
  private final PlanStart start;
  private final GoalSearch goals;
  private final GoalSearch anyDate;
  private final Map<Integer, Found> prerequisites = new HashMap<>();

  Diagnosis(PlanStart start, GoalSearch goals) {
    this.start = start;
    this.goals = goals;
    this.anyDate = new GoalSearch(start, true, Set.of());
  }

  /** The obstacles, and whether it is certain that one of it cannot be removed. */
  private record Found(List<Obstacle> obstacles, boolean isCertain) {

    /** Of several, of which each would do. */
    static Found ofAll(List<Found> all) {
      return new Found(
          all.stream().flatMap(one -> one.obstacles().stream()).distinct().toList(),
          all.stream().allMatch(Found::isCertain));
    }

    /** Where what happened in the past may have been enough, and is not on record. */
    Found uncertain() {
      return new Found(obstacles.stream().map(StatedObstacle::uncertain).toList(), false);
    }
  }

  Unreachable of(Award award) {
    List<ClosedRoute> routes = new ArrayList<>();
    boolean isCertain = true;
    for (Way way : goals.waysInForce(award)) {
      Found found = of(award, way);
      isCertain &= found.isCertain();
      routes.add(
          new StatedClosedRoute(
              way.rule().header().name(), way.rule().header().span(), found.obstacles()));
    }
    routes.sort(Comparator.comparingInt(route -> route.obstacles().size()));
    return new StatedUnreachable(award.credential(), isCertain, routes);
  }

  private Found of(Award award, Way way) {
    start.budget().checkTime();
    if (start.empty().answer(start).withdrawn().contains(award.number())) {
      return new Found(
          List.of(ofRoute(award, way, Cause.REVOKED, true, "not suspended or revoked")), true);
    }
    List<Obstacle> obstacles = new ArrayList<>();
    boolean isCertain = false;
    State state = start.empty();
    for (Requirement requirement : goals.inOrder(way)) {
      State met = goals.requirement(requirement, award.number(), state);
      if (met == null) {
        Found found = of(requirement, award, state);
        obstacles.addAll(found.obstacles());
        isCertain |= found.isCertain();
      } else {
        state = met;
      }
    }
    if (obstacles.isEmpty()) {
      return new Found(
          List.of(ofRoute(award, way, Cause.NOT_FOUND, false, way.rule().header().name())), false);
    }
    return new Found(obstacles, isCertain);
  }

  private Obstacle ofRoute(
      Award award, Way way, Cause reason, boolean isCertain, String condition) {
    return new StatedObstacle(
        reason,
        isCertain,
        award.credential().id(),
        award.credential().id(),
        way.rule().header().name(),
        condition,
        way.rule().header().span(),
        reason == Cause.REVOKED ? withdrawn(award.credential().id()) : List.of(),
        null);
  }

  /** Why a requirement cannot be met: each of its alternatives is closed. */
  private Found of(Requirement requirement, Award award, State state) {
    List<Found> all = new ArrayList<>();
    List<Proof> proofs = goals.inForce(requirement);
    if (proofs.isEmpty()) {
      Proof first = requirement.proofs().get(0);
      Obstacle obstacle =
          new StatedObstacle(
              Cause.NOT_IN_FORCE,
              true,
              award.credential().id(),
              requirement.id(),
              requirement.name(),
              first.header().name(),
              first.header().span(),
              List.of(),
              null);
      all.add(new Found(List.of(obstacle), true));
    }
    for (Proof proof : proofs) {
      for (Branch branch : proof.branches()) {
        all.add(of(requirement, award, proof, branch, state));
      }
    }
    return Found.ofAll(all);
  }

  private Found of(Requirement requirement, Award award, Proof proof, Branch branch, State state) {
    int reached = reached(goals, requirement, award, proof, branch, state);
    Step step = branch.steps().get(Math.min(reached, branch.steps().size() - 1));
    if (step instanceof Step.Match match && PlanStart.isDerived(match.type())) {
      Found nested = prerequisites(match, branch, award, state);
      if (!nested.obstacles().isEmpty()) {
        return nested;
      }
    }
    boolean isTooEarly =
        start.leadsToLaterDay(() -> reached(goals, requirement, award, proof, branch, state));
    boolean isTooLate =
        !isTooEarly && reached(anyDate, requirement, award, proof, branch, state) > reached;
    Obstacle obstacle = obstacle(requirement, award, step, branch, state, isTooLate);
    return new Found(List.of(obstacle), obstacle.isCertain());
  }

  /** How many of the steps can be made to hold together. */
  private int reached(
      GoalSearch by,
      Requirement requirement,
      Award award,
      Proof proof,
      Branch branch,
      State state) {
    int reached = 0;
    while (reached < branch.steps().size()) {
      List<Step> steps = branch.steps().subList(0, reached + 1);
      SearchBounds bounds =
          by.bounds(requirement, award.number(), proof, state, start.range().all());
      boolean holds =
          by.search()
              .visit(bounds, steps, 0, Slots.empty(branch.slots()), state, (row, found) -> true);
      if (!holds) {
        return reached;
      }
      reached++;
    }
    return reached;
  }

  private Found prerequisites(Step.Match match, Branch branch, Award award, State state) {
    Slots slots = Slots.empty(branch.slots());
    if (match.tests().stream().anyMatch(test -> test.slots().size() > 1)) {
      return new Found(List.of(), false);
    }
    return Found.ofAll(
        match.type().name().equals(Vocabulary.EARNED)
            ? goals.referents().credentials(match, slots, state).stream()
                .map(this::prerequisite)
                .toList()
            : goals.referents().requirements(match, slots, state).stream()
                .map(one -> of(one, award, state))
                .toList());
  }

  /**
   * Why a prerequisite cannot be earned: looked into once, however many ways lead to it. Where it
   * need only have been earned once, nothing is certain: facts of the past may have done that.
   */
  private Found prerequisite(Award award) {
    Found known = prerequisites.get(award.number());
    if (known == null) {
      List<Way> ways = goals.waysInForce(award);
      known = Found.ofAll(ways.stream().map(way -> of(award, way)).toList());
      if (ways.isEmpty() || start.program().askedOnce().contains(award.number())) {
        known = known.uncertain();
      }
      prerequisites.put(award.number(), known);
    }
    return known;
  }

  private Obstacle obstacle(
      Requirement requirement,
      Award award,
      Step step,
      Branch branch,
      State state,
      boolean isTooLate) {
    Cause reason = Cause.NOT_FOUND;
    boolean isCertain = false;
    List<Fact> facts = List.of();
    Measure measure = null;
    boolean isFree = step.reads().isEmpty();
    Slots slots = Slots.empty(branch.slots());
    if (step instanceof Step.Match match && match.type().record() == Learner.class) {
      reason = Cause.LEARNER;
      isCertain = isFree;
      facts = List.of(start.record().learner());
    } else if (step instanceof Step.Match match && match.type().isStatedByInstitution()) {
      reason = Cause.INSTITUTION;
    } else if (isTooLate) {
      reason = Cause.TOO_LATE;
    } else if (isFree && step instanceof Step.None none) {
      reason = Cause.EXCLUDED;
      facts = facts(none.steps(), start.matcher(start.empty()).first(none.steps(), slots));
      isCertain = !facts.isEmpty() && none.steps().stream().allMatch(Step.Match.class::isInstance);
    } else if (isFree && step instanceof Step.Every every) {
      Candidate misfit = start.matcher(start.empty()).misfit(every, slots);
      reason = misfit == null ? Cause.NOT_FOUND : Cause.EXCLUDED;
      facts = misfit != null && misfit.fact() instanceof Fact fact ? List.of(fact) : List.of();
      isCertain = misfit != null && every.itself() != null;
    } else if (isFree && step instanceof Step.Total total) {
      Excess excess = Excess.of(total, start.matcher(state).totalled(total, slots));
      if (excess != null) {
        reason = Cause.TOO_MUCH;
        isCertain = excess.isCertain();
        measure = excess.measure();
      }
    }
    return new StatedObstacle(
        reason,
        isCertain,
        award.credential().id(),
        requirement.id(),
        requirement.name(),
        step.source().text(),
        step.source().span(),
        facts,
        measure);
  }

  private static List<Fact> facts(List<Step> steps, @Nullable Slots row) {
    List<Fact> facts = new ArrayList<>();
    for (Step step : steps) {
      if (row != null
          && step instanceof Step.Match match
          && row.at(match.slot()) instanceof Candidate candidate
          && candidate.fact() instanceof Fact fact) {
        facts.add(fact);
      }
    }
    return facts;
  }

  /** The credential as it was suspended or revoked. */
  private List<Fact> withdrawn(String credential) {
    return start.notCounted().stream()
        .filter(
            one ->
                one.reason() == NotCounted.Reason.REVOKED
                    || one.reason() == NotCounted.Reason.SUSPENDED)
        .map(NotCounted::fact)
        .filter(fact -> fact instanceof HeldCredential held && held.credential().equals(credential))
        .toList();
  }
}
