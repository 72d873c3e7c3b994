package io.credentialrules.internal.plan;

import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds plans that differ: each does without something that one before it asks for: that a fact of
 * the record comes to count, or that there is something new for a condition.
 *
 * <p>From each plan one thing after the other is left out, together with what was left out to find
 * that plan; of all that is found so the cheapest is next. The number of searches is bounded, and
 * their work.
 */
final class OtherPlans {
  private static final int SEARCHES = 24;

  private final PlanStart start;
  private final Reduction reduction;
  private final Map<State, Set<Object>> without = new HashMap<>();
  private final Set<Set<Object>> tried = new HashSet<>();
  private final Set<Set<Object>> known = new HashSet<>();
  private final List<State> candidates = new ArrayList<>();
  private long work;

  OtherPlans(PlanStart start, Reduction reduction) {
    this.start = start;
    this.reduction = reduction;
  }

  /** A plan, and others that differ from it and from each other, no more than so many. */
  List<State> of(State best, int most) {
    List<State> plans = new ArrayList<>(List.of(best));
    known.add(things(best));
    without.put(best, Set.of());
    while (plans.size() < most) {
      look(plans.get(plans.size() - 1));
      if (candidates.isEmpty()) {
        return plans;
      }
      candidates.sort(State.SMALLEST);
      plans.add(candidates.remove(0));
    }
    return plans;
  }

  private void look(State plan) {
    Set<Object> left = without.getOrDefault(plan, Set.of());
    for (Object thing : things(plan)) {
      Set<Object> all = new HashSet<>(left);
      all.add(thing);
      if (tried.size() < SEARCHES && work < PlanStart.MOST_WORK && tried.add(all)) {
        State found = found(all);
        if (found != null && known.add(things(found))) {
          without.put(found, all);
          candidates.add(found);
        }
      }
    }
  }

  /** The facts of the record and the conditions that a plan is about. */
  private static Set<Object> things(State plan) {
    Set<Object> things = new LinkedHashSet<>();
    for (Draft draft : plan.drafts()) {
      Fact base = draft.base();
      things.add(base == null ? draft.origin().condition() : base);
    }
    return things;
  }

  private @Nullable State found(Set<Object> left) {
    PlanStart from = start.without(left);
    long before = start.work();
    State found = reduction.found(new GoalSearch(from, false, Set.of()), from.empty());
    work += from.work() + start.work() - before;
    return found;
  }
}
