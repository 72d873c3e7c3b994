package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.FrameworkFaults;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Framework;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds evidence that counts for a level whoever vetted it, where a framework says by whom it must
 * be. Of a credential that comes first its own level says it.
 */
final class VettedBy {
  private static final String ROLE = "reviewerRole";

  private final Program program;
  private final String framework;
  private final int level;
  private final List<String> excluded;
  private final Work work;
  private final Findings findings;
  private final Restrictions restrictions;

  VettedBy(
      Program program, String framework, Framework.OfLevel vetting, Work work, Findings findings) {
    this.program = program;
    this.framework = framework;
    this.level = vetting.level();
    Set<String> roles = vetting.anyOf().stream().map(Reference::id).collect(Collectors.toSet());
    this.excluded = WhatCounts.roles().stream().filter(role -> !roles.contains(role)).toList();
    this.work = work;
    this.findings = findings;
    this.restrictions = new Restrictions(new WholeNumbers(program.vocabulary()), List.of());
  }

  void check(Award award, String pathway) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (Way way : award.ways()) {
      open.addAll(way.requires());
    }
    while (!open.isEmpty() && work.spend(1)) {
      int number = open.remove();
      if (!seen.add(number)) {
        continue;
      }
      Requirement requirement = program.requirements().get(number);
      for (Proof proof : requirement.proofs()) {
        for (Branch branch : proof.branches()) {
          branch.steps().forEach(step -> check(step, proof.header(), pathway, open));
        }
      }
    }
  }

  /** What must not be there needs no vetting, and neither does what every fact must be like. */
  private void check(Step step, RuleHeader header, String pathway, Deque<Integer> open) {
    if (!work.spend(1)) {
      return;
    }
    if (step instanceof Step.Match match) {
      if (match.type().name().equals(Vocabulary.MET)) {
        open.addAll(match.referents());
      } else if (match.type().needsVetting()) {
        check(match, header, pathway);
      }
    } else if (step instanceof Step.Some || step instanceof Step.Total) {
      step.parts().forEach(part -> check(part, header, pathway, open));
    }
  }

  private void check(Step.Match match, RuleHeader header, String pathway) {
    List<String> others =
        excluded.stream()
            .filter(role -> match.own().stream().allMatch(test -> leaves(role, test)))
            .toList();
    if (!others.isEmpty()) {
      String listed =
          others.stream().map(role -> '"' + role + '"').collect(Collectors.joining(", "));
      Warnings.warn(
          findings,
          header,
          match.source().span(),
          FrameworkFaults.missesFrameworkVetting(
              match.type().record().getSimpleName(),
              level,
              pathway,
              others.stream().map(role -> "`" + role + "`").collect(Collectors.joining(" or ")),
              framework,
              ROLE + " not in ( " + listed + " )"));
    }
  }

  /** Whether a constraint lets what such a reviewer vetted pass. */
  private boolean leaves(String role, Test test) {
    boolean[] reads = new boolean[1];
    test.formula()
        .visit(value -> reads[0] |= value.field() != null && value.field().name().equals(ROLE));
    Restriction asked = reads[0] ? restrictions.asked(test) : null;
    return asked == null
        || asked.domain().enclosesValues(ValueSet.oneOf(List.of(Position.of(role)), false));
  }
}
