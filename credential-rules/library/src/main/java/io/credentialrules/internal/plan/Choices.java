package io.credentialrules.internal.plan;

import io.credentialrules.internal.plan.Need.Owner;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
  private final There there;
  private final Spoilt spoilt;
  private final Visitor visitor;
  private int nodes;
  private int depth;
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

    record OfRequirement(int number, @Nullable Owner owner) implements Goal {}

    record OfStep(Step step, int slots, @Nullable Owner owner, boolean isNested) implements Goal {}

    record SomeOf(Step.Match match, List<Integer> among, int left, Set<Integer> chosen)
        implements Goal {}
  }

  Choices(PlanStart start, Visitor visitor) {
    this.start = start;
    this.goals = new GoalSearch(start, false, Set.of());
    this.there = new There(start);
    this.spoilt = new Spoilt(start, goals);
    this.visitor = visitor;
  }

  /** Shows all choices for a credential; false where there are too many to look at. */
  boolean visit(Award award) {
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
    long least = LeastCost.of(needs);
    if (least >= visitor.limit()) {
      return;
    }
    if (pending.isEmpty()) {
      whole(needs, selection, least);
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

  /** What holds now and is spoilt by what is needed has to be made again. */
  private void whole(List<Need> needs, Selection selection, long least) {
    Spoilt.Again again = spoilt.first(selection, needs);
    if (again == null) {
      visitor.visit(selection, least);
      return;
    }
    int number = again.requirement();
    Goal.OfRequirement goal = new Goal.OfRequirement(number, null);
    for (Spoilt.Alternative left : again.alternatives()) {
      for (Beside beside : left.together()) {
        Selection chosen = selection.branch(number, left.branch(), beside.matched());
        branch(goal, left.branch(), beside, List.of(), needs, chosen);
      }
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
    if (there.isHeldInSomeWay(award)) {
      go(rest, with(needs, Need.held(award.credential().id(), start)), selection);
    }
    for (Way way : goals.waysInForce(award)) {
      List<Goal> more = new ArrayList<>();
      for (int requirement : way.requires()) {
        Owner owner = NamedTwice.matters(way) ? new Owner(number, requirement) : null;
        more.add(new Goal.OfRequirement(requirement, owner));
      }
      more.addAll(rest);
      boolean isMet = way.requires().stream().allMatch(there::isSatisfied);
      go(
          more,
          isMet ? with(needs, Need.some(LookedAt.by(way, start), start)) : needs,
          selection.way(number, way));
    }
  }

  /**
   * What is met already, or made so for something else, needs nothing more; but where its evidence
   * serves once, what it has of its own is counted too, by whichever alternative.
   */
  private void requirement(
      Goal.OfRequirement goal, List<Goal> rest, List<Need> needs, Selection selection) {
    int number = goal.number();
    boolean isKnown = there.isSatisfied(number) || selection.branches().containsKey(number);
    if (isKnown && (goal.owner() == null || !start.record().waivers().isEmpty())) {
      go(rest, needs, selection);
      return;
    }
    for (Branch branch : spoilt.branches(number)) {
      for (Beside beside : there.together(branch)) {
        Selection chosen = isKnown ? selection : selection.branch(number, branch, beside.matched());
        branch(goal, branch, beside, rest, needs, chosen);
      }
    }
  }

  private void branch(
      Goal.OfRequirement goal,
      Branch branch,
      Beside beside,
      List<Goal> rest,
      List<Need> needs,
      Selection selection) {
    List<Goal> more = new ArrayList<>();
    List<Need> all = new ArrayList<>(needs);
    all.addAll(beside.needs());
    for (Step step : branch.steps()) {
      if (!(step instanceof Step.Match match) || !beside.matched().contains(match)) {
        more.add(new Goal.OfStep(step, branch.slots(), goal.owner(), false));
      } else {
        all.addAll(there.ofOwn(goal.owner(), match));
      }
    }
    more.addAll(rest);
    go(more, all, selection);
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
    } else if (!Closed.isForGood(step, goal.slots(), start)) {
      go(rest, needs, selection);
    }
  }

  private void match(
      Step.Match match, Goal.OfStep goal, List<Goal> rest, List<Need> needs, Selection selection) {
    if ((goal.isNested() || PlanStart.isDerived(match.type())) && there.isThere(match)) {
      go(rest, with(needs, there.ofOwn(goal.owner(), match)), selection);
    } else if (PlanStart.isDerived(match.type())) {
      go(push(new Goal.SomeOf(match, there.possible(match), 1, Set.of()), rest), needs, selection);
    } else if (PlanStart.canBeAdded(match.type())) {
      go(rest, with(needs, Need.of(goal.owner(), match, 1, start)), selection);
    }
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
    Goal own = isEarned ? new Goal.OfCredential(first) : new Goal.OfRequirement(first, null);
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
    boolean passes = Test.all(total.tests(), filled);
    if (passes && goal.owner() == null) {
      go(rest, needs, selection);
      return;
    }
    if (!passes && Closed.isForGood(total, goal.slots(), start)) {
      return;
    }
    Step.Match match =
        total.steps().size() == 1 && total.steps().get(0) instanceof Step.Match only ? only : null;
    if (match == null) {
      go(rest, passes ? needs : with(needs, Need.some(List.of(), start)), selection);
    } else if (PlanStart.isDerived(match.type())) {
      int left = passes ? 0 : Shortage.of(total, filled);
      go(
          push(new Goal.SomeOf(match, there.possible(match), left, Set.of()), rest),
          needs,
          selection);
    } else if (passes
        || (PlanStart.canBeAdded(match.type())
            && new Coming(start, total.patterns()).canCome(match, Slots.empty(goal.slots())))) {
      TotalNeeds own = new TotalNeeds(start, total, match, goal.slots(), goal.owner());
      go(rest, with(needs, own.of(filled)), selection);
    }
  }

  private static List<Goal> push(Goal goal, List<Goal> rest) {
    List<Goal> all = new ArrayList<>();
    all.add(goal);
    all.addAll(rest);
    return all;
  }

  private static List<Need> with(List<Need> needs, Need need) {
    return with(needs, List.of(need));
  }

  private static List<Need> with(List<Need> needs, List<Need> further) {
    List<Need> all = new ArrayList<>(needs);
    all.addAll(further);
    return all;
  }

  private Program program() {
    return start.program();
  }
}
