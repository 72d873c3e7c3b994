package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Components;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Scale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds alternatives of a requirement that add nothing, because whoever satisfies them satisfies
 * another one. Alternatives that ask for other things are told apart by an index, so that a
 * thousand of them cost no more than a few comparisons each.
 */
final class Subsumption {
  private final WholeNumbers wholeNumbers;
  private final Work work;
  private final Findings findings;

  Subsumption(WholeNumbers wholeNumbers, Work work, Findings findings) {
    this.wholeNumbers = wholeNumbers;
    this.work = work;
    this.findings = findings;
  }

  private record Alternative(
      int number, Proof proof, Branch branch, List<List<Step>> groups, Set<String> tokens) {}

  void check(Requirement requirement) {
    int alternatives = 0;
    for (Proof proof : requirement.proofs()) {
      alternatives += proof.branches().size();
    }
    if (alternatives > 1) {
      compare(requirement);
    }
  }

  private void compare(Requirement requirement) {
    List<Alternative> alternatives = new ArrayList<>();
    Map<String, List<Alternative>> byToken = new HashMap<>();
    for (Proof proof : requirement.proofs()) {
      for (Branch branch : proof.branches()) {
        Alternative alternative =
            new Alternative(
                alternatives.size(),
                proof,
                branch,
                Components.of(branch.steps()),
                tokens(branch.steps()));
        alternatives.add(alternative);
        alternative
            .tokens()
            .forEach(t -> byToken.computeIfAbsent(t, token -> new ArrayList<>()).add(alternative));
      }
    }
    compare(requirement, alternatives, byToken);
  }

  private void compare(
      Requirement requirement,
      List<Alternative> alternatives,
      Map<String, List<Alternative>> byToken) {
    Map<List<Scale>, Implication> implications = new HashMap<>();
    boolean[] reported = new boolean[alternatives.size()];
    for (Alternative wider : alternatives) {
      for (Alternative stricter : likely(wider, alternatives, byToken)) {
        if (stricter.number() == wider.number()
            || reported[stricter.number()]
            || reported[wider.number()]) {
          continue;
        }
        if (!work.spend(1)) {
          return;
        }
        List<Scale> scales = wider.proof().header().scales();
        Implication implication =
            implications.computeIfAbsent(
                scales, each -> new Implication(new Restrictions(wholeNumbers, each), work));
        if (!comparable(stricter, wider) || !holds(implication, stricter, wider)) {
          continue;
        }
        boolean same =
            stricter.proof().header().window().equals(wider.proof().header().window())
                && holds(implication, wider, stricter);
        if (!same || stricter.number() > wider.number()) {
          reported[stricter.number()] = true;
          report(requirement, stricter, wider, same);
        }
      }
    }
  }

  private static boolean comparable(Alternative stricter, Alternative wider) {
    return wider.proof().header().pack().equals(stricter.proof().header().pack())
        && encloses(wider.proof().header().window(), stricter.proof().header().window())
        && sameLevels(wider.proof().header().scales(), stricter.proof().header().scales());
  }

  private static boolean sameLevels(List<Scale> one, List<Scale> other) {
    return one.stream()
        .map(Scale::levels)
        .toList()
        .equals(other.stream().map(Scale::levels).toList());
  }

  static boolean encloses(Window wider, Window stricter) {
    boolean from =
        wider.from() == null
            || (stricter.from() != null && !stricter.from().isBefore(wider.from()));
    boolean until =
        wider.until() == null
            || (stricter.until() != null && !stricter.until().isAfter(wider.until()));
    return from && until;
  }

  /** Whether each group of conditions of the wider one is implied by one of the stricter. */
  private static boolean holds(Implication implication, Alternative stricter, Alternative wider) {
    return wider.groups().stream()
        .allMatch(
            asked -> stricter.groups().stream().anyMatch(given -> implication.holds(given, asked)));
  }

  private static List<Alternative> likely(
      Alternative wider, List<Alternative> all, Map<String, List<Alternative>> byToken) {
    List<Alternative> fewest = all;
    for (String token : wider.tokens()) {
      List<Alternative> with = Objects.requireNonNull(byToken.get(token));
      fewest = with.size() < fewest.size() ? with : fewest;
    }
    return fewest;
  }

  /** What a stricter alternative has too: the types, and the texts that fields must equal. */
  private static Set<String> tokens(List<Step> steps) {
    Set<String> tokens = new TreeSet<>();
    steps.forEach(step -> tokens(step, tokens));
    return tokens;
  }

  private static void tokens(Step step, Set<String> tokens) {
    if (step instanceof Step.Total total) {
      total.steps().forEach(inner -> tokens(inner, tokens));
    } else if (step instanceof Step.Match match) {
      tokens.add(match.type().name());
      for (Test test : match.tests()) {
        Comparison comparison = test.comparison();
        if (comparison != null
            && comparison.operator() == Operator.EQUAL
            && comparison.left().field() != null
            && comparison.right().literal() instanceof String text) {
          tokens.add(match.type().name() + "." + comparison.left().field().name() + "=" + text);
        }
      }
    }
  }

  private void report(
      Requirement requirement, Alternative stricter, Alternative wider, boolean same) {
    boolean oneRule =
        stricter.proof().header().nameSpan().equals(wider.proof().header().nameSpan());
    SourceSpan span = stricter.proof().header().nameSpan();
    if (oneRule) {
      span = place(stricter, wider);
    }
    String other =
        oneRule
            ? "another alternative of the rule"
            : "`" + wider.proof().header().name() + "` (" + wider.proof().header().nameSpan() + ")";
    String what =
        requirement.kind() == io.credentialrules.RequirementResult.Kind.REQUIREMENT
            ? " of `" + requirement.id() + "`"
            : "";
    Warnings.warn(
        findings,
        stricter.proof().header(),
        span,
        same
            ? MeaningFaults.sameAlternative(what, other)
            : MeaningFaults.subsumedAlternative(what, other));
  }

  /** The first condition that the two do not share. */
  private static SourceSpan place(Alternative stricter, Alternative wider) {
    for (Step step : stricter.branch().steps()) {
      boolean shared =
          wider.branch().steps().stream()
              .anyMatch(other -> other.source().span().equals(step.source().span()));
      if (!shared) {
        return step.source().span();
      }
    }
    return stricter.branch().steps().get(0).source().span();
  }
}
