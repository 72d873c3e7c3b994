package io.credentialrules.internal.resolve;

import io.credentialrules.Limits;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.Scale;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves the conditions of a rule, one branch for each of its alternatives. */
final class Proofs {
  private final ReadPolicy read;
  private final Limits limits;
  private final Findings findings;
  private final Map<String, Map<String, NamedValue>> values = new HashMap<>();
  private final Map<Alike, Object> shared = new HashMap<>();

  Proofs(ReadPolicy read, Findings findings) {
    this.read = read;
    this.limits = read.limits();
    this.findings = findings;
  }

  /** One, or one for each edition of a rule that names values. */
  List<Proof> of(RuleHeader header, VersionBy versionBy, Condition.All when, boolean onceEarned) {
    if (when.parts().isEmpty()) {
      findings.error(header.nameSpan(), RuleFaults.noConditions());
    }
    if (exceeds(when, limits.maxAlternatives())) {
      findings.error(when.span(), LimitFaults.limitAlternatives(limits.maxAlternatives()));
      return List.of(new Proof(header, versionBy, List.of(), List.of()));
    }
    List<Proof> proofs = new ArrayList<>();
    for (Editioned edition : Editioned.of(values(header.pack()), header, when, findings)) {
      proofs.add(of(edition, versionBy, onceEarned));
    }
    return List.copyOf(proofs);
  }

  private Proof of(Editioned edition, VersionBy versionBy, boolean onceEarned) {
    RuleHeader header = edition.header();
    checkLevels(header);
    List<Branch> branches = new ArrayList<>();
    for (List<Condition> conditions : Branching.expand(edition.when())) {
      Scope scope = Scope.empty(values(header.pack()).keySet(), shared);
      List<Step> steps =
          new Conditions(read.vocabulary(), header.scales(), onceEarned, findings)
              .resolve(conditions, scope);
      if (steps != null) {
        branches.add(new Branch(steps, scope.slotsUsed()));
      }
    }
    return new Proof(header, versionBy, branches, edition.values());
  }

  /** A level that is on two scales would have two orders. */
  private void checkLevels(RuleHeader header) {
    Set<String> levels = new HashSet<>();
    for (Scale scale : header.scales()) {
      for (String level : scale.levels()) {
        if (!levels.add(level)) {
          findings.error(scale.span(), RuleFaults.badScaleTwice(level));
        }
      }
    }
  }

  private Map<String, NamedValue> values(String pack) {
    return values.computeIfAbsent(pack, read.model()::values);
  }

  private static boolean exceeds(Condition.All when, int most) {
    return Branching.count(when).compareTo(BigInteger.valueOf(most)) > 0
        || Branching.work(when).compareTo(BigInteger.valueOf(20L * most)) > 0;
  }
}
