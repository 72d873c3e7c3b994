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
 * The steps of a branch that look at facts which its patterns match, such as the courses since a
 * certification was earned, and what they need at the least. Whatever they look at that is not
 * known yet is taken to pass, so that it is never less than what is there.
 */
final class JoinedSteps {
  private static final int MOST_MATCHED = 4;

  private final PlanStart start;
  private final OnRecord onRecord;
  private final List<Step> joined;

  private JoinedSteps(PlanStart start, OnRecord onRecord, List<Step> joined) {
    this.start = start;
    this.onRecord = onRecord;
    this.joined = joined;
  }

  /**
   * The patterns that are matched together on record, with what is needed beside. Where that is
   * more than nothing, each fact that matches can also be another one, beside which less is needed.
   */
  static List<Beside> beside(PlanStart start, Branch branch) {
    OnRecord onRecord = new OnRecord(start, branch);
    List<Set<Step.Match>> largest = onRecord.largest();
    List<Beside> all = new ArrayList<>(largest.size());
    List<Step> joined = of(branch);
    for (Set<Step.Match> matched : largest) {
      if (joined.isEmpty() || matched.size() > MOST_MATCHED) {
        all.add(new Beside(matched, List.of()));
      } else {
        new JoinedSteps(start, onRecord, joined).add(matched, all);
      }
    }
    return all;
  }

  private static List<Step> of(Branch branch) {
    if (branch.steps().size() < 2) {
      return List.of();
    }
    List<Step> joined = new ArrayList<>(0);
    for (Step step : branch.steps()) {
      if (!(step instanceof Step.Match) && !step.reads().isEmpty()) {
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
      if (isClosed(step, row)) {
        return null;
      }
      Step.Total total = step instanceof Step.Total one ? ofOnePattern(one) : null;
      int least = total == null ? 0 : least(total, row);
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

  /** Whether something on record spoils a step, whatever comes. */
  private boolean isClosed(Step step, Slots row) {
    if (!(step instanceof Step.Every every)
        || !Closed.onlyLooksAtWhatCounts(List.of(every.each()))) {
      return false;
    }
    Step.Match itself = every.itself();
    if (itself == null) {
      return false;
    }
    for (Candidate candidate : start.candidates(every.each().type(), start.empty())) {
      if (onRecord.looksAtTooMany()) {
        return false;
      }
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
