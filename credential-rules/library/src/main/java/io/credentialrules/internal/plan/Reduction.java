package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.policy.syntax.Condition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes away what a plan does not need, and looks for less. */
final class Reduction {
  private static final int ATTEMPTS = 40;
  private static final int WORK = 30_000;

  /** More than a search may cost, so that what it found last is reduced too. */
  private static final long MOST_WORK = 2 * PlanStart.MOST_WORK;

  private final PlanStart start;
  private final Award award;

  Reduction(PlanStart start, Award award) {
    this.start = start;
    this.award = award;
  }

  Award award() {
    return award;
  }

  /** What a search finds from a state, as far as it is needed; null where it finds nothing. */
  @Nullable State found(GoalSearch goals, State from) {
    return minimal(goals.credential(award, from));
  }

  private boolean isEarned(State state) {
    return start.isEarned(state, award.number());
  }

  /**
   * Without the steps that are not needed; null for steps that do not earn the credential, or of
   * which it costs too much to see which are needed.
   */
  @Nullable State minimal(@Nullable State found) {
    if (found == null || !isEarned(found)) {
      return null;
    }
    return State.smaller(pruned(found, true), pruned(found, false));
  }

  private @Nullable State pruned(State found, boolean lastFirst) {
    State state = found;
    boolean isSmaller = true;
    while (isSmaller) {
      isSmaller = false;
      List<Draft> drafts = new ArrayList<>(state.drafts());
      if (lastFirst) {
        Collections.reverse(drafts);
      }
      for (Draft draft : drafts) {
        if (start.work() > MOST_WORK) {
          return null;
        }
        State without = state.without(Set.of(draft.number()));
        if (isEarned(without)) {
          state = without;
          isSmaller = true;
        }
      }
    }
    return state;
  }

  /**
   * Looks for less: without the conditions that facts were added for, one after the other, and with
   * one fact in place of two.
   */
  State smaller(State found) {
    State best = found;
    State before = null;
    int attempts = 0;
    while (best != before && best.steps() > 1 && attempts < ATTEMPTS) {
      before = best;
      Set<Condition> conditions = new LinkedHashSet<>();
      before.drafts().forEach(draft -> conditions.add(draft.origin().condition()));
      conditions.removeAll(new Unavoidable(start, award).conditions());
      for (Condition condition : conditions) {
        if (start.work() > WORK) {
          return best;
        }
        best = better(best, new GoalSearch(start, false, Set.of(condition)), start.empty());
        attempts++;
      }
      for (Set<Integer> pair : pairs(before)) {
        if (attempts++ < ATTEMPTS && start.work() <= WORK) {
          best = better(best, new GoalSearch(start, false, Set.of()), before.without(pair));
        }
      }
    }
    return best;
  }

  private State better(State best, GoalSearch goals, State from) {
    State other = found(goals, from);
    return other != null && State.SMALLEST.compare(other, best) < 0 ? other : best;
  }

  /** Whether what two facts were fixed to does not rule out that one fact does for both. */
  private static boolean canBeOne(Draft one, Draft other) {
    return one.type().record() == other.type().record()
        && one.fixed().entrySet().stream()
            .noneMatch(
                field ->
                    !(field.getValue().orElse(null) instanceof BigDecimal)
                        && !field
                            .getValue()
                            .equals(other.fixed().getOrDefault(field.getKey(), field.getValue())));
  }

  private static List<Set<Integer>> pairs(State state) {
    List<Set<Integer>> pairs = new ArrayList<>();
    for (Draft one : state.drafts()) {
      for (Draft other : state.drafts()) {
        if (one.number() < other.number() && canBeOne(one, other)) {
          pairs.add(Set.of(one.number(), other.number()));
        }
      }
    }
    return pairs;
  }
}
