package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the facts of a plan in order: those of credentials that come first, first. */
final class Order {
  private final PlanStart start;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Set<Integer> visited = new HashSet<>();
  private final Set<Integer> visitedRequirements = new HashSet<>();

  /** The order of the credentials that one credential builds on. */
  Order(PlanStart start, Award target) {
    this.start = start;
    visit(target);
  }

  List<Draft> of(State state) {
    List<Draft> drafts = new ArrayList<>(state.drafts());
    drafts.sort(
        Comparator.<Draft>comparingInt(
                draft -> places.getOrDefault(draft.origin().credential(), Integer.MAX_VALUE))
            .thenComparingInt(this::place)
            .thenComparing(this::day)
            .thenComparingInt(Draft::number));
    return drafts;
  }

  /** When something new is to happen, where that is not the day for which it is planned. */
  private LocalDate day(Draft draft) {
    String day = draft.base() == null ? start.drafts().dayField(draft.type()) : null;
    return day != null
            && start.since().isBefore(start.today())
            && draft.value(day) instanceof LocalDate date
        ? date
        : start.today();
  }

  /** Where the credential asks for the requirement; last where another one asks for it. */
  private int place(Draft draft) {
    Program program = start.program();
    for (Program.Way way : program.credentials().get(draft.origin().credential()).ways()) {
      int place = way.requires().indexOf(draft.origin().requirement());
      if (place >= 0) {
        return place;
      }
    }
    return Integer.MAX_VALUE;
  }

  private void visit(Award award) {
    if (!visited.add(award.number())) {
      return;
    }
    award.ways().forEach(way -> way.requires().forEach(number -> visitRequirement(number)));
    places.put(award.number(), places.size());
  }

  private void visitRequirement(int number) {
    start.program().requirements().get(number).proofs().stream()
        .flatMap(proof -> proof.branches().stream())
        .forEach(branch -> branch.steps().forEach(this::visit));
  }

  private void visit(Step step) {
    if (step instanceof Step.Some || step instanceof Step.Total) {
      step.parts().forEach(this::visit);
    } else if (step instanceof Step.Match match && match.type().name().equals(Vocabulary.EARNED)) {
      match.referents().forEach(number -> visit(start.program().credentials().get(number)));
    } else if (step instanceof Step.Match match && match.type().name().equals(Vocabulary.MET)) {
      match.referents().stream().filter(visitedRequirements::add).forEach(this::visitRequirement);
    }
  }
}
