package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.util.List;

/**
 * Makes conditions hold that facts of the plan keep from holding: each misfit fits, or is none any
 * more.
 */
record Undoing(PlanStart start, OpenFields openFields, StepSearch search) {

  boolean every(
      SearchBounds bounds,
      Step.Every every,
      Slots slots,
      State state,
      StepSearch.Found next,
      StepSearch.Found again) {
    Candidate misfit = start.matcher(state).misfit(every, slots);
    if (misfit == null) {
      return next.at(slots, state);
    }
    Slots row = slots.with(every.each().slot(), misfit);
    return search.visit(bounds, every.fits(), 0, row, state, again)
        || undo(bounds, List.of(every.each()), row, slots, state, again);
  }

  /** Changes facts of the plan so that a combination does not pass steps, or makes it pass more. */
  boolean undo(
      SearchBounds bounds,
      List<Step> steps,
      Slots row,
      Slots slots,
      State state,
      StepSearch.Found again) {
    for (Step step : steps) {
      if (step instanceof Step.None without) {
        StepSearch.Found found =
            (with, reached) -> again.at(OpenFields.refreshed(slots, state, reached), reached);
        if (search.visit(bounds, without.steps(), 0, row, state, found)) {
          return true;
        }
      }
      if (!(step instanceof Step.Match match)) {
        continue;
      }
      for (Test test : match.tests()) {
        List<OpenFields.Open> open = openFields.of(test, row, state);
        if (open.isEmpty() || !bounds.allows(state)) {
          start.laterDays().keepWhere(test, row, false);
          continue;
        }
        FieldValues.Question question =
            new FieldValues.Question(test, match.tests(), row, state, bounds.scale());
        boolean stopped =
            openFields
                .combinations(open, question)
                .visit(
                    values -> {
                      OpenFields.Changed changed =
                          openFields.change(bounds, open, values, question, false);
                      return changed != null
                          && again.at(
                              OpenFields.refreshed(slots, state, changed.state()), changed.state());
                    });
        if (stopped) {
          return true;
        }
      }
    }
    return false;
  }
}
