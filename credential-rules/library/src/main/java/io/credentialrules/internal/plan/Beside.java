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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of a branch that facts on record match together, and what its totals, which look at
 * these facts, need at the least beside them. Whatever a total looks at that is not known yet is
 * taken to pass, so that it is never less than what is there.
 *
 * @param matched the patterns that are matched; the others need further facts
 * @param needs what the totals need
 */
record Beside(Set<Step.Match> matched, List<Need> needs) {
  private static final int MOST_MATCHED = 4;

  /**
   * All that may need the least. Where totals need more beside what matches on record, each fact of
   * it can also be another one, beside which they need less.
   */
  static List<Beside> all(PlanStart start, Branch branch) {
    OnRecord onRecord = new OnRecord(start, branch);
    List<Step> joined =
        branch.steps().stream()
            .filter(step -> !(step instanceof Step.Match) && !step.reads().isEmpty())
            .toList();
    Set<Beside> all = new LinkedHashSet<>();
    for (Set<Step.Match> matched : onRecord.largest()) {
      if (joined.isEmpty() || matched.size() > MOST_MATCHED) {
        all.add(new Beside(matched, List.of()));
      } else {
        add(start, matched, joined, onRecord, all);
      }
    }
    return List.copyOf(all);
  }

  private static void add(
      PlanStart start,
      Set<Step.Match> largest,
      List<Step> joined,
      OnRecord onRecord,
      Set<Beside> all) {
    List<Set<Step.Match>> sets = new ArrayList<>(Sets.powerSet(largest));
    sets.sort((one, other) -> Integer.compare(other.size(), one.size()));
    Set<Set<Step.Match>> enough = new HashSet<>();
    for (Set<Step.Match> matched : sets) {
      if (enough.stream().anyMatch(more -> more.containsAll(matched))) {
        continue;
      }
      List<Slots> rows = onRecord.rows(matched);
      if (rows == null) {
        all.add(new Beside(Set.copyOf(matched), List.of()));
        enough.add(matched);
        continue;
      }
      Set<List<Need>> possible = new LinkedHashSet<>();
      for (Slots row : rows) {
        List<Need> needs = needs(joined, row, start, onRecord);
        if (needs != null) {
          possible.add(needs);
        }
      }
      if (possible.contains(List.<Need>of())) {
        possible.retainAll(Set.of(List.of()));
        enough.add(matched);
      }
      possible.forEach(needs -> all.add(new Beside(Set.copyOf(matched), needs)));
    }
  }

  /** What the steps need beside some facts; null where nothing can make them hold. */
  private static @Nullable List<Need> needs(
      List<Step> joined, Slots row, PlanStart start, OnRecord onRecord) {
    List<Need> needs = new ArrayList<>();
    for (Step step : joined) {
      if (isClosed(step, row, start, onRecord)) {
        return null;
      }
      Step.Total total = step instanceof Step.Total one ? ofOnePattern(one) : null;
      int least = total == null ? 0 : least(total, row, start, onRecord);
      if (total != null && least > 0) {
        Step.Match match = total.patterns().get(0);
        if (!new Coming(start, total.patterns()).canCome(match, row)) {
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

  /** How many facts a total is short of, with all that it can count. */
  private static int least(Step.Total total, Slots row, PlanStart start, OnRecord onRecord) {
    Step.Match match = total.patterns().get(0);
    List<Slots> rows = new ArrayList<>();
    for (Candidate candidate : start.candidates(match.type(), start.empty())) {
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

  /** Whether something on record spoils a step, whatever comes. */
  private static boolean isClosed(Step step, Slots row, PlanStart start, OnRecord onRecord) {
    if (!(step instanceof Step.Every every)
        || !Closed.onlyLooksAtWhatCounts(List.of(every.each()))) {
      return false;
    }
    Step.Match itself = every.itself();
    if (itself == null) {
      return false;
    }
    for (Candidate candidate : start.candidates(every.each().type(), start.empty())) {
      Slots with = row.with(every.each().slot(), candidate).with(itself.slot(), candidate);
      if (every.each().tests().stream()
              .allMatch(test -> OnRecord.isKnown(test.slots(), with) && Passing.passes(test, with))
          && !every.fitsItself().stream().allMatch(test -> onRecord.canPass(test, with))) {
        return true;
      }
    }
    return false;
  }
}
