package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.syntax.Earned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets something that a way asks for come about once more, where all that it asks for is met and
 * the credential is not earned: it was achieved too long ago, or one fact cannot serve twice.
 */
final class Repetition {
  private static final int STEPS = 3;
  private static final Comparator<State> LEAST =
      Comparator.comparingLong(State::cost)
          .thenComparingInt(State::steps)
          .thenComparingLong(State::additions);

  private final PlanStart start;
  private final GoalSearch goals;
  private final long most;

  Repetition(PlanStart start, GoalSearch goals) {
    this.start = start;
    this.goals = goals;
    this.most = STEPS * start.range().most();
  }

  /**
   * The smallest state that was found; null where none was. Where evidence is exclusive, what is
   * there already is taken again only if nothing else helps.
   *
   * @param from what the search for the way began with
   * @param reached a state in which all that the way asks for is met
   */
  @Nullable State of(Award award, Way way, State from, State reached) {
    GoalSearch.Wanted earned = state -> start.isEarned(state, award.number());
    State found = null;
    if (NamedTwice.matters(way)) {
      found = of(award, way, reached, state -> !NamedTwice.in(state, start), earned);
      long most = found == null ? Long.MAX_VALUE : found.cost();
      State other = new OwnEvidence(start, goals, award, way, from).below(most);
      found = other == null ? found : other;
    }
    return found != null ? found : of(award, way, reached, state -> true, earned);
  }

  /**
   * The smallest state that was found in which a credential that is earned is earned for another
   * time than it is; null where none was.
   */
  @Nullable State renewed(Award award, Step.Match match, State from) {
    Set<Optional<Object>> known = times(award, match, from);
    GoalSearch.Wanted anew =
        state -> start.isEarned(state, award.number()) && !known.equals(times(award, match, state));
    State best = null;
    for (Way way : goals.waysInForce(award)) {
      if (way.requires().stream().allMatch(from.verdicts(start)::satisfied)) {
        best = State.smaller(best, of(award, way, from, state -> true, anew));
      }
    }
    return best;
  }

  private Set<Optional<Object>> times(Award award, Step.Match match, State state) {
    VocabularyField until = Objects.requireNonNull(match.type().field("until"));
    return start.candidates(match.type(), state).stream()
        .filter(
            candidate ->
                candidate.fact() instanceof Earned earned
                    && earned.credential().equals(award.credential().id()))
        .map(candidate -> Optional.ofNullable(candidate.value(until)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private @Nullable State of(
      Award award, Way way, State from, GoalSearch.Wanted allowed, GoalSearch.Wanted earned) {
    State best = null;
    State all = from;
    for (Requirement requirement : goals.inOrder(way)) {
      State more = again(requirement, award, from, state -> allowed.is(state) && earned.is(state));
      best = lesser(best, more);
      if (best == null && all != null) {
        State next = again(requirement, award, all, allowed);
        all = next == null ? all : next;
        if (earned.is(all)) {
          return all;
        }
      }
    }
    return best;
  }

  /** Of two that are as much to do, the one for what is short of evidence. */
  private static @Nullable State lesser(@Nullable State one, @Nullable State other) {
    boolean isForMore =
        one != null
            && other != null
            && LEAST.compare(one, other) == 0
            && !isForAllotted(one)
            && isForAllotted(other);
    return isForMore ? other : State.smaller(one, other);
  }

  private static boolean isForAllotted(State state) {
    return state.drafts().stream()
        .map(draft -> draft.origin().amount())
        .anyMatch(amount -> amount != null && amount.isAllotted());
  }

  private @Nullable State again(
      Requirement requirement, Award award, State from, GoalSearch.Wanted wanted) {
    State best = null;
    for (Proof proof : goals.inForce(requirement)) {
      for (Branch branch : proof.branches()) {
        for (Step.Match match : patterns(branch.steps())) {
          SearchBounds bounds = goals.bounds(requirement, award.number(), proof, from, most);
          List<Draft> drafts =
              PlanStart.canBeAdded(match.type()) ? fresh(bounds, match, from) : List.of();
          best =
              State.smaller(
                  best,
                  goals.search(
                      bounds.forcing(match, drafts), branch.steps(), branch.slots(), from, wanted));
        }
        for (Step step : branch.steps()) {
          if (step instanceof Step.Total total) {
            SearchBounds bounds = goals.bounds(requirement, award.number(), proof, from, most);
            best = State.smaller(best, further(bounds, branch, total, from, wanted));
          }
        }
      }
    }
    return best;
  }

  private @Nullable State further(
      SearchBounds bounds, Branch branch, Step.Total total, State from, GoalSearch.Wanted wanted) {
    List<State> found = new ArrayList<>();
    goals
        .search()
        .visit(
            bounds,
            branch.steps().subList(0, branch.steps().indexOf(total)),
            0,
            Slots.empty(branch.slots()),
            from,
            (row, state) -> {
              goals.search().totals().further(bounds, total, row, state).stream()
                  .sorted(LEAST)
                  .filter(wanted::is)
                  .findFirst()
                  .ifPresent(found::add);
              return !found.isEmpty();
            });
    return found.isEmpty() ? null : found.get(0);
  }

  private List<Draft> fresh(SearchBounds bounds, Step.Match match, State from) {
    List<Draft> drafts =
        new ArrayList<>(
            start.drafts().upgrades(match.type(), from, bounds.origin(match.source(), match)));
    Draft draft =
        start.drafts().draft(match.type(), Map.of(), bounds.origin(match.source(), match));
    if (draft != null) {
      drafts.add(draft);
    }
    return drafts;
  }

  private static List<Step.Match> patterns(List<Step> steps) {
    List<Step.Match> patterns = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Match match
          && (PlanStart.canBeAdded(match.type()) || PlanStart.isDerived(match.type()))) {
        patterns.add(match);
      } else if (step instanceof Step.Some some) {
        patterns.addAll(patterns(some.steps()));
      }
    }
    return patterns;
  }
}
