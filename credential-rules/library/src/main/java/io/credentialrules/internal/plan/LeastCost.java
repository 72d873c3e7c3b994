package io.credentialrules.internal.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What further facts cost that are needed at least: those of the dearest needs of which no fact
 * serves two. Facts on record that two of them could use each serve one, as a matching says. Of
 * many needs only some are looked at together, which makes it no more than that.
 */
final class LeastCost {
  private static final int MOST_TO_COMBINE = 10;
  private static final int MOST_ON_RECORD = 40;

  private LeastCost() {}

  static long of(Collection<Need> needs) {
    Map<List<Object>, Need> kinds = new LinkedHashMap<>();
    for (Need need : needs) {
      kinds.merge(need.sameness(), need, (one, other) -> one.cost() >= other.cost() ? one : other);
    }
    Map<String, List<Need>> byType = new LinkedHashMap<>();
    List<Need> ofSeveral = new ArrayList<>();
    for (Need need : kinds.values()) {
      if (need.types().size() == 1) {
        String type = need.types().iterator().next();
        byType.computeIfAbsent(type, none -> new ArrayList<>()).add(need);
      } else {
        ofSeveral.add(need);
      }
    }
    Map<String, Long> ofTypes = new LinkedHashMap<>();
    byType.forEach((type, own) -> ofTypes.put(type, ofType(own)));
    long all = ofTypes.values().stream().mapToLong(cost -> cost).sum();
    long most = all;
    for (Need need : ofSeveral) {
      long within =
          need.types().isEmpty()
              ? all
              : need.types().stream().mapToLong(type -> ofTypes.getOrDefault(type, 0L)).sum();
      most = Math.max(most, all - within + Math.max(within, need.cost()));
    }
    return most;
  }

  private static long ofType(List<Need> needs) {
    long least = cost(dearest(needs.stream().filter(need -> need.onRecord().isEmpty()).toList()));
    boolean areOnRecord = needs.stream().anyMatch(need -> !need.onRecord().isEmpty());
    return areOnRecord
        ? Math.max(
            least,
            besideRecord(
                dearest(
                    needs.stream()
                        .filter(need -> need.onRecord().size() <= MOST_ON_RECORD)
                        .toList())))
        : least;
  }

  private static long cost(List<Need> needs) {
    return needs.stream().mapToLong(Need::cost).sum();
  }

  private static List<Need> dearest(List<Need> needs) {
    List<Need> sorted = new ArrayList<>(needs);
    sorted.sort(
        Comparator.comparingLong(Need::cost)
            .reversed()
            .thenComparingInt(need -> need.onRecord().size()));
    List<Need> dearest =
        dearest(sorted.subList(0, Math.min(sorted.size(), MOST_TO_COMBINE)), 0, List.of());
    List<Need> owned = owned(sorted);
    return cost(owned) > cost(dearest) ? owned : dearest;
  }

  /** Of many, those that each belong to a requirement whose evidence serves it alone. */
  private static List<Need> owned(List<Need> sorted) {
    List<Need> owned = new ArrayList<>();
    for (Need need : sorted) {
      if (need.owner() != null && owned.stream().allMatch(need::excludes)) {
        owned.add(need);
      }
    }
    return owned;
  }

  private static List<Need> dearest(List<Need> needs, int at, List<Need> chosen) {
    if (at == needs.size()) {
      return chosen;
    }
    Need need = needs.get(at);
    boolean isApart = chosen.stream().allMatch(need::excludes);
    List<Need> with = List.of();
    if (isApart) {
      List<Need> more = new ArrayList<>(chosen);
      more.add(need);
      with = dearest(needs, at + 1, more);
      if (needs.subList(at + 1, needs.size()).stream().allMatch(need::excludes)) {
        return with;
      }
    }
    List<Need> without = dearest(needs, at + 1, chosen);
    return cost(without) > cost(with) ? without : with;
  }

  /** What is left of needs of one type when as many facts as can be on record serve one each. */
  private static long besideRecord(List<Need> needs) {
    Map<Object, Need> servedBy = new LinkedHashMap<>();
    long left = 0;
    for (Need need : needs) {
      int served = 0;
      int most = Math.min(need.count(), need.onRecord().size());
      while (served < most && finds(need, servedBy, new HashSet<>())) {
        served++;
      }
      left += (need.count() - served) * (need.cost() / need.count());
    }
    return left;
  }

  /** Whether one more fact on record can serve a need, where others may take others in turn. */
  private static boolean finds(Need need, Map<Object, Need> servedBy, Set<Object> tried) {
    for (Object fact : need.onRecord()) {
      if (tried.add(fact)) {
        Need other = servedBy.get(fact);
        if (other == null || finds(other, servedBy, tried)) {
          servedBy.put(fact, need);
          return true;
        }
      }
    }
    return false;
  }
}
