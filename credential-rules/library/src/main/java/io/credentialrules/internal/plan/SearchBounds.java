package io.credentialrules.internal.plan;

import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.syntax.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far one search through the steps of a branch may go. Used by one thread. */
final class SearchBounds {
  private static final int NODES = 8_000;

  private final PlanStart planStart;
  private final int credential;
  private final int requirement;
  private final List<String> scale;
  private final long start;
  private final @Nullable Forced forced;
  private final SearchBounds whole;
  private long most;
  private int nodes = NODES;
  private boolean isCut;

  /** A pattern that has to be matched by one of these facts of the plan. */
  record Forced(Step.Match match, List<Draft> drafts) {}

  SearchBounds(
      PlanStart planStart,
      int credential,
      int requirement,
      List<String> scale,
      State start,
      long most) {
    this.planStart = planStart;
    this.credential = credential;
    this.requirement = requirement;
    this.scale = scale;
    this.start = start.cost();
    this.most = most;
    this.forced = null;
    this.whole = this;
  }

  private SearchBounds(SearchBounds outer, Forced forced) {
    this.planStart = outer.planStart;
    this.credential = outer.credential;
    this.requirement = outer.requirement;
    this.scale = outer.scale;
    this.start = outer.start;
    this.forced = forced;
    this.whole = outer.whole;
  }

  /** The same bounds, in which a pattern has to be matched by one of these facts. */
  SearchBounds forcing(Step.Match match, List<Draft> drafts) {
    return new SearchBounds(this, new Forced(match, drafts));
  }

  @Nullable List<Draft> forcedFor(Step.Match match) {
    return forced != null && forced.match().equals(match) ? forced.drafts() : null;
  }

  /** Whether a state is within the bounds; counts the question. */
  boolean allows(State state) {
    if (left(state) < 0) {
      whole.isCut = true;
      return false;
    }
    if (isExhausted()) {
      whole.isCut = true;
      return false;
    }
    whole.nodes--;
    return true;
  }

  /** What further facts of a state may cost; negative where it costs too much already. */
  long left(State state) {
    return whole.most - (state.cost() - start);
  }

  /** Whether a state may have a further fact. */
  boolean hasRoom(State state) {
    return left(state) >= planStart.range().least();
  }

  /** From now on only what costs less than this. */
  void below(State found) {
    whole.most = found.cost() - start - 1;
  }

  /** Notes that something was left out because of the bound. */
  void cut() {
    whole.isCut = true;
  }

  /** Whether something was left out because of a bound. */
  boolean isCut() {
    return whole.isCut;
  }

  boolean isExhausted() {
    return whole.nodes <= 0 || planStart.isTired();
  }

  int credential() {
    return credential;
  }

  int requirement() {
    return requirement;
  }

  List<String> scale() {
    return scale;
  }

  Origin origin(Condition condition, Step.Match pattern) {
    return new Origin(credential, requirement, condition, pattern, null);
  }
}
