package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * So many facts of a kind that a plan cannot do without.
 *
 * @param owner who alone may use them; null where others may too
 * @param pattern what they match; null where that is not known
 * @param kind what is known of each
 * @param onRecord facts that count already and that each can be one of them; where there is an
 *     owner, who has each of them for itself
 * @param count how many
 * @param cost what so many further facts cost together at the least
 */
record Need(
    @Nullable Owner owner,
    Step.@Nullable Match pattern,
    Kind kind,
    ImmutableSet<Object> onRecord,
    int count,
    long cost) {

  /** A requirement of a credential whose evidence serves once, both by their numbers. */
  record Owner(int credential, int requirement) {
    private boolean excludes(Owner other) {
      return credential == other.credential && requirement != other.requirement;
    }
  }

  /**
   * What is known of facts.
   *
   * @param types the records of their types, whatever they are seen including; empty where it can
   *     be any
   * @param identities for a field that must equal one or none of some texts or words, these
   * @param ranges for an amount or a date that must lie between bounds, these
   */
  record Kind(
      ImmutableSet<String> types,
      ImmutableMap<String, Identity> identities,
      ImmutableMap<String, Range<Bounded>> ranges) {

    private Kind(Collection<String> types) {
      this(ImmutableSet.copyOf(types), ImmutableMap.of(), ImmutableMap.of());
    }

    /** Whether no fact is of both kinds. */
    private boolean excludes(Kind other) {
      return Collections.disjoint(types, other.types)
          || identities.entrySet().stream()
              .anyMatch(
                  own -> {
                    Identity others = other.identities.get(own.getKey());
                    return others != null && own.getValue().excludes(others);
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
  }

  /** That a field equals one of some texts or words, or none of them. */
  record Identity(boolean isOneOf, ImmutableSet<Object> values) {
    private Identity and(Identity other) {
      if (isOneOf == other.isOneOf) {
        Set<Object> together =
            isOneOf ? Sets.intersection(values, other.values) : Sets.union(values, other.values);
        return new Identity(isOneOf, ImmutableSet.copyOf(together));
      }
      return isOneOf
          ? new Identity(true, ImmutableSet.copyOf(Sets.difference(values, other.values)))
          : other.and(this);
    }

    /** Whether each value is one of the other too. */
    boolean isWithin(Identity other) {
      return isOneOf ? and(other).equals(this) : !other.isOneOf && values.containsAll(other.values);
    }

    /** Whether no value is both. */
    boolean excludes(Identity other) {
      return isOneOf ? and(other).values.isEmpty() : other.isOneOf && other.excludes(this);
    }
  }

  /** One further fact of one of some types; of any where there are none. */
  static Need some(Collection<VocabularyType> types, PlanStart start) {
    long least =
        types.stream()
            .mapToLong(type -> start.drafts().leastCost(type))
            .min()
            .orElse(start.range().least());
    return new Need(
        null,
        null,
        new Kind(types.stream().map(type -> type.record().getName()).toList()),
        ImmutableSet.of(),
        1,
        least);
  }

  /** A credential that is awarded elsewhere, or held and to be reviewed or renewed. */
  static Need held(String credential, PlanStart start) {
    return new Need(
        null,
        null,
        new Kind(
            ImmutableSet.of(HeldCredential.class.getName()),
            ImmutableMap.of("credential", new Identity(true, ImmutableSet.of(credential))),
            ImmutableMap.of()),
        ImmutableSet.of(),
        1,
        start.drafts().leastCost(start.type(HeldCredential.class.getSimpleName())));
  }

  /** Further facts that match a pattern, as far as its identities and bounds tell. */
  static Need of(@Nullable Owner owner, Step.Match match, int count, PlanStart start) {
    Map<String, Identity> identities = new HashMap<>();
    for (Test test : match.own()) {
      identities(test).forEach((field, own) -> identities.merge(field, own, Identity::and));
    }
    return new Need(
        owner,
        match,
        new Kind(
            ImmutableSet.of(match.type().record().getName()),
            ImmutableMap.copyOf(identities),
            Bounded.ranges(match)),
        ImmutableSet.of(),
        count,
        count * start.drafts().leastCost(match.type()));
  }

  /** The field whose identity a test asks for; none where it asks for something else. */
  static Map<String, Identity> identities(Test test) {
    Comparison comparison = test.comparison();
    VocabularyField field = comparison == null ? null : comparison.left().field();
    Object literal = comparison == null ? null : comparison.right().literal();
    if (comparison != null
        && field != null
        && literal != null
        && (comparison.isIdentity() || comparison.isOtherIdentity())) {
      return Map.of(field.name(), new Identity(comparison.isIdentity(), values(literal)));
    }
    boolean isTrue = !(test.formula() instanceof Formula.Not);
    Formula said =
        test.formula() instanceof Formula.Not not ? not.part().formula() : test.formula();
    return said instanceof Formula.IsTrue truth && truth.value().field() != null
        ? Map.of(truth.value().field().name(), new Identity(true, ImmutableSet.of(isTrue)))
        : Map.of();
  }

  /** The same, of which some can be on record. */
  Need or(ImmutableSet<Object> there) {
    return new Need(owner, pattern, kind, there, count, cost);
  }

  /** The same where an amount or a date lies in a range too. */
  Need within(String field, Range<Bounded> range) {
    Range<Bounded> known = kind.ranges.getOrDefault(field, Range.all());
    if (!known.isConnected(range)) {
      return this;
    }
    Map<String, Range<Bounded>> all = new HashMap<>(kind.ranges);
    all.put(field, known.intersection(range));
    Kind within = new Kind(kind.types, kind.identities, ImmutableMap.copyOf(all));
    return new Need(owner, pattern, within, onRecord, count, cost);
  }

  private static ImmutableSet<Object> values(Object literal) {
    ImmutableSet.Builder<Object> values = ImmutableSet.builder();
    Collection<?> all = literal instanceof Collection<?> several ? several : List.of(literal);
    all.forEach(value -> values.add(Comparing.canonical(value)));
    return values.build();
  }

  /** Whether no fact serves both. */
  boolean excludes(Need other) {
    return !types().isEmpty()
        && !other.types().isEmpty()
        && ((owner != null && other.owner != null && owner.excludes(other.owner))
            || kind.excludes(other.kind));
  }

  /** The records of their types; empty where it can be any. */
  ImmutableSet<String> types() {
    return kind.types;
  }

  /** What two needs have in common of which one includes the other. */
  List<Object> sameness() {
    return List.of(owner == null ? "" : owner, kind, onRecord);
  }
}
