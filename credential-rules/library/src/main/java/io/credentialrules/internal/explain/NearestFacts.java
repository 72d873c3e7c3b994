package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Identified;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.text.Spellings;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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

  private final Situation situation;
  private final IdentityHashMap<VocabularyType, IdentityHashMap<VocabularyField, Spellings>>
      spellings = new IdentityHashMap<>();

  NearestFacts(Situation situation) {
    this.situation = situation;
  }

  private record Ranked(Candidate fact, int distance) {}

  /** At most three, the nearest first; of several that are as near, in their order. */
  List<Candidate> of(Step.Match match, Slots slots) {
    Identified<Candidate> ofType = situation.identified(match.type());
    if (ofType == null) {
      return List.of();
    }
    Map<Test, Set<String>> alike = alike(match, ofType);
    List<Ranked> nearest = new ArrayList<>(MOST_SHOWN + 1);
    Slots with = slots.copy();
    for (Candidate candidate : ranked(match, ofType, alike)) {
      situation.budget().spendRow(match.tests());
      if (candidate.fact() instanceof Fact) {
        with.put(match.slot(), candidate);
        int enough =
            nearest.size() < MOST_SHOWN
                ? Integer.MAX_VALUE
                : nearest.get(MOST_SHOWN - 1).distance();
        int distance = distance(match, with, alike, enough);
        if (distance < enough) {
          add(new Ranked(candidate, distance), nearest);
        }
      }
    }
    return nearest.stream().map(Ranked::fact).toList();
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
