package io.credentialrules.internal.plan;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.Condition;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes credentials earned and requirements met by adding facts: of all routes, rules and
 * alternatives in force the one that takes the fewest. Used by one thread.
 */
final class Solver implements StepSearch.Goals {
  private static final int ROUNDS = 4;
  private static final int GOALS = 100;
  private static final List<Integer> MOST = List.of(0, 1, 2, 3, 5, 8, 16, 32, 64, 128);

  private final World world;
  private final StepSearch search;
  private final Map<Goal, Optional<State>> known = new HashMap<>();
  private boolean isCut;

  private record Goal(boolean isCredential, int number, State from) {}

  Solver(World world, boolean allowsPast, Set<Condition> banned) {
    this.world = world;
    this.search = new StepSearch(world, new Domain(world, allowsPast), this, banned);
  }

  StepSearch search() {
    return search;
  }

  /** Whether something was left out because it would have taken too long. */
  boolean isCut() {
    return isCut;
  }

  /** The facts of a state and those with which a credential is earned; null when none are found. */
  @Nullable State credential(Award award, State from) {
    if (world.isEarned(from, award.number())) {
      return from;
    }
    Goal goal = new Goal(true, award.number(), from);
    Optional<State> solved = known.get(goal);
    if (solved == null) {
      solved = Optional.ofNullable(solve(award, from));
      known.put(goal, solved);
    }
    return solved.orElse(null);
  }

  private @Nullable State solve(Award award, State from) {
    State best = renewed(award, from);
    if (from.answer(world).withdrawn().contains(award.number())) {
      return best;
    }
    for (Way way : waysInForce(award)) {
      best = State.smaller(best, way(award, way, from));
    }
    return best;
  }

  List<Way> waysInForce(Award award) {
    return award.ways().stream()
        .filter(
            way -> world.isInForce(way.rule().header().window(), way.rule().settings().versionBy()))
        .toList();
  }

  List<Proof> inForce(Requirement requirement) {
    return requirement.proofs().stream()
        .filter(proof -> world.isInForce(proof.header().window(), proof.versionBy()))
        .toList();
  }

  /**
   * With the credential itself, which the learner holds already, reviewed, completed or renewed.
   */
  private @Nullable State renewed(Award award, State from) {
    Condition asked = award.ways().get(0).rule().when();
    int requirement = award.ways().get(0).requires().stream().findFirst().orElse(0);
    State best = null;
    for (Draft draft :
        world.upgrades(
            world.type(HeldCredential.class.getSimpleName()),
            from,
            new Draft.Origin(award.number(), requirement, asked, null, null))) {
      if (draft.fact() instanceof HeldCredential held
          && held.credential().equals(award.credential().id())) {
        State with = from.plus(draft);
        if (world.isEarned(with, award.number())) {
          best = State.smaller(best, with);
        }
      }
    }
    return best;
  }

  /** What a way asks for, prerequisites first; again where a later fact undoes an earlier one. */
  private @Nullable State way(Award award, Way way, State from) {
    State state = from;
    for (int round = 0; round < ROUNDS; round++) {
      for (Requirement requirement : inOrder(way)) {
        State met = requirement(requirement, award.number(), state);
        if (met == null) {
          return null;
        }
        state = met;
      }
      if (world.isEarned(state, award.number())) {
        return state;
      }
      State reached = state;
      if (way.requires().stream().allMatch(reached.verdicts(world)::satisfied)) {
        return again(award, way, reached);
      }
    }
    return null;
  }

  List<Requirement> inOrder(Way way) {
    List<Requirement> requirements =
        new ArrayList<>(way.requires().stream().map(program().requirements()::get).toList());
    requirements.sort(Comparator.comparing(one -> one.kind() != Kind.PREREQUISITE));
    return requirements;
  }

  private Program program() {
    return world.program();
  }

  /** The facts of a state and those with which a requirement is met; null when none are found. */
  @Nullable State requirement(Requirement requirement, int credential, State from) {
    if (from.verdicts(world).satisfied(requirement.number())) {
      return from;
    }
    Goal goal = new Goal(false, requirement.number(), from);
    Optional<State> solved = known.get(goal);
    if (solved == null) {
      State best = null;
      for (Proof proof : inForce(requirement)) {
        for (Branch branch : proof.branches()) {
          best = State.smaller(best, branch(requirement, credential, proof, branch, from));
        }
      }
      solved = Optional.ofNullable(best);
      known.put(goal, solved);
    }
    return solved.orElse(null);
  }

  private @Nullable State branch(
      Requirement requirement, int credential, Proof proof, Branch branch, State from) {
    for (int most : MOST) {
      Walk walk = walk(requirement, credential, proof, from, most);
      State found =
          search(
              walk,
              branch.steps(),
              branch.slots(),
              from,
              state -> state.verdicts(world).satisfied(requirement.number()));
      if (found != null || !walk.isCut()) {
        return found;
      }
      if (walk.isExhausted()) {
        isCut = true;
        return null;
      }
    }
    isCut = true;
    return null;
  }

  Walk walk(Requirement requirement, int credential, Proof proof, State from, int most) {
    var scale = proof.header().scale();
    return new Walk(
        world,
        credential,
        requirement.number(),
        scale == null ? List.of() : scale.levels(),
        from.steps(),
        most);
  }

  /** What a state must be like. */
  @FunctionalInterface
  interface Wanted {
    boolean is(State state);
  }

  /** The smallest state that a walk finds; null when it finds none. */
  @Nullable State search(Walk walk, List<Step> steps, int slots, State from, Wanted wanted) {
    List<State> best = new ArrayList<>();
    search.visit(
        walk,
        steps,
        0,
        new @Nullable Object[slots],
        from,
        (row, state) -> {
          if (!wanted.is(state)) {
            return false;
          }
          if (best.isEmpty() || State.SMALLEST.compare(state, best.get(0)) < 0) {
            best.clear();
            best.add(state);
          }
          walk.below(state);
          return state.steps() <= from.steps() + 1;
        });
    return best.isEmpty() ? null : best.get(0);
  }

  /**
   * All that a way asks for is met, and the credential is not earned: it was achieved too long ago,
   * or one fact cannot serve twice. So something that it asks for comes about once more.
   */
  private @Nullable State again(Award award, Way way, State from) {
    State best = null;
    State all = from;
    for (Requirement requirement : inOrder(way)) {
      State more = again(requirement, award, from, state -> world.isEarned(state, award.number()));
      best = State.smaller(best, more);
      if (best == null && all != null) {
        State next = again(requirement, award, all, state -> true);
        all = next == null ? all : next;
        if (world.isEarned(all, award.number())) {
          return all;
        }
      }
    }
    return best;
  }

  private @Nullable State again(Requirement requirement, Award award, State from, Wanted wanted) {
    State best = null;
    for (Proof proof : inForce(requirement)) {
      for (Branch branch : proof.branches()) {
        for (Step.Match match : patterns(branch.steps())) {
          Walk walk = walk(requirement, award.number(), proof, from, 3);
          List<Draft> drafts =
              World.canBeAdded(match.type()) ? fresh(walk, match, from) : List.of();
          best =
              State.smaller(
                  best,
                  search(
                      walk.forcing(match, drafts), branch.steps(), branch.slots(), from, wanted));
        }
        for (Step step : branch.steps()) {
          if (step instanceof Step.Total total) {
            Walk walk = walk(requirement, award.number(), proof, from, 3);
            best = State.smaller(best, further(walk, branch, total, from, wanted));
          }
        }
      }
    }
    return best;
  }

  private @Nullable State further(
      Walk walk, Branch branch, Step.Total total, State from, Wanted wanted) {
    List<State> found = new ArrayList<>();
    search.visit(
        walk,
        branch.steps().subList(0, branch.steps().indexOf(total)),
        0,
        new @Nullable Object[branch.slots()],
        from,
        (row, state) -> {
          search.lift().further(walk, total, row, state).stream()
              .filter(wanted::is)
              .forEach(found::add);
          return !found.isEmpty();
        });
    return found.isEmpty() ? null : found.get(0);
  }

  private List<Draft> fresh(Walk walk, Step.Match match, State from) {
    List<Draft> drafts =
        new ArrayList<>(world.upgrades(match.type(), from, walk.origin(match.source())));
    Draft draft = world.draft(match.type(), Map.of(), walk.origin(match.source()));
    if (draft != null) {
      drafts.add(draft);
    }
    return drafts;
  }

  private static List<Step.Match> patterns(List<Step> steps) {
    List<Step.Match> patterns = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Match match
          && (World.canBeAdded(match.type()) || World.isDerived(match.type()))) {
        patterns.add(match);
      } else if (step instanceof Step.Some some) {
        patterns.addAll(patterns(some.steps()));
      }
    }
    return patterns;
  }

  @Override
  public List<State> reached(Step.Match match, @Nullable Object[] slots, State state, Walk walk) {
    List<State> reached = new ArrayList<>();
    if (match.type().name().equals(Vocabulary.EARNED)) {
      for (Award award : possibleCredentials(match, slots, state)) {
        add(credential(award, state), walk, reached);
      }
    } else {
      for (Requirement requirement : possibleRequirements(match, slots, state)) {
        add(requirement(requirement, walk.credential(), state), walk, reached);
      }
    }
    reached.sort(State.SMALLEST);
    return reached;
  }

  private static void add(@Nullable State state, Walk walk, List<State> reached) {
    if (state != null) {
      if (walk.left(state) >= 0) {
        reached.add(state);
      } else {
        walk.cut();
      }
    }
  }

  List<Award> possibleCredentials(Step.Match match, @Nullable Object[] slots, State state) {
    return match.referents().stream()
        .map(program().credentials()::get)
        .filter(award -> !world.isEarned(state, award.number()))
        .filter(award -> fits(match, slots, world.earned(award)))
        .limit(GOALS)
        .toList();
  }

  List<Requirement> possibleRequirements(Step.Match match, @Nullable Object[] slots, State state) {
    return match.referents().stream()
        .map(program().requirements()::get)
        .filter(requirement -> !state.verdicts(world).satisfied(requirement.number()))
        .filter(requirement -> fits(match, slots, world.met(requirement)))
        .limit(GOALS)
        .toList();
  }

  private static boolean fits(Step.Match match, @Nullable Object[] slots, Candidate candidate) {
    @Nullable Object[] with = slots.clone();
    with[match.slot()] = candidate;
    return Matching.passes(match.tests(), with);
  }
}
