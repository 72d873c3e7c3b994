package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableList;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan.Action;
import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts of a plan while it is made. Immutable but for what it remembers. */
final class State {

  private final ImmutableList<Draft> drafts;
  private Trial.@Nullable Answer answer;
  private @Nullable List<Candidate> derived;

  private State(ImmutableList<Draft> drafts) {
    this.drafts = drafts;
  }

  /** A state without facts, for one plan: it remembers what the rules say of the record. */
  static State empty() {
    return new State(ImmutableList.of());
  }

  ImmutableList<Draft> drafts() {
    return drafts;
  }

  int steps() {
    return drafts.size();
  }

  /** What all steps cost. */
  long cost() {
    long cost = 0;
    for (Draft draft : drafts) {
      cost += draft.cost();
    }
    return cost;
  }

  /** How many of the steps are new facts. */
  long additions() {
    long additions = 0;
    for (Draft draft : drafts) {
      additions += draft.action() == Action.ADD ? 1 : 0;
    }
    return additions;
  }

  /** Whether a fact of the steps can be seen as a type. */
  boolean hasAny(VocabularyType type) {
    for (Draft draft : drafts) {
      if (draft.type().record() == type.record()) {
        return true;
      }
    }
    return false;
  }

  /** How much all steps add to amounts. */
  BigDecimal amount() {
    BigDecimal amount = BigDecimal.ZERO;
    for (Draft draft : drafts) {
      BigDecimal adds = draft.adds();
      amount = adds == null ? amount : amount.add(adds);
    }
    return amount;
  }

  /** A smaller cost, then fewer steps, then fewer new facts, then smaller amounts. */
  static final Comparator<State> SMALLEST =
      Comparator.comparingLong(State::cost)
          .thenComparingInt(State::steps)
          .thenComparingLong(State::additions)
          .thenComparing(State::amount);

  /** The smaller of two; null when both are. */
  static @Nullable State smaller(@Nullable State one, @Nullable State other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return SMALLEST.compare(other, one) < 0 ? other : one;
  }

  State plus(Draft draft) {
    return new State(ImmutableList.<Draft>builder().addAll(drafts).add(draft).build());
  }

  State with(Draft changed) {
    ImmutableList.Builder<Draft> all = ImmutableList.builderWithExpectedSize(drafts.size());
    for (Draft draft : drafts) {
      all.add(draft.number() == changed.number() ? changed : draft);
    }
    return new State(all.build());
  }

  /** A state of these facts. */
  static State of(List<Draft> drafts) {
    return new State(ImmutableList.copyOf(drafts));
  }

  State without(Set<Integer> numbers) {
    ImmutableList.Builder<Draft> all = ImmutableList.builderWithExpectedSize(drafts.size());
    for (Draft draft : drafts) {
      if (!numbers.contains(draft.number())) {
        all.add(draft);
      }
    }
    return new State(all.build());
  }

  boolean replaces(Fact fact) {
    for (Draft draft : drafts) {
      if (fact.equals(draft.base())) {
        return true;
      }
    }
    return false;
  }

  /** The fact of the plan that a candidate is, whatever its type sees; null where it is none. */
  @Nullable Draft draft(@Nullable Object candidate) {
    for (Draft draft : drafts) {
      if (draft.candidate() == candidate
          || (candidate instanceof Candidate seen && seen.fact() == draft.candidate().fact())) {
        return draft;
      }
    }
    return null;
  }

  /** What it takes from a record and adds to it. */
  Trial.Changed changed(LearnerRecord record) {
    List<Candidate> added = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      added.add(drafts.get(i).candidate());
    }
    return new Trial.Changed(replaced(), added, () -> appliedTo(record));
  }

  private Set<Fact> replaced() {
    Set<Fact> replaced = Set.of();
    for (Draft draft : drafts) {
      if (draft.base() != null) {
        if (replaced.isEmpty()) {
          replaced = new HashSet<>();
        }
        replaced.add(draft.base());
      }
    }
    return replaced;
  }

  LearnerRecord appliedTo(LearnerRecord record) {
    Set<Fact> replaced = replaced();
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : record.facts()) {
      if (!replaced.contains(fact)) {
        facts.add(fact);
      }
    }
    drafts.forEach(draft -> facts.add(draft.fact()));
    return LearnerRecord.builder(record.learner())
        .addAll(facts)
        .waive(record.waivers().toArray(new Waiver[0]))
        .policyDate(record.policyDate())
        .build();
  }

  /** What the rules say of the record with these facts. */
  Trial.Answer verdicts(PlanStart start) {
    return answer(start);
  }

  Trial.Answer answer(PlanStart start) {
    Trial.Answer known = answer;
    if (known == null) {
      known = start.answer(this);
      answer = known;
    }
    return known;
  }

  /** The credentials and requirements that the rules derive. */
  List<Candidate> derived(PlanStart start) {
    List<Candidate> known = derived;
    if (known == null) {
      known = start.derivedFacts().of(answer(start));
      derived = known;
    }
    return known;
  }
}
