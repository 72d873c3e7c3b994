package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.timeline.Allocations;
import io.credentialrules.internal.timeline.Timeline;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which facts an answer rests on: its evidence, amounts and dates come from one way of meeting it.
 */
final class Bases {
  private final Matcher matcher;
  private final FactDays days;
  private final Timeline timeline;
  private final Allocations allocations;
  private final IdentityHashMap<Way, LeftFacts> left = new IdentityHashMap<>();

  Bases(Matcher matcher, FactDays days, Timeline timeline, Allocations allocations) {
    this.matcher = matcher;
    this.days = days;
    this.timeline = timeline;
    this.allocations = allocations;
  }

  /** Of a requirement by itself: what is complete first. */
  Witnesses alone() {
    return new Witnesses(matcher, days, fact -> true);
  }

  /**
   * Of a requirement in a way that lasts until a day: what the last achievement rests on, and lasts
   * as long; then whatever there is.
   */
  List<Witnesses> inWay(Way way, int requirement, @Nullable LocalDate until) {
    Predicate<Candidate> lasts =
        candidate -> !(candidate.fact() instanceof Fact fact) || timeline.countsUntil(fact, until);
    Witnesses all = new Witnesses(matcher, days, lasts);
    if (way.rule().settings().validFor() == null) {
      return List.of(all);
    }
    Predicate<Candidate> achieved =
        candidate ->
            !(candidate.fact() instanceof Fact fact)
                || timeline.isOfLastAchievement(way, requirement, fact);
    return List.of(new Witnesses(matcher.only(achieved), days, lasts), all);
  }

  /** Of a requirement with the facts that it was allotted. */
  Witnesses allotted(Way way, Predicate<Candidate> given) {
    return new Witnesses(allocations.claims(way).only(given), days, fact -> true);
  }

  /** What the requirements of a way that hold leave. */
  LeftFacts left(Way way) {
    return left.computeIfAbsent(
        way, first -> new LeftFacts(allocations.of(way), allocations.claims(way)));
  }

  Matcher matcher() {
    return matcher;
  }
}
