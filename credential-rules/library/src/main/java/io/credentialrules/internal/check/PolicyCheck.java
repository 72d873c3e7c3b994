package io.credentialrules.internal.check;

import io.credentialrules.Limits;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.ProgramBuilder;
import io.credentialrules.internal.resolve.References;
import io.credentialrules.internal.resolve.VariableUse;
import io.credentialrules.policy.PolicyModel;
import io.credentialrules.policy.PolicyRule;
import io.credentialrules.policy.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves a policy and finds what is wrong with it, all at once. */
public final class PolicyCheck {
  private final PolicyModel model;
  private final Vocabulary vocabulary;
  private final Findings findings = new Findings();

  private PolicyCheck(PolicyModel model, Vocabulary vocabulary) {
    this.model = model;
    this.vocabulary = vocabulary;
  }

  /**
   * Checks a policy; never throws for what is in it.
   *
   * @param leftOut ids of rules that could not be read
   * @param complete whether everything could be read; otherwise nothing is said about what may
   *     stand in the rest
   */
  public static Checked check(
      PolicyModel model,
      Vocabulary vocabulary,
      Limits limits,
      Collection<String> leftOut,
      boolean complete) {
    PolicyCheck check = new PolicyCheck(model, vocabulary);
    Program program =
        new ProgramBuilder(model, vocabulary, limits, Set.copyOf(leftOut), complete, check.findings)
            .build();
    check.conditions(program, leftOut, complete);
    check.rules(Set.copyOf(leftOut));
    if (complete && !check.findings.hasErrors()) {
      new Lints(program, new Graph(program, vocabulary), check.findings).check();
      Silences.idle(model, check.findings);
    }
    return new Checked(check.findings.hasErrors() ? null : program, check.findings.inOrder());
  }

  /** What can be seen in the rules as they are written. */
  private void rules(Set<String> leftOut) {
    Ids.check(model, findings);
    Silences.unknown(model, findings);
    Spelling spelling = new Spelling(findings);
    Map<String, List<PolicyRule>> byId = new LinkedHashMap<>();
    for (PolicyRule rule : model.rules()) {
      byId.computeIfAbsent(rule.getClass().getSimpleName() + rule.id(), id -> new ArrayList<>())
          .add(rule);
      if (!findings.hasErrors(rule.header().span())) {
        spelling.check(rule.header(), rule.when());
        VariableUse.check(rule.header(), rule.when(), findings);
      }
    }
    for (List<PolicyRule> rules : byId.values()) {
      String id = rules.get(0).id();
      if (!leftOut.contains(id)) {
        Windows.check(id, rules, findings);
      }
    }
  }

  /** What can be seen once names and types are known. */
  private void conditions(Program program, Collection<String> leftOut, boolean complete) {
    WholeNumbers wholeNumbers = new WholeNumbers(vocabulary);
    References references = References.of(program, vocabulary);
    Bounds bounds = new Bounds(match -> complete ? references.most(match) : 0);
    Reach reach = new Reach(wholeNumbers, bounds, findings);
    Subsumption subsumption = new Subsumption(wholeNumbers, findings);
    for (Requirement requirement : program.requirements()) {
      for (Proof proof : requirement.proofs()) {
        reach.check(proof);
        Joins joins = new Joins(findings, proof.header());
        for (Branch branch : proof.branches()) {
          joins.check(branch.steps());
        }
      }
      if (!leftOut.contains(requirement.id())) {
        subsumption.check(requirement);
      }
    }
  }
}
