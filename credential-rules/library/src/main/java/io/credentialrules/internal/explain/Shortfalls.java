package io.credentialrules.internal.explain;

import io.credentialrules.LimitExceededException;
import io.credentialrules.Shortfall;
import io.credentialrules.Shortfall.Miss;
import io.credentialrules.Shortfall.NearFact;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Components;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.result.StatedExcluded;
import io.credentialrules.internal.result.StatedMiss;
import io.credentialrules.internal.result.StatedMissingCredential;
import io.credentialrules.internal.result.StatedMissingFact;
import io.credentialrules.internal.result.StatedMissingRequirement;
import io.credentialrules.internal.result.StatedNearFact;
import io.credentialrules.internal.result.StatedOtherTime;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works out what a branch lacks. */
final class Shortfalls {
  private final Program program;
  private final Situation situation;
  private final Matcher matcher;
  private final NearestFacts nearest;

  Shortfalls(Program program, Situation situation, Matcher matcher, NearestFacts nearest) {
    this.program = program;
    this.situation = situation;
    this.matcher = matcher;
    this.nearest = nearest;
  }

  /** The facts of which the amounts are made that are short. */
  static Set<Fact> counted(List<Shortfall> shortfalls) {
    Set<Fact> counted = new LinkedHashSet<>();
    for (Shortfall shortfall : shortfalls) {
      if (shortfall instanceof Shortfall.Amount amount) {
        counted.addAll(amount.counted());
      }
    }
    return counted;
  }

  /** What steps lack, and whether all of their combinations were looked at. */
  private record Lacking(List<Shortfall> shortfalls, boolean isCertain) {}

  /**
   * What the branch lacks, in the order of its conditions; empty when it holds. Conditions that
   * belong together are looked at within the limit each. Where that does not tell whether they
   * hold, they count as lacking only if nothing else is.
   */
  List<Shortfall> of(Branch branch) {
    List<Shortfall> shortfalls = new ArrayList<>();
    List<Shortfall> uncertain = new ArrayList<>();
    for (List<Step> component : Components.of(branch.steps())) {
      TotalShortfalls totals = new TotalShortfalls(matcher, nearest, component);
      Lacking lacking = lacking(component, totals, Slots.empty(branch.slots()), Set.of());
      (lacking.isCertain() ? shortfalls : uncertain).addAll(lacking.shortfalls());
    }
    if (shortfalls.isEmpty()) {
      shortfalls = uncertain;
    }
    if (shortfalls.size() > 1) {
      shortfalls.sort(Comparator.comparing(Shortfall::place));
    }
    return shortfalls;
  }

  /** What steps lack that come after filled slots. */
  private Lacking lacking(
      List<Step> steps, TotalShortfalls totals, Slots slots, Set<Integer> filledBefore) {
    FarthestRows reach = new FarthestRows(matcher, steps);
    if (apart(() -> reach.isAll(slots), exceeded -> reach.cut())) {
      return new Lacking(List.of(), true);
    }
    if (steps.size() == 1) {
      return new Lacking(apart(() -> step(steps.get(0), totals, slots.copy())), !reach.isCut());
    }
    int reached = reach.reached();
    List<List<Shortfall>> tried = tried(steps.get(reached), totals, reach.rows());
    int nearest = 0;
    for (int i = 1; i < tried.size(); i++) {
      if (Distance.of(tried.get(i)) < Distance.of(tried.get(nearest))) {
        nearest = i;
      }
    }
    List<Shortfall> shortfalls = new ArrayList<>(tried.get(nearest));
    Set<Integer> filled = new HashSet<>(filledBefore);
    steps.subList(0, reached).forEach(step -> filled.addAll(step.fills()));
    shortfalls.addAll(
        beyond(
            steps.subList(reached + 1, steps.size()), totals, reach.rows().get(nearest), filled));
    return new Lacking(shortfalls, !reach.isCut());
  }

  /** What a step lacks after each of some combinations, of the first ones within the limit. */
  private List<List<Shortfall>> tried(Step failing, TotalShortfalls totals, List<Slots> rows) {
    List<List<Shortfall>> tried = new ArrayList<>();
    tried.add(apart(() -> step(failing, totals, rows.get(0))));
    apart(
        () -> {
          rows.subList(1, rows.size()).forEach(row -> tried.add(step(failing, totals, row)));
          return true;
        },
        exceeded -> false);
    return tried;
  }

  private <T> T apart(Supplier<T> work) {
    return situation.budget().apart(work);
  }

  private <T> T apart(Supplier<T> work, Function<LimitExceededException, T> otherwise) {
    return situation.budget().apart(work, otherwise);
  }

  /** What further steps lack by themselves, where they do not ask about what is missing before. */
  private List<Shortfall> beyond(
      List<Step> steps, TotalShortfalls totals, Slots slots, Set<Integer> filled) {
    List<Shortfall> shortfalls = new ArrayList<>();
    for (Step step : steps) {
      Step known = withoutUnknown(step, filled);
      if (known != null && !apart(() -> matcher.exists(List.of(known), slots))) {
        shortfalls.addAll(apart(() -> step(known, totals, slots)));
      }
    }
    return shortfalls;
  }

  private static @Nullable Step withoutUnknown(Step step, Set<Integer> filled) {
    if (step instanceof Step.Match match) {
      Set<Integer> known = new HashSet<>(filled);
      known.add(match.slot());
      List<Test> tests =
          match.tests().stream().filter(test -> known.containsAll(test.slots())).toList();
      return new Step.Match(match.slot(), match.type(), tests, match.source());
    }
    return filled.containsAll(step.reads()) ? step : null;
  }

  private List<Shortfall> step(Step step, TotalShortfalls totals, Slots slots) {
    if (step instanceof Step.Match match) {
      return List.of(missing(match, slots));
    }
    if (step instanceof Step.Total total) {
      return totals.of(total, slots);
    }
    if (step instanceof Step.Some some) {
      return lacking(some.steps(), totals, slots, Set.of()).shortfalls();
    }
    if (step instanceof Step.Every every) {
      Candidate misfit = matcher.misfit(every, slots);
      return List.of(
          new StatedExcluded(
              every.source().text(),
              every.source().span(),
              misfit == null ? List.of() : facts(Set.of(misfit))));
    }
    Step.None none = (Step.None) step;
    Set<Candidate> excluded = new LinkedHashSet<>();
    matcher.visit(
        none.steps(),
        slots.copy(),
        row -> {
          for (Step inner : none.steps()) {
            if (inner instanceof Step.Match match
                && row.at(match.slot()) instanceof Candidate candidate) {
              excluded.add(candidate);
            }
          }
          return true;
        });
    return List.of(new StatedExcluded(none.source().text(), none.source().span(), facts(excluded)));
  }

  private Shortfall missing(Step.Match match, Slots slots) {
    String text = match.source().text();
    if (match.type().name().equals(Vocabulary.EARNED)) {
      Shortfall otherTime = otherTime(match, slots);
      if (otherTime != null) {
        return otherTime;
      }
      return new StatedMissingCredential(text, match.source().span(), possible(match, slots, true));
    }
    if (match.type().name().equals(Vocabulary.MET)) {
      return new StatedMissingRequirement(
          text, match.source().span(), possible(match, slots, false));
    }
    if (match.type().name().equals(Vocabulary.TODAY)) {
      Shortfall otherTime = otherTimeOfBound(match, slots);
      if (otherTime != null) {
        return otherTime;
      }
    }
    return new StatedMissingFact(
        text, match.source().span(), match.type().record().getSimpleName(), near(match, slots));
  }

  private List<NearFact> near(Step.Match match, Slots slots) {
    List<NearFact> near = new ArrayList<>();
    for (Candidate fact : nearest.of(match, slots)) {
      near.add(near(match, fact, slots));
    }
    return near;
  }

  /** A credential that is there, and is not what is asked for by its dates alone; or null. */
  private @Nullable Shortfall otherTime(Step.Match match, Slots slots) {
    List<Test> others = match.tests().stream().filter(test -> !test.asksWhenEarned()).toList();
    if (others.size() < match.tests().size()) {
      Slots with = slots.copy();
      for (Candidate candidate : situation.ofType(match.type())) {
        situation.budget().spendRow(match.tests());
        with.put(match.slot(), candidate);
        if (Test.all(others, with)) {
          return otherTime(match, candidate);
        }
      }
    }
    return null;
  }

  /** The credential whose dates the day is compared with; null where it is not. */
  private static @Nullable Shortfall otherTimeOfBound(Step.Match match, Slots slots) {
    for (Test test : match.tests()) {
      if (test.asksWhenEarned()) {
        for (int slot : test.slots()) {
          if (slot != match.slot()
              && slots.at(slot) instanceof Candidate candidate
              && candidate.fact() instanceof Earned) {
            return otherTime(match, candidate);
          }
        }
      }
    }
    return null;
  }

  private static Shortfall otherTime(Step.Match match, Candidate candidate) {
    Earned dated = candidate.earned();
    return new StatedOtherTime(
        match.source().text(),
        match.source().span(),
        dated.credential(),
        dated.since(),
        dated.until());
  }

  private List<String> possible(Step.Match match, Slots slots, boolean isCredential) {
    return Possible.ids(program, match, slots, isCredential, situation);
  }

  /** What a fact misses is said of the few alone that are shown, out of thousands. */
  static NearFact near(Step.Match match, Candidate fact, Slots slots) {
    return near(match.tests(), fact, slots.with(match.slot(), fact));
  }

  /** Of the tests, those that a row with the fact in it does not pass. */
  static NearFact near(List<Test> tests, Candidate fact, Row with) {
    List<Miss> misses = new ArrayList<>();
    for (Test test : tests) {
      if (!test.in(with)) {
        misses.add(
            new StatedMiss(
                test.source().text(),
                test.source().span(),
                Measures.has(test, with),
                Measures.of(test, with)));
      }
    }
    return new StatedNearFact((Fact) fact.fact(), misses);
  }

  static List<Fact> facts(Set<Candidate> candidates) {
    return candidates.stream()
        .map(Candidate::fact)
        .filter(Fact.class::isInstance)
        .map(Fact.class::cast)
        .toList();
  }
}
