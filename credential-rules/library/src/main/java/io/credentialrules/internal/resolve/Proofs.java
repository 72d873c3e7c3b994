package io.credentialrules.internal.resolve;

import io.credentialrules.Limits;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.RuleHeader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Resolves the conditions of a rule, one branch for each of its alternatives. */
final class Proofs {
  private final Vocabulary vocabulary;
  private final Limits limits;
  private final Findings findings;

  Proofs(Vocabulary vocabulary, Limits limits, Findings findings) {
    this.vocabulary = vocabulary;
    this.limits = limits;
    this.findings = findings;
  }

  Proof of(RuleHeader header, VersionBy versionBy, Condition.All when, boolean onceEarned) {
    if (when.parts().isEmpty()) {
      findings.error(header.nameSpan(), RuleFaults.noConditions());
    }
    if (exceeds(when, limits.maxAlternatives())) {
      findings.error(when.span(), LimitFaults.limitAlternatives(limits.maxAlternatives()));
      return new Proof(header, versionBy, List.of());
    }
    List<Branch> branches = new ArrayList<>();
    for (List<Condition> conditions : Branching.expand(when)) {
      Scope scope = Scope.empty();
      List<Step> steps =
          new Conditions(vocabulary, header.scale(), onceEarned, findings)
              .resolve(conditions, scope);
      if (steps != null) {
        branches.add(new Branch(steps, scope.slotsUsed()));
      }
    }
    return new Proof(header, versionBy, branches);
  }

  private static boolean exceeds(Condition.All when, int most) {
    return Branching.count(when).compareTo(BigInteger.valueOf(most)) > 0
        || Branching.work(when).compareTo(BigInteger.valueOf(20L * most)) > 0;
  }
}
