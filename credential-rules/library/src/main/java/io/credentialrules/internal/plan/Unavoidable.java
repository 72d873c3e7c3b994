package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The conditions of a credential that have no alternative on any level. */
final class Unavoidable {
  private final PlanStart start;
  private final GoalSearch goals;
  private final Set<Condition> conditions = new HashSet<>();
  private final Set<Integer> visited = new HashSet<>();

  Unavoidable(PlanStart start, Award target) {
    this.start = start;
    this.goals = new GoalSearch(start, false, Set.of());
    visit(target);
  }

  Set<Condition> conditions() {
    return conditions;
  }

  private void visit(Award award) {
    List<Way> ways = goals.waysInForce(award);
    if (ways.size() == 1 && visited.add(award.number())) {
      goals.inOrder(ways.get(0)).forEach(this::visit);
    }
  }

  private void visit(Requirement requirement) {
    List<Branch> branches =
        goals.inForce(requirement).stream().flatMap(proof -> proof.branches().stream()).toList();
    if (branches.size() == 1) {
      branches.get(0).steps().forEach(step -> visit(step, branches.get(0).slots()));
    }
  }

  private void visit(Step step, int size) {
    conditions.add(step.source());
    if (!(step instanceof Step.Match match)
        || !PlanStart.isDerived(match.type())
        || match.tests().stream().anyMatch(test -> test.slots().size() > 1)) {
      return;
    }
    Slots slots = Slots.empty(size);
    if (match.type().name().equals(Vocabulary.EARNED)) {
      List<Award> awards = goals.referents().credentials(match, slots, start.empty());
      if (awards.size() == 1) {
        visit(awards.get(0));
      }
    } else {
      List<Requirement> requirements = goals.referents().requirements(match, slots, start.empty());
      if (requirements.size() == 1) {
        visit(requirements.get(0));
      }
    }
  }
}
