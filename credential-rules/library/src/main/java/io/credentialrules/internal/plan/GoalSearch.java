package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes credentials earned and requirements met by adding facts: of all routes, rules and
 * alternatives in force the one that takes the fewest. Used by one thread.
 */
final class GoalSearch implements StepSearch.Goals {
  private static final int ROUNDS = 4;
  private final PlanStart start;
  private final FieldValues fieldValues;
  private final Set<Condition> banned;
  private final HoldingSearch holdings;
  private final Selection selection;
  private final Referents referents;
  private boolean takesPrerequisitesLast;
  private final Map<Goal, Optional<State>> known = new HashMap<>();

  private record Goal(boolean isCredential, int number, State from) {}

  GoalSearch(PlanStart start, boolean allowsPast, Set<Condition> banned) {
    this(start, allowsPast, banned, Selection.OPEN);
  }

  /** A search that takes only what is selected. */
  GoalSearch(PlanStart start, boolean allowsPast, Set<Condition> banned, Selection selection) {
    this(start, new FieldValues(start, allowsPast, null, null), banned, selection);
  }

  private GoalSearch(
      PlanStart start, FieldValues fieldValues, Set<Condition> banned, Selection selection) {
    this.start = start;
    this.selection = selection;
    this.referents = new Referents(start, selection);
    this.fieldValues = fieldValues;
    this.banned = banned;
    this.holdings = new HoldingSearch(start, banned);
  }

  /**
   * From now on what is asked for by itself comes before prerequisites: those can be met by facts
   * that are like what is asked for, where what they take first may have too little.
   */
  GoalSearch prerequisitesLast() {
    takesPrerequisitesLast = true;
    return this;
  }

  /** A search that names what is new like something that there is, or that is asked for. */
  GoalSearch withNamesInUse() {
    FieldValues named = fieldValues.with(new NamesInUse(start, selection));
    return new GoalSearch(start, named, banned, selection);
  }

  /** Makes steps hold, and what they ask for in turn. */
  StepSearch search() {
    return new StepSearch(start, fieldValues, this, banned, selection.anew());
  }

  /** The facts of a state and those with which a credential is earned; null when none are found. */
  @Nullable State credential(Award award, State from) {
    if (start.isEarned(from, award.number())) {
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
    State best = holdings.renewed(award, from);
    if (from.answer(start).withdrawn().contains(award.number())) {
      return best;
    }
    for (Way way : waysInForce(award)) {
      if (selection.allows(award.number(), way)) {
        State found = way(award, way, from);
        best = State.smaller(best, found == null ? evenly(award, way, from) : found);
      }
    }
    return best;
  }

  /** With other amounts, where those that are missing may be in the way of something. */
  private @Nullable State evenly(Award award, Way way, State from) {
    for (Pace pace : fieldValues.pace() == null ? Pace.of(way, start) : List.<Pace>of()) {
      GoalSearch search = new GoalSearch(start, fieldValues.at(pace), banned, selection);
      search.takesPrerequisitesLast = takesPrerequisitesLast;
      State found = Apart.found(start.budget(), () -> search.way(award, way, from));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The requirements that nothing was found for, by their numbers. */
  Set<Integer> notFound() {
    return known.entrySet().stream()
        .filter(one -> !one.getKey().isCredential() && one.getValue().isEmpty())
        .map(one -> one.getKey().number())
        .collect(Collectors.toUnmodifiableSet());
  }

  List<Way> waysInForce(Award award) {
    return award.ways().stream()
        .filter(
            way -> start.isInForce(way.rule().header().window(), way.rule().settings().versionBy()))
        .toList();
  }

  List<Proof> inForce(Requirement requirement) {
    return requirement.proofs().stream()
        .filter(proof -> start.isInForce(proof.header().window(), proof.versionBy()))
        .toList();
  }

  /** What a way asks for, prerequisites first; again where a later fact undoes an earlier one. */
  private @Nullable State way(Award award, Way way, State from) {
    State state = from;
    for (int round = 0; round < ROUNDS; round++) {
      for (Requirement requirement : inOrder(way)) {
        State met = requirement(requirement, award.number(), state);
        if (met != null && takesPrerequisitesLast && NamedTwice.matters(way)) {
          Branch chosen = selection.branches().get(requirement.number());
          met = BranchSearch.by(chosen, requirement, award.number(), met, start, this);
        }
        if (met == null) {
          return null;
        }
        state = met;
      }
      if (start.isEarned(state, award.number())) {
        return state;
      }
      State reached = state;
      if (way.requires().stream().allMatch(reached.verdicts(start)::satisfied)) {
        return new Repetition(start, this).of(award, way, from, reached);
      }
    }
    return null;
  }

  List<Requirement> inOrder(Way way) {
    List<Requirement> requirements =
        new ArrayList<>(way.requires().stream().map(program().requirements()::get).toList());
    requirements.sort(
        Comparator.<Requirement, Boolean>comparing(
                one -> !start.triedFirst().contains(one.number()))
            .thenComparing(one -> Referents.isOfGoalsAlone(one) == takesPrerequisitesLast));
    return requirements;
  }

  private Program program() {
    return start.program();
  }

  /** The facts of a state and those with which a requirement is met; null when none are found. */
  @Nullable State requirement(Requirement requirement, int credential, State from) {
    if (from.verdicts(start).satisfied(requirement.number())) {
      return from;
    }
    Goal goal = new Goal(false, requirement.number(), from);
    Optional<State> solved = known.get(goal);
    if (solved == null) {
      State best = null;
      for (Proof proof : inForce(requirement)) {
        for (Branch branch : selection.of(requirement.number(), proof)) {
          BranchSearch search =
              new BranchSearch(start, this, requirement, credential, proof, branch);
          best = State.smaller(best, search.met(from));
        }
      }
      solved = Optional.ofNullable(best);
      known.put(goal, solved);
    }
    return solved.orElse(null);
  }

  SearchBounds bounds(Requirement requirement, int credential, Proof proof, State from, long most) {
    return new SearchBounds(
        start, credential, requirement.number(), proof.header().levels(), from, most);
  }

  /** What a state must be like. */
  @FunctionalInterface
  interface Wanted {
    boolean is(State state);
  }

  /** The smallest state that a bounds finds; null when it finds none. */
  @Nullable State search(
      SearchBounds bounds, List<Step> steps, int slots, State from, Wanted wanted) {
    List<State> best = new ArrayList<>();
    search()
        .visit(
            bounds,
            steps,
            0,
            Slots.empty(slots),
            from,
            (row, state) -> {
              if (!wanted.is(state)) {
                start.laterDays().keepWhereWithin(steps, row, state);
                return false;
              }
              if (best.isEmpty() || State.SMALLEST.compare(state, best.get(0)) < 0) {
                best.clear();
                best.add(state);
              }
              bounds.below(state);
              return state.cost() <= from.cost() + start.range().least();
            });
    return best.isEmpty() ? null : best.get(0);
  }

  @Override
  public List<State> reached(Step.Match match, Slots slots, State state, SearchBounds bounds) {
    List<State> reached = new ArrayList<>();
    if (match.type().name().equals(Vocabulary.EARNED)) {
      for (Award award : referents.credentials(match, slots, state)) {
        add(
            award.isExternal()
                ? holdings.held(award, match, state, bounds)
                : credential(award, state),
            bounds,
            reached);
      }
      for (Award award : referents.renewals(match, slots, state)) {
        add(new Repetition(start, this).renewed(award, match, state), bounds, reached);
      }
    } else {
      for (Requirement requirement : referents.requirements(match, slots, state)) {
        add(requirement(requirement, bounds.credential(), state), bounds, reached);
      }
    }
    reached.sort(State.SMALLEST);
    return reached;
  }

  private static void add(@Nullable State state, SearchBounds bounds, List<State> reached) {
    if (state != null) {
      if (bounds.left(state) >= 0) {
        reached.add(state);
      } else {
        bounds.cut();
      }
    }
  }

  /** The credentials and requirements that patterns can mean, of those that are selected. */
  Referents referents() {
    return referents;
  }

  /** The same search from where some of what is there serves something else. */
  GoalSearch beside(PlanStart other) {
    return new GoalSearch(other, fieldValues.from(other), banned, selection);
  }

  /** The smallest state in which a requirement is met by one of its alternatives, whatever else. */
  @Nullable State held(Requirement requirement, int credential, State from) {
    State best = null;
    for (Proof proof : inForce(requirement)) {
      for (Branch branch : selection.of(requirement.number(), proof)) {
        best =
            State.smaller(
                best,
                new BranchSearch(start, this, requirement, credential, proof, branch).held(from));
      }
    }
    return best;
  }
}
