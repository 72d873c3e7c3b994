package io.credentialrules.internal.explain;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Measure;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Components;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a branch that holds rests on: of all combinations, first of preferred facts, the one
 * that is complete first. After one is found, only what is earlier is looked at, so that a search
 * ends when it is settled.
 */
final class Witnesses {
  private static final int LATER_LOOKS = 20_000;

  private final Matcher matcher;
  private final ToLongFunction<Candidate> since;
  private final Predicate<Candidate> preferred;

  /**
   * With an order of facts and a choice among them.
   *
   * @param since the day of the epoch since which what a fact says holds
   * @param preferred which facts are chosen where they suffice; totals count all
   */
  Witnesses(Matcher matcher, ToLongFunction<Candidate> since, Predicate<Candidate> preferred) {
    this.matcher = matcher;
    this.since = since;
    this.preferred = preferred;
  }

  /** The combination that is complete first, or null when the branch does not hold so. */
  @Nullable Witness of(Branch branch) {
    ImmutableSet.Builder<Candidate> candidates = ImmutableSet.builder();
    Measure measure = null;
    for (List<Step> component : Components.of(branch.steps())) {
      Choice chosen = chosen(component, Slots.empty(branch.slots()));
      if (chosen.facts == null) {
        return null;
      }
      candidates.addAll(chosen.facts);
      measure = measure == null ? chosen.measure : measure;
    }
    return new Witness(candidates.build(), measure);
  }

  private Choice chosen(List<Step> steps, Slots slots) {
    Choice choice = new Choice(steps, preferred);
    LimitExceededException exceeded = look(choice, steps, slots);
    if (choice.facts == null) {
      choice = new Choice(steps, fact -> true);
      exceeded = look(choice, steps, slots);
    }
    if (choice.facts == null && exceeded != null) {
      throw exceeded;
    }
    return choice;
  }

  /** Looks at all combinations, or as many as are allowed; null where that is all. */
  private @Nullable LimitExceededException look(Choice choice, List<Step> steps, Slots slots) {
    return matcher
        .budget()
        .<Optional<LimitExceededException>>apart(
            () -> {
              matcher.visit(steps, slots.copy(), choice::wants, choice::look);
              return Optional.empty();
            },
            Optional::of)
        .orElse(null);
  }

  /**
   * Remembers the facts of the combination whose last fact is the earliest; of several the first.
   */
  private final class Choice {
    private final List<Step> steps;
    private final Predicate<Candidate> wanted;
    private @Nullable Set<Candidate> facts;
    private @Nullable Measure measure;
    private long last;
    private int looks;

    private Choice(List<Step> steps, Predicate<Candidate> wanted) {
      this.steps = steps;
      this.wanted = wanted;
    }

    private boolean wants(Candidate candidate) {
      return wanted.test(candidate)
          && (facts == null || (++looks < LATER_LOOKS && since.applyAsLong(candidate) < last));
    }

    private boolean look(Slots slots) {
      Set<Candidate> found = new LinkedHashSet<>();
      steps.forEach(step -> collect(step, slots, found));
      long day = Long.MIN_VALUE;
      for (Candidate fact : found) {
        day = Math.max(day, since.applyAsLong(fact));
      }
      if (facts == null || day < last) {
        facts = found;
        measure = measure(steps, slots);
        last = day;
      }
      return last == Long.MIN_VALUE;
    }
  }

  private static @Nullable Measure measure(List<Step> steps, Slots slots) {
    for (Step step : steps) {
      List<Test> tests =
          step instanceof Step.Total total
              ? total.tests()
              : step instanceof Step.Match match ? match.tests() : List.of();
      for (Test test : tests) {
        Measure measure = Measures.of(test, slots);
        if (measure != null) {
          return measure;
        }
      }
    }
    return null;
  }

  /**
   * Patterns rest on their fact, totals on all facts that they count, {@code exists} on the first
   * that there is.
   */
  private void collect(Step step, Slots slots, Set<Candidate> facts) {
    if (step instanceof Step.Match match && slots.at(match.slot()) instanceof Candidate fact) {
      facts.add(fact);
    } else if (step instanceof Step.Total total) {
      for (Slots row : matcher.rows(total.steps(), slots)) {
        total.steps().forEach(inner -> collect(inner, row, facts));
      }
    } else if (step instanceof Step.Some some) {
      Set<Candidate> chosen = chosen(some.steps(), slots).facts;
      if (chosen != null) {
        facts.addAll(chosen);
      }
    }
  }
}
