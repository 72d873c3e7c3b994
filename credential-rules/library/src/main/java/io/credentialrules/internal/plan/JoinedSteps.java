package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Totals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a branch that look at facts which its patterns match, such as the courses since a
 * certification was earned, and what they need at the least. Whatever they look at that is not
 * known yet is taken to pass, so that it is never less than what is there.
 */
final class JoinedSteps {
  private static final int MOST_MATCHED = 4;

  private final PlanStart start;
  private final OnRecord onRecord;
  private final List<Step> joined;
  private final List<Arrival> arrivals;
  private final IdentityHashMap<Step.Match, Coming> coming = new IdentityHashMap<>();

  private JoinedSteps(
      PlanStart start, OnRecord onRecord, List<Step> joined, List<Arrival> arrivals) {
    this.start = start;
    this.onRecord = onRecord;
    this.joined = joined;
    this.arrivals = arrivals;
  }

  /**
   * The patterns that are matched together on record, with what is needed beside. Where that is
   * more than nothing, each fact that matches can also be another one, beside which less is needed.
   *
   * @param arrivals the ways in which one thing comes about whatever else does; none where nothing
   *     does
   */
  static List<Beside> beside(PlanStart start, Branch branch, List<Arrival> arrivals) {
    OnRecord onRecord = new OnRecord(start, branch);
    List<Set<Step.Match>> largest = onRecord.largest();
    List<Beside> all = new ArrayList<>(largest.size());
    List<Step> joined = of(branch, !arrivals.isEmpty());
    for (Set<Step.Match> matched : largest) {
      if (joined.isEmpty() || matched.size() > MOST_MATCHED) {
        all.add(new Beside(matched, List.of()));
      } else {
        new JoinedSteps(start, onRecord, joined, arrivals).add(matched, all);
      }
    }
    return all;
  }

  private static List<Step> of(Branch branch, boolean canBeSpoilt) {
    List<Step> joined = new ArrayList<>(0);
    for (Step step : branch.steps()) {
      if (!(step instanceof Step.Match)
          && (!step.reads().isEmpty() || (canBeSpoilt && Arrival.canSpoil(step)))) {
        joined.add(step);
      }
    }
    return joined;
  }

  private void add(Set<Step.Match> largest, List<Beside> all) {
    List<Set<Step.Match>> sets = new ArrayList<>(Sets.powerSet(largest));
    sets.sort((one, other) -> Integer.compare(other.size(), one.size()));
    Set<Set<Step.Match>> enough = new HashSet<>();
    for (Set<Step.Match> matched : sets) {
      if (enough.stream().anyMatch(more -> more.containsAll(matched))) {
        continue;
      }
      List<Slots> rows = onRecord.rows(matched);
      if (rows == null) {
        all.add(new Beside(matched, List.of()));
        enough.add(matched);
        continue;
      }
      Set<List<Need>> possible = new LinkedHashSet<>();
      for (Slots row : rows) {
        List<Need> needs = needs(row);
        if (needs != null) {
          possible.add(needs);
        }
      }
      if (possible.contains(List.<Need>of())) {
        possible.retainAll(Set.of(List.of()));
        enough.add(matched);
      }
      possible.forEach(needs -> all.add(new Beside(matched, needs)));
    }
  }

  /** What the steps need beside some facts; null where nothing can make them hold. */
  private @Nullable List<Need> needs(Slots row) {
    List<Need> needs = new ArrayList<>();
    for (Step step : joined) {
      if (isClosed(step, row) || isSpoilt(step, row) || isOutOfReach(step, row)) {
        return null;
      }
      Step.Total total = step instanceof Step.Total one ? ofOnePattern(one) : null;
      int least = total == null ? 0 : least(total, row);
      if (total != null && least > 0) {
        Step.Match match = total.patterns().get(0);
        if (!canCome(match, row)) {
          return null;
        }
        needs.add(Need.of(null, match, least, start));
      }
    }
    return needs;
  }

  /**
   * A total of at least as much; null where it is not over one pattern that facts can be added for.
   */
  private static Step.@Nullable Total ofOnePattern(Step.Total total) {
    return total.patterns().size() == 1
            && total.grouping() == null
            && PlanStart.canBeAdded(total.patterns().get(0).type())
        ? new Step.Total(
            ImmutableList.copyOf(total.patterns()),
            total.functions(),
            total.tests(),
            total.source())
        : null;
  }

  /** How many facts a total is short of, with all that it can count; none where that is unknown. */
  private int least(Step.Total total, Slots row) {
    Step.Match match = total.patterns().get(0);
    List<Slots> rows = new ArrayList<>();
    for (Candidate candidate : start.candidates(match.type(), start.empty())) {
      if (onRecord.looksAtTooMany()) {
        return 0;
      }
      Slots with = row.with(match.slot(), candidate);
      if (match.tests().stream().allMatch(test -> onRecord.canPass(test, with))) {
        rows.add(with);
      }
    }
    Slots filled = row.copy();
    Totals totals = Totals.of(total.functions(), rows);
    total.functions().forEach(each -> filled.put(each.slot(), totals.at(each.slot())));
    return Shortage.ofGrowing(total, filled);
  }

  /** Whether something that has to be there is not, and comes too early or too late. */
  private boolean isOutOfReach(Step step, Slots row) {
    if (!(step instanceof Step.Some some)
        || some.steps().size() != 1
        || !(some.steps().get(0) instanceof Step.Match match)
        || PlanStart.isDerived(match.type())) {
      return false;
    }
    for (Candidate candidate : start.candidates(match.type(), start.empty())) {
      Slots with = row.with(match.slot(), candidate);
      if (onRecord.looksAtTooMany()
          || match.tests().stream().allMatch(test -> onRecord.canPass(test, with))) {
        return false;
      }
    }
    return !canCome(match, row);
  }

  private boolean canCome(Step.Match match, Slots row) {
    return coming
        .computeIfAbsent(match, only -> new Coming(start, List.of(only)))
        .canCome(match, row);
  }

  private boolean isSpoilt(Step step, Slots row) {
    return !arrivals.isEmpty()
        && arrivals.stream().allMatch(arrival -> arrival.spoils(step, row, start));
  }

  /** Whether something on record spoils a step, whatever comes. */
  private boolean isClosed(Step step, Slots row) {
    if (!Arrival.canSpoil(step)) {
      return false;
    }
    Step.Match each = (Step.Match) step.parts().get(0);
    if (!Closed.onlyLooksAtWhatCounts(List.of(each))) {
      return false;
    }
    for (Candidate candidate : start.candidates(each.type(), start.empty())) {
      if (onRecord.looksAtTooMany()) {
        return false;
      }
      Slots with = row.with(each.slot(), candidate);
      if (each.tests().stream()
              .allMatch(test -> OnRecord.isKnown(test.slots(), with) && Passing.passes(test, with))
          && !(step instanceof Step.Every every && canFitItself(every, with, candidate))) {
        return true;
      }
    }
    return false;
  }

  private boolean canFitItself(Step.Every every, Slots row, Candidate candidate) {
    Slots with = row.copy();
    every.fits().forEach(fit -> fit.fills().forEach(slot -> with.put(slot, candidate)));
    return every.fitsItself().stream().allMatch(test -> onRecord.canPass(test, with));
  }
}
