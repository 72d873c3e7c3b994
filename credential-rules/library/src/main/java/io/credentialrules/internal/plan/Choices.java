package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Goes through the ways to choose among routes, alternatives and "k of n", with what the further
 * facts that each needs cost at the least, and leaves out at once what costs too much.
 *
 * <p>What a choice needs is a lower bound whatever the rules are like: each pattern that what is on
 * record does not match, together with the others that it matches, needs a fact, each count as many
 * as it is short, and a fact serves two of them unless their types or names exclude each other.
 * What is forbidden, joined or exclusive can only make it more. The number of choices that are
 * looked at is bounded.
 */
final class Choices {
  private static final int NODES = 5_000;
  private static final int DEPTH = 300;

  private final PlanStart start;
  private final GoalSearch goals;
  private final Visitor visitor;
  private int nodes;
  private int depth;
  private int target;
  private boolean isCut;

  /** Is shown each choice. */
  interface Visitor {
    /** What costs too much. */
    long limit();

    /** A choice that may cost less. */
    void visit(Selection selection, long least);
  }

  /** What is still to be decided. */
  private sealed interface Goal {
    record OfCredential(int number) implements Goal {}

    record OfRequirement(int number, int owner) implements Goal {}

    record OfStep(Step step, int slots, int owner, boolean isNested) implements Goal {}

    record SomeOf(Step.Match match, List<Integer> among, int left, Set<Integer> chosen)
        implements Goal {}
  }

  Choices(PlanStart start, Visitor visitor) {
    this.start = start;
    this.goals = new GoalSearch(start, false, Set.of());
    this.visitor = visitor;
  }

  /** Shows all choices for a credential; false where there are too many to look at. */
  boolean visit(Award award) {
    target = award.number();
    go(List.of(new Goal.OfCredential(award.number())), List.of(), Selection.OPEN);
    return !isCut;
  }

  private void go(List<Goal> pending, List<Need> needs, Selection selection) {
    if (++nodes > NODES || depth >= DEPTH) {
      isCut = true;
      return;
    }
    depth++;
    decide(pending, needs, selection);
    depth--;
  }

  private void decide(List<Goal> pending, List<Need> needs, Selection selection) {
    long least = Need.least(needs);
    if (least >= visitor.limit()) {
      return;
    }
    if (pending.isEmpty()) {
      visitor.visit(selection, least);
      return;
    }
    List<Goal> rest = pending.subList(1, pending.size());
    Goal goal = pending.get(0);
    if (goal instanceof Goal.OfCredential credential) {
      credential(credential.number(), rest, needs, selection);
    } else if (goal instanceof Goal.OfRequirement requirement) {
      requirement(requirement, rest, needs, selection);
    } else if (goal instanceof Goal.SomeOf some) {
      some(some, rest, needs, selection);
    } else if (goal instanceof Goal.OfStep step) {
      step(step, rest, needs, selection);
    }
  }

  private void credential(int number, List<Goal> rest, List<Need> needs, Selection selection) {
    if (start.isEarned(start.empty(), number) || selection.ways().containsKey(number)) {
      go(rest, needs, selection);
      return;
    }
    Award award = program().credentials().get(number);
    if (award.isExternal()) {
      go(rest, with(needs, Need.held(award.credential().id(), start)), selection);
      return;
    }
    if (isHeldInSomeWay(award)) {
      go(rest, with(needs, Need.held(award.credential().id(), start)), selection);
    }
    for (Way way : goals.waysInForce(award)) {
      List<Goal> more = new ArrayList<>();
      for (int requirement : way.requires()) {
        boolean isAlone = number == target && NamedTwice.matters(way);
        more.add(new Goal.OfRequirement(requirement, isAlone ? requirement : Need.NOBODY));
      }
      more.addAll(rest);
      go(more, needs, selection.way(number, way));
    }
  }

  /** Whether the record has the credential, so that it may be reviewed or renewed. */
  private boolean isHeldInSomeWay(Award award) {
    return start.record().facts().stream()
        .anyMatch(
            fact ->
                fact instanceof HeldCredential held
                    && held.credential().equals(award.credential().id()));
  }

  private void requirement(
      Goal.OfRequirement goal, List<Goal> rest, List<Need> needs, Selection selection) {
    int number = goal.number();
    if (start.empty().verdicts(start).satisfied(number)
        || selection.branches().containsKey(number)) {
      go(rest, needs, selection);
      return;
    }
    Requirement requirement = program().requirements().get(number);
    for (Proof proof : goals.inForce(requirement)) {
      for (Branch branch : proof.branches()) {
        for (Set<Step.Match> there : new OnRecord(start, branch).largest()) {
          List<Goal> more = new ArrayList<>();
          branch.steps().stream()
              .filter(step -> !(step instanceof Step.Match match && there.contains(match)))
              .forEach(
                  step -> more.add(new Goal.OfStep(step, branch.slots(), goal.owner(), false)));
          more.addAll(rest);
          go(more, needs, selection.branch(number, branch));
        }
      }
    }
  }

  private void step(Goal.OfStep goal, List<Goal> rest, List<Need> needs, Selection selection) {
    Step step = goal.step();
    if (step instanceof Step.Some some) {
      List<Goal> more = new ArrayList<>();
      some.steps()
          .forEach(inner -> more.add(new Goal.OfStep(inner, goal.slots(), goal.owner(), true)));
      more.addAll(rest);
      go(more, needs, selection);
    } else if (step instanceof Step.Match match) {
      match(match, goal, rest, needs, selection);
    } else if (step instanceof Step.Total total && total.reads().isEmpty()) {
      total(total, goal, rest, needs, selection);
    } else if (!(step instanceof Step.None none) || !isForGood(none, goal.slots())) {
      go(rest, needs, selection);
    }
  }

  /** Whether something is there that must not be, and that no further fact takes away. */
  private boolean isForGood(Step.None none, int slots) {
    return none.reads().isEmpty()
        && none.steps().stream()
            .allMatch(
                step -> step instanceof Step.Match match && !PlanStart.isDerived(match.type()))
        && start.matcher(start.empty()).first(none.steps(), Slots.empty(slots)) != null;
  }

  private void match(
      Step.Match match, Goal.OfStep goal, List<Goal> rest, List<Need> needs, Selection selection) {
    if ((goal.isNested() || PlanStart.isDerived(match.type())) && isThere(match)) {
      go(rest, needs, selection);
    } else if (PlanStart.isDerived(match.type())) {
      go(push(new Goal.SomeOf(match, possible(match), 1, Set.of()), rest), needs, selection);
    } else if (PlanStart.canBeAdded(match.type())) {
      go(rest, with(needs, Need.of(goal.owner(), match, 1, start)), selection);
    }
  }

  /** Whether something that is there passes what the pattern asks of it alone. */
  private boolean isThere(Step.Match match) {
    for (Candidate candidate : start.candidates(match.type(), start.empty())) {
      if (passesAlone(match, candidate)) {
        return true;
      }
    }
    return false;
  }

  static boolean passesAlone(Step.Match match, Candidate candidate) {
    Slots slots = Slots.empty(match.slot() + 1);
    slots.put(match.slot(), candidate);
    return Passing.all(match.own(), slots);
  }

  /** The credentials or requirements that are not there yet and that a pattern can mean. */
  private List<Integer> possible(Step.Match match) {
    boolean isEarned = match.type().name().equals(Vocabulary.EARNED);
    return match.referents().stream()
        .filter(
            number ->
                isEarned
                    ? !start.isEarned(start.empty(), number)
                        && passesAlone(match, start.earned(program().credentials().get(number)))
                    : !start.empty().verdicts(start).satisfied(number)
                        && passesAlone(match, start.met(program().requirements().get(number))))
        .toList();
  }

  private void some(Goal.SomeOf some, List<Goal> rest, List<Need> needs, Selection selection) {
    if (some.left() == 0) {
      go(rest, needs, selection.referents(some.match(), some.chosen()));
      return;
    }
    if (some.among().size() < some.left()) {
      return;
    }
    int first = some.among().get(0);
    List<Integer> others = some.among().subList(1, some.among().size());
    Set<Integer> chosen = new TreeSet<>(some.chosen());
    chosen.add(first);
    boolean isEarned = some.match().type().name().equals(Vocabulary.EARNED);
    Goal own = isEarned ? new Goal.OfCredential(first) : new Goal.OfRequirement(first, Need.NOBODY);
    go(
        push(own, push(new Goal.SomeOf(some.match(), others, some.left() - 1, chosen), rest)),
        needs,
        selection);
    go(
        push(new Goal.SomeOf(some.match(), others, some.left(), some.chosen()), rest),
        needs,
        selection);
  }

  private void total(
      Step.Total total, Goal.OfStep goal, List<Goal> rest, List<Need> needs, Selection selection) {
    Slots filled = start.matcher(start.empty()).totalled(total, Slots.empty(goal.slots()));
    if (Test.all(total.tests(), filled)) {
      go(rest, needs, selection);
      return;
    }
    Excess excess = Excess.of(total, filled);
    if (excess != null && excess.isCertain()) {
      return;
    }
    Step.Match match =
        total.steps().size() == 1 && total.steps().get(0) instanceof Step.Match only ? only : null;
    if (match == null) {
      go(rest, with(needs, Need.any(start)), selection);
    } else if (PlanStart.isDerived(match.type())) {
      int left = Shortage.of(total, filled);
      go(push(new Goal.SomeOf(match, possible(match), left, Set.of()), rest), needs, selection);
    } else if (PlanStart.canBeAdded(match.type())
        && new Coming(start, total.patterns()).canCome(match, Slots.empty(goal.slots()))) {
      int left = GroupShort.together(start, total, filled, goal.slots());
      go(rest, with(needs, Need.of(goal.owner(), match, Math.max(left, 1), start)), selection);
    }
  }

  private static List<Goal> push(Goal goal, List<Goal> rest) {
    List<Goal> all = new ArrayList<>();
    all.add(goal);
    all.addAll(rest);
    return all;
  }

  private static List<Need> with(List<Need> needs, Need need) {
    List<Need> all = new ArrayList<>(needs);
    all.add(need);
    return all;
  }

  private Program program() {
    return start.program();
  }
}
