package io.credentialrules.internal.check;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
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

/** Finds {@code forall} that holds because there is nothing, or whatever there is. */
final class Vacuous {
  private final Findings findings;

  Vacuous(Findings findings) {
    this.findings = findings;
  }

  void check(Program program) {
    for (Requirement requirement : program.requirements()) {
      if (requirement.kind() == Kind.REQUIREMENT) {
        for (Proof proof : requirement.proofs()) {
          proof.branches().forEach(branch -> check(proof.header(), branch.steps(), branch.steps()));
        }
      }
    }
    for (Award award : program.credentials()) {
      award.ways().forEach(way -> check(program, way));
    }
  }

  /** What one condition of a credential rule leaves open, another may require. */
  private void check(Program program, Way way) {
    List<Step> own = new ArrayList<>();
    List<Step> all = new ArrayList<>();
    for (int number : way.requires()) {
      Requirement requirement = program.requirements().get(number);
      List<Step> steps = new ArrayList<>();
      requirement
          .proofs()
          .forEach(proof -> proof.branches().forEach(branch -> steps.addAll(branch.steps())));
      all.addAll(steps);
      if (requirement.kind() == Kind.CONDITION) {
        own.addAll(steps);
      }
    }
    if (own.stream().anyMatch(Step.Every.class::isInstance)) {
      check(way.rule().header(), own, all);
    }
  }

  private void check(RuleHeader header, List<Step> own, List<Step> all) {
    for (Step step : own) {
      if (step instanceof Step.Every every) {
        check(header, all, every);
      }
    }
  }

  private void check(RuleHeader header, List<Step> all, Step.Every every) {
    if (every.fits().stream().allMatch(fit -> saysNothing(every, fit))) {
      Warnings.warn(findings, header, every.source().span(), MeaningFaults.vacuousForallAlways());
    } else if (all.stream().noneMatch(step -> step != every && requires(step, every))) {
      Warnings.warn(
          findings,
          header,
          every.source().span(),
          MeaningFaults.vacuousForall(every.each().source().text().replaceFirst("^\\S+ *: *", "")));
    }
  }

  /** Whether a step can only pass where there is a fact of the type. */
  private static boolean requires(Step step, Step.Every every) {
    if (step instanceof Step.Match match) {
      return match.type() == every.each().type();
    }
    return !(step instanceof Step.None)
        && !(step instanceof Step.Every)
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

  /** Whether the same fact is asked for what it is chosen by, and for nothing else. */
  private static boolean saysNothing(Step.Every every, Step fit) {
    if (!(fit instanceof Step.Match match)
        || match.tests().stream().noneMatch(test -> isSameFact(test))) {
      return false;
    }
    Set<String> chosen = new HashSet<>();
    for (Test test : every.each().tests()) {
      chosen.add(test.key(slot -> slot == every.each().slot() ? "this" : "$" + slot));
    }
    return match.tests().stream()
        .filter(test -> !isSameFact(test))
        .allMatch(
            test -> chosen.contains(test.key(slot -> slot == match.slot() ? "this" : "$" + slot)));
  }
}
