package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The days on which a requirement may change by what it asks of facts, and what it refers to. */
final class RequirementDays {
  private final Timeline timeline;
  private final TreeSet<Long> days = new TreeSet<>();
  private final Set<Integer> requirements = new LinkedHashSet<>();
  private final Set<Integer> credentials = new LinkedHashSet<>();
  private final List<List<Step>> askingWhenEarned = new ArrayList<>();

  RequirementDays(Timeline timeline, Requirement requirement) {
    this.timeline = timeline;
    timeline
        .known()
        .waived()
        .get(requirement.number())
        .forEach(waived -> days.add(waived.toEpochDay()));
    for (Proof proof : requirement.proofs()) {
      timeline.addWindow(proof.header().window(), proof.versionBy(), days);
      proof.branches().forEach(this::add);
    }
  }

  /** Days of the epoch, apart from those of what it refers to. */
  SortedSet<Long> days() {
    return Collections.unmodifiableSortedSet(days);
  }

  /** Whether it refers to requirements or credentials, which have days of their own. */
  boolean refers() {
    return !requirements.isEmpty() || !credentials.isEmpty() || asksWhenEarned();
  }

  /** The requirements that it asks for with {@code Met}, by number. */
  Set<Integer> requirements() {
    return requirements;
  }

  /** The credentials that it asks for with {@code Earned}, by number. */
  Set<Integer> credentials() {
    return credentials;
  }

  private void add(Branch branch) {
    List<Step> all = new ArrayList<>();
    collect(branch.steps(), all);
    if (timeline.program().asksWhenEarned() && branch.asksWhenEarned()) {
      askingWhenEarned.add(all);
    }
    for (Step step : all) {
      if (step instanceof Step.Match match) {
        add(match);
      }
    }
    addTested(all, () -> new TestedDays(timeline, all, match -> List.of(), days));
  }

  /** Whether it asks since when or until when a credential is earned. */
  boolean asksWhenEarned() {
    return !askingWhenEarned.isEmpty();
  }

  /**
   * Adds the days on which a date of the day reaches one on which a credential began or ceased to
   * be earned.
   */
  void addWhenEarned(Courses courses, Set<Long> all) {
    for (List<Step> steps : askingWhenEarned) {
      addTested(steps, () -> new TestedDays(timeline, steps, match -> dated(match, courses), all));
    }
  }

  private List<Candidate> dated(Step.Match match, Courses courses) {
    return match.referents().stream()
        .flatMap(number -> courses.allDated(number).stream())
        .map(
            earned -> {
              Candidate candidate = timeline.candidate(earned, match.type(), timeline.today());
              return candidate.dated(() -> earned);
            })
        .toList();
  }

  /** Only where the day or the learner is looked at, without which no test changes with the day. */
  private static void addTested(List<Step> all, Supplier<TestedDays> ofBranch) {
    if (!looksAtDayOrAge(all)) {
      return;
    }
    TestedDays tested = ofBranch.get();
    for (Step step : all) {
      if (step instanceof Step.Match match) {
        match.tests().forEach(tested::add);
      } else if (step instanceof Step.Total total) {
        total.tests().forEach(tested::add);
        total.arguments().forEach(tested::addBirthdays);
      }
    }
  }

  private static boolean looksAtDayOrAge(List<Step> all) {
    for (Step step : all) {
      if (step instanceof Step.Match match && DayDependence.looksAtDayOrAge(match)) {
        return true;
      }
    }
    return false;
  }

  /** All steps, wherever they are. */
  private static void collect(List<Step> steps, List<Step> all) {
    for (Step step : steps) {
      all.add(step);
      collect(step.parts(), all);
    }
  }

  private void add(Step.Match match) {
    if (match.type().name().equals(Vocabulary.TODAY)) {
      return;
    }
    if (match.type().isDerived()) {
      (match.type().name().equals(Vocabulary.EARNED) ? credentials : requirements)
          .addAll(match.referents());
      return;
    }
    for (TimedFact fact : TestedDays.facts(timeline, match)) {
      add(fact, days);
    }
  }

  /** The days on which a fact begins to count, and does not count any more. */
  static void add(TimedFact fact, Collection<Long> days) {
    if (fact.from() != Long.MIN_VALUE) {
      days.add(fact.from());
    }
    if (fact.until() != Long.MAX_VALUE) {
      days.add(fact.until() + 1);
    }
  }

  /** The single constraints of a test that may have several. */
  static void leaves(Test test, Collection<Test> leaves) {
    if (test.parts().isEmpty()) {
      leaves.add(test);
    } else {
      test.parts().forEach(part -> leaves(part, leaves));
    }
  }
}
