package io.credentialrules.internal.program;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
  private static final int NOT_COUNTED = -1;

  private final List<T> all;
  private final Function<? super T, Candidate> candidate;

  /** For each field that a pattern has asked for, the places of the facts with each value. */
  private final IdentityHashMap<VocabularyField, Map<Object, List<Integer>>> places =
      new IdentityHashMap<>();

  /** In their order, which is kept. */
  public Identified(Collection<T> facts, Function<? super T, Candidate> candidate) {
    this.all = List.copyOf(facts);
    this.candidate = candidate;
  }

  /** Facts by the names of their types, each in their order. */
  public static <T> Map<String, Identified<T>> byType(
      Collection<T> facts, Function<? super T, Candidate> candidate) {
    Map<String, List<T>> byType = new HashMap<>();
    for (T fact : facts) {
      byType
          .computeIfAbsent(candidate.apply(fact).typeName(), first -> new ArrayList<>())
          .add(fact);
    }
    Map<String, Identified<T>> identified = new HashMap<>();
    byType.forEach((type, all) -> identified.put(type, new Identified<>(all, candidate)));
    return identified;
  }

  /** All of them. */
  public List<T> all() {
    return all;
  }

  /** Those that a pattern can match, and perhaps others, in their order. */
  public List<T> of(Step.Match match) {
    Comparison identity = identity(match);
    if (identity == null) {
      return all;
    }
    Collection<Integer> found = found(identity);
    return found.isEmpty() ? List.of() : at(found);
  }

  /** Those whose field has a value. */
  public List<T> having(VocabularyField field, Object value) {
    return at(places(field, value));
  }

  /** How many have one of several values. */
  public int count(VocabularyField field, Collection<?> values) {
    int count = 0;
    for (Object value : values) {
      count += places(field, value).size();
    }
    return count;
  }

  /**
   * At most so many, in their order: of those whose field has one of several values, and then of
   * the others.
   */
  public List<T> some(VocabularyField field, Collection<?> values, int most) {
    if (all.size() <= most) {
      return all;
    }
    TreeSet<Integer> found = new TreeSet<>();
    for (Object value : values) {
      List<Integer> having = places(field, value);
      found.addAll(having.subList(0, Math.min(having.size(), most - found.size())));
    }
    for (int i = 0; found.size() < most; i++) {
      found.add(i);
    }
    return at(found);
  }

  /** The texts that a field of them has, in the order in which they come first. */
  public List<String> texts(VocabularyField field) {
    List<String> texts = new ArrayList<>();
    for (Object value : places(field).keySet()) {
      if (value instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** As {@link #of}, and with those that do not have yet what the pattern identifies facts by. */
  public List<T> ofOrOpen(Step.Match match) {
    Comparison identity = identity(match);
    if (identity == null) {
      return all;
    }
    SortedSet<Integer> found = new TreeSet<>(found(identity));
    found.addAll(places(field(identity)).getOrDefault(Absent.VALUE, List.of()));
    return at(found);
  }

  private enum Absent {
    VALUE
  }

  private List<T> at(Collection<Integer> found) {
    List<T> facts = new ArrayList<>(found.size());
    found.forEach(place -> facts.add(all.get(place)));
    return facts;
  }

  private Collection<Integer> found(Comparison identity) {
    Collection<?> literals = literals(identity);
    if (literals.size() == 1) {
      return places(field(identity), literals.iterator().next());
    }
    SortedSet<Integer> found = new TreeSet<>();
    for (Object literal : literals) {
      found.addAll(places(field(identity), literal));
    }
    return found;
  }

  /** What a comparison that {@link #identifies} asks for. */
  public static Collection<?> literals(Comparison identity) {
    Object literal = identity.right().literal();
    return identity.operator() == Operator.IN
        ? new LinkedHashSet<>((List<?>) Objects.requireNonNull(literal))
        : List.of(Objects.requireNonNull(literal));
  }

  private static VocabularyField field(Comparison identity) {
    return Objects.requireNonNull(identity.left().field());
  }

  private List<Integer> places(VocabularyField field, Object value) {
    return places(field).getOrDefault(Comparing.canonical(value), List.of());
  }

  private Map<Object, List<Integer>> places(VocabularyField asked) {
    return places.computeIfAbsent(
        asked,
        field -> {
          Map<Object, List<Integer>> byValue = new LinkedHashMap<>();
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

  /** Of the tests that ask for a text or word of the fact itself, the one that fewest pass. */
  private @Nullable Comparison identity(Step.Match match) {
    Comparison best = null;
    int fewest = NOT_COUNTED;
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison == null || !identifies(match, test)) {
        continue;
      }
      if (best == null) {
        best = comparison;
        continue;
      }
      fewest = fewest == NOT_COUNTED ? count(best) : fewest;
      int count = count(comparison);
      if (count < fewest) {
        best = comparison;
        fewest = count;
      }
    }
    return best;
  }

  private int count(Comparison identity) {
    return count(field(identity), literals(identity));
  }

  /** Whether a test of a pattern asks for a text or word of the fact itself. */
  public static boolean identifies(Step.Match match, Test test) {
    Comparison comparison = test.comparison();
    return comparison != null
        && comparison.isIdentity()
        && comparison.left() instanceof Value.Field
        && test.readsOnly(match.slot())
        && comparison.right().literal() != null;
  }
}
