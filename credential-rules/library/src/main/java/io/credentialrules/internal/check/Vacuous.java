package io.credentialrules.internal.check;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds {@code forall} that holds because there is nothing, or whatever there is. */
final class Vacuous {
  private final Program program;
  private final Work work;
  private final Findings findings;

  Vacuous(Program program, Work work, Findings findings) {
    this.program = program;
    this.work = work;
    this.findings = findings;
  }

  void check() {
    for (Requirement requirement : program.requirements()) {
      if (requirement.kind() == Kind.REQUIREMENT) {
        for (Proof proof : requirement.proofs()) {
          proof.branches().forEach(branch -> check(proof.header(), branch.steps(), branch.steps()));
        }
      }
    }
    for (Award award : program.credentials()) {
      award.ways().forEach(this::check);
    }
  }

  /** What one condition of a credential rule leaves open, another may require. */
  private void check(Way way) {
    List<Step> own = steps(way, Kind.CONDITION::equals);
    if (own.stream().anyMatch(Step.Every.class::isInstance)) {
      check(way.rule().header(), own, steps(way, kind -> true));
    }
  }

  private List<Step> steps(Way way, Predicate<Kind> kinds) {
    List<Step> steps = new ArrayList<>();
    for (int number : way.requires()) {
      Requirement requirement = program.requirements().get(number);
      if (kinds.test(requirement.kind())) {
        for (Proof proof : requirement.proofs()) {
          for (Branch branch : proof.branches()) {
            if (work.spend(branch.steps().size())) {
              steps.addAll(branch.steps());
            }
          }
        }
      }
    }
    return steps;
  }

  private void check(RuleHeader header, List<Step> own, List<Step> all) {
    for (Step step : own) {
      if (step instanceof Step.Every every) {
        check(header, all, every);
      }
    }
  }

  private void check(RuleHeader header, List<Step> all, Step.Every every) {
    if (saysNothing(every)) {
      Warnings.warn(findings, header, every.source().span(), MeaningFaults.vacuousForallAlways());
    } else if (requiresNone(all, every)) {
      Warnings.warn(
          findings,
          header,
          every.source().span(),
          MeaningFaults.vacuousForall(every.each().source().text().replaceFirst("^\\S+ *: *", "")));
    }
  }

  /** False also where there is too much to look at. */
  private boolean requiresNone(List<Step> all, Step.Every every) {
    for (Step step : all) {
      if (!work.spend(1) || (step != every && requires(step, every))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a step can only pass where there is a fact of the type. */
  private boolean requires(Step step, Step.Every every) {
    if (step instanceof Step.Match match) {
      return match.type() == every.each().type();
    }
    return !(step instanceof Step.None)
        && !(step instanceof Step.Every)
        && work.spend(step.parts().size())
        && step.parts().stream().anyMatch(part -> requires(part, every));
  }

  /** {@code this == $w}: the fact that was chosen. */
  private static boolean isSameFact(Test test) {
    Comparison comparison = test.comparison();
    return test.formula() instanceof Formula.SameFact
        || (comparison != null
            && comparison.operator() == Operator.EQUAL
            && comparison.left().type() instanceof ValueType.OfFact
            && comparison.right().type() instanceof ValueType.OfFact);
  }

  /** Whether the same facts are asked for what they are chosen by, and for nothing else. */
  private boolean saysNothing(Step.Every every) {
    Set<String> chosen = new HashSet<>();
    for (Test test : every.each().tests()) {
      chosen.add(test.key(slot -> slot == every.each().slot() ? "this" : "$" + slot));
    }
    return work.spend(chosen.size())
        && every.fits().stream().allMatch(fit -> saysNothing(chosen, fit));
  }

  private boolean saysNothing(Set<String> chosen, Step fit) {
    return fit instanceof Step.Match match
        && work.spend(match.tests().size())
        && match.tests().stream().anyMatch(Vacuous::isSameFact)
        && match.tests().stream()
            .filter(test -> !isSameFact(test))
            .allMatch(
                test ->
                    chosen.contains(test.key(slot -> slot == match.slot() ? "this" : "$" + slot)));
  }
}
