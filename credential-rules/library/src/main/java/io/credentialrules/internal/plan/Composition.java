package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableList;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps for one record while they are put together. Used by one thread. */
final class Composition {
  private final PlanRequest request;
  private final Budget budget;
  private final Drafts drafts;
  private final List<Draft> steps = new ArrayList<>();
  private final List<ImmutableList<StatedDemand>> demands = new ArrayList<>();
  private final List<Candidate> looked = new ArrayList<>();
  private int blanks;

  Composition(PlanRequest request, Trial trial, Budget budget) {
    this.request = request;
    this.budget = budget;
    this.drafts =
        new Drafts(
            request,
            trial,
            new SearchWork(budget),
            budget,
            Set.of(),
            new DraftNumbers(request.record().facts()));
  }

  PlanRequest request() {
    return request;
  }

  Drafts drafts() {
    return drafts;
  }

  Candidate candidate(Fact fact, VocabularyType type) {
    return new Candidate(fact, type, request.asOf(), budget);
  }

  /** A requirement that is not satisfied looks at a fact of the record. */
  void looksAt(Candidate candidate) {
    looked.add(candidate);
  }

  /** Other values would be tried in so many further fields. */
  void hasBlanks(int further) {
    blanks += further;
  }

  /**
   * Whether a search for the same steps would try so many values in each field, and have answers
   * left.
   */
  boolean triesAll(int values) {
    int answers = Allowance.answers(Planner.ANSWERS, request.record().facts().size());
    int most = TriedValues.valuesOfEach(blanks, answers);
    return values <= most && most * blanks < answers;
  }

  /** Adds a step; false for none. */
  boolean add(@Nullable Draft draft, ImmutableList<StatedDemand> asked) {
    if (draft != null) {
      steps.add(drafts.numbered(draft, steps.size()));
      demands.add(asked);
    }
    return draft != null;
  }

  /** The facts of the plan, in their order. */
  State plan() {
    return State.of(steps);
  }

  /** What a fact of the plan must be like. */
  ImmutableList<StatedDemand> demands(int number) {
    return demands.get(number);
  }

  /** All that the requirements look at that are not satisfied. */
  List<Candidate> seen() {
    List<Candidate> seen = new ArrayList<>(looked);
    steps.forEach(draft -> seen.add(draft.candidate()));
    return seen;
  }
}
