package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Totals;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Met;
import io.credentialrules.vocabulary.Learner;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is on one day; what rules derive is worked out when a pattern comes to it. */
final class OneDay implements Moment {
  /** To see whether so many facts count on the day costs what a combination of facts costs. */
  private static final int FACTS_FOR_A_COMBINATION = 16;

  private final Courses courses;
  private final long day;
  private final IdentityHashMap<Step.Match, List<Candidate>> known = new IdentityHashMap<>();
  private @Nullable Candidate today;
  private @Nullable List<Candidate> learner;

  OneDay(Courses courses, long day) {
    this.courses = courses;
    this.day = day;
  }

  @Override
  public List<Candidate> candidates(Step.Match match) {
    List<Candidate> candidates = known.get(match);
    if (candidates == null) {
      candidates = found(match);
      known.put(match, candidates);
    }
    return candidates;
  }

  private List<Candidate> found(Step.Match match) {
    Timeline timeline = courses.timeline();
    VocabularyType type = match.type();
    if (type.name().equals(Vocabulary.TODAY)) {
      if (today == null) {
        today = timeline.todayOn(day, type);
      }
      return List.of(today);
    }
    if (type.isDerived()) {
      List<Candidate> derived = timeline.patternFacts().derived(match);
      return timeline.program().asksWhenEarned()
          ? derived.stream().map(this::dated).toList()
          : derived;
    }
    if (type.record() == Learner.class) {
      if (learner == null) {
        learner =
            timeline.patternFacts().ofType(type).stream()
                .filter(known -> known.countsOn(day))
                .map(known -> timeline.candidate(known.fact(), type, day))
                .toList();
      }
      return learner;
    }
    List<Candidate> there = new ArrayList<>();
    List<TimedFact> possible = timeline.patternFacts().of(match);
    timeline.budget().spendOnDays(possible.size() / FACTS_FOR_A_COMBINATION);
    for (TimedFact fact : possible) {
      if (fact.countsOn(day) && fact.isAfter(courses.floor())) {
        there.add(fact.candidate());
      }
    }
    return there;
  }

  private Candidate dated(Candidate candidate) {
    return candidate.fact() instanceof Earned earned
        ? candidate.dated(() -> courses.dated(courses.timeline().program().number(earned), day))
        : candidate;
  }

  @Override
  public boolean holds(Candidate candidate) {
    if (candidate.fact() instanceof Met met) {
      return isSatisfied(courses.timeline().program().number(met));
    }
    if (candidate.fact() instanceof Earned earned) {
      int number = courses.timeline().program().number(earned);
      boolean isEarned = courses.credential(number).on(day);
      return candidate.hasLapsed() ? !isEarned && courses.hasLapsed(number, day) : isEarned;
    }
    return true;
  }

  @Override
  public boolean isSatisfied(int requirement) {
    return courses.requirement(requirement).on(day);
  }

  @Override
  public List<Proof> proofsInForce(Requirement requirement) {
    List<Proof> proofs = requirement.proofs();
    for (Proof proof : proofs) {
      if (!isInForce(proof)) {
        return proofs.stream().filter(this::isInForce).toList();
      }
    }
    return proofs;
  }

  private boolean isInForce(Proof proof) {
    return courses.timeline().isInForce(proof.header().window(), proof.versionBy(), day);
  }

  @Override
  public @Nullable Totals followed(Step.Total total) {
    RunningTotal running = courses.running(total);
    return running == null ? null : running.on(day);
  }

  @Override
  public Budget budget() {
    return courses.timeline().budget();
  }
}
