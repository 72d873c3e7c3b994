package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * So many further facts of a kind that a plan cannot do without.
 *
 * @param owner the requirement that alone may use them, by its number; {@link #NOBODY} where others
 *     may too
 * @param type the record of their type, whatever they are seen including; empty where it can be any
 * @param identities for a field that must equal one of some texts or words, these
 * @param ranges for an amount or a date that must lie between bounds, these
 * @param count how many
 * @param cost what they cost together at the least
 */
record Need(
    int owner,
    String type,
    ImmutableMap<String, ImmutableSet<Object>> identities,
    ImmutableMap<String, Range<Bounded>> ranges,
    int count,
    long cost) {
  /** Where evidence may be shared. */
  static final int NOBODY = -1;

  private static final int MOST_TO_COMBINE = 10;

  static Need any(PlanStart start) {
    return new Need(NOBODY, "", ImmutableMap.of(), ImmutableMap.of(), 1, start.range().least());
  }

  /** A credential that is awarded elsewhere, or held and to be reviewed or renewed. */
  static Need held(String credential, PlanStart start) {
    return new Need(
        NOBODY,
        HeldCredential.class.getName(),
        ImmutableMap.of("credential", ImmutableSet.of(credential)),
        ImmutableMap.of(),
        1,
        start.drafts().leastCost(start.type(HeldCredential.class.getSimpleName())));
  }

  /** Facts that match a pattern, as far as its identities tell. */
  static Need of(int owner, Step.Match match, int count, PlanStart start) {
    Map<String, ImmutableSet<Object>> identities = new HashMap<>();
    for (Test test : match.own()) {
      Comparison comparison = test.comparison();
      VocabularyField field = comparison == null ? null : comparison.left().field();
      Object literal = comparison == null ? null : comparison.right().literal();
      if (comparison != null && comparison.isIdentity() && field != null && literal != null) {
        identities.merge(field.name(), values(literal), Need::both);
      }
      boolean isTrue = !(test.formula() instanceof Formula.Not);
      Formula said =
          test.formula() instanceof Formula.Not not ? not.part().formula() : test.formula();
      if (said instanceof Formula.IsTrue truth && truth.value().field() != null) {
        identities.merge(truth.value().field().name(), ImmutableSet.of(isTrue), Need::both);
      }
    }
    return new Need(
        owner,
        match.type().record().getName(),
        ImmutableMap.copyOf(identities),
        Bounded.ranges(match),
        count,
        count * start.drafts().leastCost(match.type()));
  }

  private static ImmutableSet<Object> values(Object literal) {
    ImmutableSet.Builder<Object> values = ImmutableSet.builder();
    Collection<?> all = literal instanceof Collection<?> several ? several : List.of(literal);
    all.forEach(value -> values.add(Comparing.canonical(value)));
    return values.build();
  }

  private static ImmutableSet<Object> both(ImmutableSet<Object> one, ImmutableSet<Object> other) {
    return one.stream().filter(other::contains).collect(ImmutableSet.toImmutableSet());
  }

  /** Whether no fact is of both kinds. */
  private boolean excludes(Need other) {
    if (type.isEmpty() || other.type.isEmpty()) {
      return false;
    }
    return (owner != NOBODY && other.owner != NOBODY && owner != other.owner)
        || !type.equals(other.type)
        || identities.entrySet().stream()
            .anyMatch(
                own -> {
                  Set<Object> others = other.identities.get(own.getKey());
                  return others != null && Collections.disjoint(own.getValue(), others);
                })
        || ranges.entrySet().stream()
            .anyMatch(
                own -> {
                  Range<Bounded> others = other.ranges.get(own.getKey());
                  return others != null
                      && (!own.getValue().isConnected(others)
                          || own.getValue().intersection(others).isEmpty());
                });
  }

  /**
   * What the facts cost that are needed at least: the dearest needs of which no fact serves two. Of
   * many needs only some are looked at together, which makes it no more than that.
   */
  static long least(Collection<Need> needs) {
    Map<List<Object>, Need> kinds = new HashMap<>();
    for (Need need : needs) {
      kinds.merge(
          List.of(need.owner, need.type, need.identities, need.ranges),
          need,
          (one, other) -> one.cost >= other.cost ? one : other);
    }
    Map<String, List<Need>> byType = new HashMap<>();
    kinds
        .values()
        .forEach(need -> byType.computeIfAbsent(need.type, none -> new ArrayList<>()).add(need));
    long least = 0;
    long any = 0;
    for (Map.Entry<String, List<Need>> one : byType.entrySet()) {
      List<Need> own = one.getValue();
      own.sort(Comparator.comparingLong(Need::cost).reversed());
      long heaviest = heaviest(own.subList(0, Math.min(own.size(), MOST_TO_COMBINE)), 0, List.of());
      if (one.getKey().isEmpty()) {
        any = heaviest;
      } else {
        least += heaviest;
      }
    }
    return Math.max(least, any);
  }

  private static long heaviest(List<Need> needs, int at, List<Need> chosen) {
    if (at == needs.size()) {
      return chosen.stream().mapToLong(Need::cost).sum();
    }
    Need need = needs.get(at);
    boolean isApart = chosen.stream().allMatch(need::excludes);
    long with = 0;
    if (isApart) {
      List<Need> more = new ArrayList<>(chosen);
      more.add(need);
      with = heaviest(needs, at + 1, more);
      if (needs.subList(at + 1, needs.size()).stream().allMatch(need::excludes)) {
        return with;
      }
    }
    return Math.max(with, heaviest(needs, at + 1, chosen));
  }
}
