package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Matchable;
import io.credentialrules.internal.program.Step;
import java.util.List;

/** What patterns can match in a state: the facts that count, and those of the plan. */
record StateFacts(PlanStart start, State state) implements Matchable {

  @Override
  public List<Candidate> candidates(Step.Match match) {
    return start.candidates(match.type(), state);
  }

  @Override
  public Budget budget() {
    return start.budget();
  }
}
