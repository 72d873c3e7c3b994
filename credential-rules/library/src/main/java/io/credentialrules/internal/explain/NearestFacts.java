package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Identified;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.text.Spellings;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the facts that miss the least of what a pattern asks for.
 *
 * <p><b>The idea.</b> A fact that has the text or word by which the pattern identifies facts, or is
 * spelled nearly so, is nearer than one that has another. These are found in an index, and ranked
 * first; others are ranked in their order while there are few. Which texts are spelled alike is
 * looked up once for a pattern and not compared for each fact.
 *
 * <p><b>Bounds.</b> At most {@link #MOST_RANKED} facts are ranked for a pattern, so that all
 * decisions together cost what the facts and the patterns cost, and not their product. With no more
 * facts of a type, all are ranked. Ending with the first few that have the identity was rejected,
 * because one that is spelled otherwise and passes all else is as near.
 */
final class NearestFacts {
  private static final int MOST_RANKED = 1_000;
  private static final int MOST_SHOWN = 3;

  /** The key of all facts where they have none of their own. */
  private static final String TOGETHER = "";

  private final Situation situation;
  private final Predicate<Candidate> helps;
  private final IdentityHashMap<VocabularyType, IdentityHashMap<VocabularyField, Spellings>>
      spellings = new IdentityHashMap<>();

  NearestFacts(Situation situation) {
    this(situation, candidate -> true);
  }

  /** Among those facts that can help. */
  NearestFacts(Situation situation, Predicate<Candidate> helps) {
    this.situation = situation;
    this.helps = helps;
  }

  private record Ranked(Candidate fact, int distance) {}

  /** At most three, the nearest first; of several that are as near, in their order. */
  List<Candidate> of(Step.Match match, Slots slots) {
    return by(match, slots, Integer.MAX_VALUE, row -> TOGETHER).getOrDefault(TOGETHER, List.of());
  }

  /**
   * For each value of a key, at most three facts that have what a pattern names, or nearly so, and
   * miss something else.
   */
  Map<Object, List<Candidate>> named(Step.Match match, Slots slots, Value key) {
    return by(
        match,
        slots,
        Nearness.IDENTITY,
        row -> {
          Object value = key.in(row);
          return value == null ? null : Comparing.canonical(value);
        });
  }

  /**
   * At most three facts that have a text, one of those that a pattern names, or one that is written
   * nearly so, and miss something else that is asked of the fact alone.
   */
  List<Candidate> ofThing(Step.Match match, Test identity, String text) {
    Identified<Candidate> ofType = situation.identified(match.type());
    Comparison named = Objects.requireNonNull(identity.comparison());
    if (ofType == null) {
      return List.of();
    }
    Set<Object> near = new LinkedHashSet<>(List.of(text));
    near.addAll(spellings(match.type(), field(named), ofType).alike(List.of(text)));
    near.removeIf(one -> !one.equals(text) && Identified.literals(named).contains(one));
    List<Ranked> nearest = new ArrayList<>(MOST_SHOWN + 1);
    for (Object one : near) {
      for (Candidate candidate : ofType.having(field(named), one)) {
        situation.budget().spendRow(match.tests());
        Row row = Row.of(candidate);
        int distance = 0;
        for (Test test : match.own()) {
          if (!test.in(row)) {
            distance +=
                test == identity ? Nearness.SPELLING : Nearness.distance(test.comparison(), row);
          }
        }
        if (distance > 0 && candidate.fact() instanceof Fact && helps.test(candidate)) {
          add(new Ranked(candidate, distance), nearest);
        }
      }
    }
    return nearest.stream().map(Ranked::fact).toList();
  }

  /** The nearest of those that are nearer than so much, by a key; those without one are in none. */
  private Map<Object, List<Candidate>> by(
      Step.Match match, Slots slots, int most, Function<Slots, @Nullable Object> key) {
    Identified<Candidate> ofType = situation.identified(match.type());
    if (ofType == null) {
      return Map.of();
    }
    Map<Test, Set<String>> alike = alike(match, ofType);
    Map<Object, List<Ranked>> nearest = new LinkedHashMap<>();
    Slots with = slots.copy();
    for (Candidate candidate : ranked(match, ofType, alike)) {
      situation.budget().spendRow(match.tests());
      with.put(match.slot(), candidate);
      Object value = candidate.fact() instanceof Fact ? key.apply(with) : null;
      if (value != null) {
        List<Ranked> own = nearest.computeIfAbsent(value, first -> new ArrayList<>(MOST_SHOWN + 1));
        int enough = own.size() < MOST_SHOWN ? most : own.get(MOST_SHOWN - 1).distance();
        int distance = distance(match, with, alike, enough);
        if (distance > 0 && distance < enough && helps.test(candidate)) {
          add(new Ranked(candidate, distance), own);
        }
      }
    }
    Map<Object, List<Candidate>> facts = new LinkedHashMap<>();
    nearest.forEach((value, own) -> facts.put(value, own.stream().map(Ranked::fact).toList()));
    return facts;
  }

  private static void add(Ranked one, List<Ranked> nearest) {
    int place = nearest.size();
    while (place > 0 && nearest.get(place - 1).distance() > one.distance()) {
      place--;
    }
    nearest.add(place, one);
    if (nearest.size() > MOST_SHOWN) {
      nearest.remove(MOST_SHOWN);
    }
  }

  /** Any number from {@code enough} on where it is as much. */
  private static int distance(
      Step.Match match, Slots with, Map<Test, Set<String>> alike, int enough) {
    int distance = 0;
    for (Test test : match.tests()) {
      if (!test.in(with)) {
        Comparison comparison = test.comparison();
        Set<String> texts = alike.get(test);
        distance +=
            comparison == null || texts == null
                ? Nearness.distance(comparison, with)
                : Nearness.distance(comparison, with, texts);
        if (distance >= enough) {
          return distance;
        }
      }
    }
    return distance;
  }

  /** The texts that are spelled nearly as what a test asks for, for each that asks for texts. */
  private Map<Test, Set<String>> alike(Step.Match match, Identified<Candidate> ofType) {
    Map<Test, Set<String>> alike = new HashMap<>();
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null
          && Identified.identifies(match, test)
          && !comparison.left().type().is(FieldKind.WORD)) {
        alike.put(
            test,
            spellings(match.type(), field(comparison), ofType)
                .alike(Identified.literals(comparison)));
      }
    }
    return alike;
  }

  private Spellings spellings(
      VocabularyType type, VocabularyField field, Identified<Candidate> ofType) {
    return spellings
        .computeIfAbsent(type, first -> new IdentityHashMap<>())
        .computeIfAbsent(field, first -> new Spellings(ofType.texts(field)));
  }

  private static VocabularyField field(Comparison identity) {
    return Objects.requireNonNull(identity.left().field());
  }

  /** Those that are ranked: first by the identity that some facts have, and the fewest. */
  private static List<Candidate> ranked(
      Step.Match match, Identified<Candidate> ofType, Map<Test, Set<String>> alike) {
    List<Candidate> all = ofType.all();
    if (all.size() <= MOST_RANKED) {
      return all;
    }
    VocabularyField best = null;
    Set<Object> near = Set.of();
    int fewest = Integer.MAX_VALUE;
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null && Identified.identifies(match, test)) {
        Set<Object> values = new LinkedHashSet<>(Identified.literals(comparison));
        values.addAll(alike.getOrDefault(test, Set.of()));
        int count = ofType.count(field(comparison), values);
        if (count > 0 && count < fewest) {
          best = field(comparison);
          near = values;
          fewest = count;
        }
      }
    }
    return best == null ? all.subList(0, MOST_RANKED) : ofType.some(best, near, MOST_RANKED);
  }
}
