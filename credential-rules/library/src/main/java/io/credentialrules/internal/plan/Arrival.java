package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.plan.Need.Identity;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fact that comes about where a plan needs one: something new, of which its day is known and what
 * its pattern asks for, or something that is on record once it counts.
 *
 * @param fact as it could be
 * @param known the fields that are like that whatever else the fact is like
 * @param identities for other fields, which texts or words they equal
 */
record Arrival(
    Candidate fact, ImmutableSet<String> known, ImmutableMap<String, Identity> identities) {

  /** The ways in which a need can be served; none where it is not known what serves it. */
  static List<Arrival> of(Need need, PlanStart start) {
    Step.Match pattern = need.pattern();
    if (pattern == null || !pattern.type().including().isEmpty() || !need.onRecord().isEmpty()) {
      return List.of();
    }
    Origin origin = new Origin(0, 0, pattern.source(), pattern, null);
    Draft fresh = start.drafts().draft(pattern.type(), Map.of(), origin);
    String day = start.drafts().dayField(pattern.type());
    if (fresh == null || day == null) {
      return List.of();
    }
    List<Arrival> ways = new ArrayList<>();
    ways.add(new Arrival(fresh.candidate(), ImmutableSet.of(day), need.kind().identities()));
    for (Draft upgrade : start.drafts().upgrades(pattern.type(), start.empty(), origin)) {
      Set<String> known = new HashSet<>(upgrade.fixed().keySet());
      known.add(day);
      ways.add(
          new Arrival(upgrade.candidate(), ImmutableSet.copyOf(known), need.kind().identities()));
    }
    return ways;
  }

  /** Whether a step is one that something more can spoil for good. */
  static boolean canSpoil(Step step) {
    return (step instanceof Step.Every every && every.itself() != null)
        || (step instanceof Step.None none
            && none.steps().size() == 1
            && none.steps().get(0) instanceof Step.Match);
  }

  /** Whether a step does not hold any more, whatever the fact is like and whatever else comes. */
  boolean spoils(Step step, Slots row, PlanStart start) {
    if (!canSpoil(step)) {
      return false;
    }
    if (step instanceof Step.Every every) {
      Slots with = row.with(every.each().slot(), fact);
      for (Step fit : every.fits()) {
        fit.fills().forEach(slot -> with.put(slot, fact));
      }
      return isMatch(every.each(), with, start)
          && every.fitsItself().stream().anyMatch(test -> fails(test, every, with, start));
    }
    Step.Match match = (Step.Match) step.parts().get(0);
    return isMatch(match, row.with(match.slot(), fact), start);
  }

  private boolean isMatch(Step.Match match, Slots row, PlanStart start) {
    return match.type().record().isInstance(fact.fact())
        && match.tests().stream()
            .allMatch(
                test ->
                    (isKnown(test, row, start) && Passing.passes(test, row))
                        || isAsked(test, match));
  }

  private boolean isAsked(Test test, Step.Match match) {
    Map<String, Identity> asked = Need.identities(test);
    return test.readsOnly(match.slot())
        && !asked.isEmpty()
        && asked.entrySet().stream()
            .allMatch(
                one -> {
                  Identity own = identities.get(one.getKey());
                  return own != null && own.isWithin(one.getValue());
                });
  }

  private boolean fails(Test test, Step.Every every, Slots row, PlanStart start) {
    if (isKnown(test, row, start)) {
      return !Passing.passes(test, row);
    }
    return every.fits().stream().anyMatch(fit -> fit.fills().stream().allMatch(test::readsOnly))
        && Need.identities(test).entrySet().stream()
            .anyMatch(
                one -> {
                  Identity own = identities.get(one.getKey());
                  return own != null && own.excludes(one.getValue());
                });
  }

  /** Whether what a test looks at is in the row, and known of the fact. */
  private boolean isKnown(Test test, Slots row, PlanStart start) {
    return OnRecord.isKnown(test.slots(), row)
        && start.operands(test).reads().stream()
            .allMatch(read -> row.at(read.slot()) != fact || isKnown(read));
  }

  private boolean isKnown(Operands.Read read) {
    return read.field() != null && known.contains(read.field());
  }
}
