package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the facts of a plan in order: those of credentials that come first, first. */
final class Order {
  private final World world;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Set<Integer> visited = new HashSet<>();

  /** The order of the credentials that one credential builds on. */
  Order(World world, Award target) {
    this.world = world;
    visit(target);
  }

  List<Draft> of(State state) {
    List<Draft> drafts = new ArrayList<>(state.drafts());
    drafts.sort(
        Comparator.<Draft>comparingInt(
                draft -> places.getOrDefault(draft.origin().credential(), Integer.MAX_VALUE))
            .thenComparingInt(this::place)
            .thenComparingInt(Draft::number));
    return drafts;
  }

  /** Where the credential asks for the requirement; last where another one asks for it. */
  private int place(Draft draft) {
    Program program = world.program();
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
    world.program().requirements().get(number).proofs().stream()
        .flatMap(proof -> proof.branches().stream())
        .forEach(branch -> branch.steps().forEach(this::visit));
  }

  private void visit(Step step) {
    if (step instanceof Step.Some some) {
      some.steps().forEach(this::visit);
    } else if (step instanceof Step.Total total) {
      total.steps().forEach(this::visit);
    } else if (step instanceof Step.Match match && match.type().name().equals(Vocabulary.EARNED)) {
      for (Award award : world.program().credentials()) {
        if (fits(match, world.earned(award))) {
          visit(award);
        }
      }
    } else if (step instanceof Step.Match match && match.type().name().equals(Vocabulary.MET)) {
      for (Program.Requirement requirement : world.program().requirements()) {
        if (!requirement.proofs().isEmpty()
            && visitedRequirements.add(requirement.number())
            && fits(match, world.met(requirement))) {
          visitRequirement(requirement.number());
        }
      }
    }
  }

  private final Set<Integer> visitedRequirements = new HashSet<>();

  private static boolean fits(Step.Match match, Candidate candidate) {
    Row row = Row.of(candidate);
    return Test.all(match.own(), row);
  }
}
