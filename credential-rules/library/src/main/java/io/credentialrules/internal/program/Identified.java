package io.credentialrules.internal.program;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one type, found by what identifies them: a pattern that asks for one text or word looks
 * at the facts that have it, and not at all of the record. Not thread-safe.
 *
 * @param <T> what stands for a fact
 */
public final class Identified<T> {
  private final List<T> all;
  private final Function<? super T, Candidate> candidate;

  /** For each field that a pattern has asked for, the places of the facts with each value. */
  private final Map<VocabularyField, Map<Object, List<Integer>>> places = new HashMap<>();

  /** In their order, which is kept. */
  public Identified(Collection<T> facts, Function<? super T, Candidate> candidate) {
    this.all = List.copyOf(facts);
    this.candidate = candidate;
  }

  /** All of them. */
  public List<T> all() {
    return all;
  }

  /** Those that a pattern can match, and perhaps others, in their order. */
  public List<T> of(Step.Match match) {
    Comparison identity = identity(match);
    return identity == null ? all : at(found(identity));
  }

  /** Those whose field has a value. */
  public List<T> having(VocabularyField field, Object value) {
    return at(new TreeSet<>(places(field).getOrDefault(Comparing.canonical(value), List.of())));
  }

  /** As {@link #of}, and with those that do not have yet what the pattern identifies facts by. */
  public List<T> ofOrOpen(Step.Match match) {
    Comparison identity = identity(match);
    if (identity == null) {
      return all;
    }
    SortedSet<Integer> found = found(identity);
    found.addAll(places(field(identity)).getOrDefault(Absent.VALUE, List.of()));
    return at(found);
  }

  private enum Absent {
    VALUE
  }

  private List<T> at(SortedSet<Integer> found) {
    List<T> facts = new ArrayList<>(found.size());
    found.forEach(place -> facts.add(all.get(place)));
    return facts;
  }

  private SortedSet<Integer> found(Comparison identity) {
    Map<Object, List<Integer>> byValue = places(field(identity));
    SortedSet<Integer> found = new TreeSet<>();
    for (Object literal : literals(identity)) {
      found.addAll(byValue.getOrDefault(Comparing.canonical(literal), List.of()));
    }
    return found;
  }

  private static Collection<?> literals(Comparison identity) {
    Object literal = identity.right().literal();
    return identity.operator() == Operator.IN
        ? new HashSet<>((List<?>) Objects.requireNonNull(literal))
        : List.of(Objects.requireNonNull(literal));
  }

  private static VocabularyField field(Comparison identity) {
    return Objects.requireNonNull(identity.left().field());
  }

  private Map<Object, List<Integer>> places(VocabularyField asked) {
    return places.computeIfAbsent(
        asked,
        field -> {
          Map<Object, List<Integer>> byValue = new HashMap<>();
          for (int i = 0; i < all.size(); i++) {
            Object value = candidate.apply(all.get(i)).value(field);
            byValue
                .computeIfAbsent(
                    value == null ? Absent.VALUE : Comparing.canonical(value),
                    first -> new ArrayList<>())
                .add(i);
          }
          return byValue;
        });
  }

  /** The first test that asks for a text or word of the fact itself. */
  private static @Nullable Comparison identity(Step.Match match) {
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null
          && comparison.isIdentity()
          && comparison.left() instanceof Value.Field
          && test.readsOnly(match.slot())
          && comparison.right().literal() != null) {
        return comparison;
      }
    }
    return null;
  }
}
