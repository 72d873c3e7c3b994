package io.credentialrules.internal.check;

import io.credentialrules.internal.check.words.NamesAgainstRules;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.ProgramBuilder;
import io.credentialrules.internal.resolve.ReadPolicy;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolves a policy and finds what is wrong with it, all at once. */
public final class PolicyCheck {
  /**
   * What each search may cost, in ranges of values and constraints looked at: a large rule takes a
   * million, other rules a few hundred each.
   */
  private static final long WORK = 1_000_000;

  private static final long WORK_A_RULE = 2_000;

  private final ReadPolicy read;
  private final Findings findings = new Findings();
  private final List<Work> searches = new ArrayList<>();

  private PolicyCheck(ReadPolicy read) {
    this.read = read;
  }

  /** Checks a policy; never throws for what is in it. */
  public static Checked check(ReadPolicy read) {
    PolicyCheck check = new PolicyCheck(read);
    Program program = ProgramBuilder.build(read, check.findings);
    check.conditions(program);
    ExclusiveViews.check(program, check.findings);
    check.rules();
    if (read.complete() && !check.findings.hasErrors()) {
      new Lints(program, check.work(), check.findings).check();
      new Vacuous(program, check.work(), check.findings).check();
      new Stacks(program, check.work(), check.findings).check();
      new Frameworks(program, check.work(), check.findings).check();
      new NamesAgainstRules(program, check.work(), check.findings).check();
      Externals.check(read.model(), check.findings);
      NamesOfValues.unused(read.model(), check.findings);
      Silences.idle(read.model(), check.findings);
    }
    return new Checked(
        check.findings.hasErrors() ? null : program,
        check.findings.inOrder(),
        check.searches.stream().mapToLong(Work::spent).sum());
  }

  private Work work() {
    Work work = new Work(WORK + WORK_A_RULE * read.model().rules().size());
    searches.add(work);
    return work;
  }

  /** What can be seen in the rules as they are written. */
  private void rules() {
    Ids.check(read.model(), findings);
    Silences.unknown(read.model(), findings);
    Frameworks.unknown(read.model(), read.vocabulary().types(), findings);
    NamesOfValues.taken(read.model(), read.vocabulary(), findings);
    NearSpellings near = new NearSpellings(work(), findings);
    Spelling spelling = new Spelling(near, findings);
    Plausible plausible = new Plausible(new WholeNumbers(read.vocabulary()), work(), findings);
    Work globs = work();
    Map<String, NamedValue> values = new HashMap<>();
    read.model().values().forEach(value -> values.put(value.pack() + "/" + value.name(), value));
    Map<String, List<PolicyRule>> byId = new LinkedHashMap<>();
    for (PolicyRule rule : read.model().rules()) {
      Interruption.check();
      byId.computeIfAbsent(rule.getClass().getSimpleName() + rule.id(), id -> new ArrayList<>())
          .add(rule);
      if (!findings.hasErrors(rule.header().span())) {
        near.add(rule.id(), rule.header(), rule.idSpan());
        spelling.check(rule.header(), rule.when());
        UnusedNames.check(rule.header(), rule.when(), findings);
        Globs.check(rule.header(), rule.when(), globs, findings);
        plausible.check(rule.header());
        if (rule instanceof CredentialRule credential) {
          plausible.check(credential);
        }
        List<Expression.Named> uses = values.isEmpty() ? List.of() : rule.namedValues();
        for (Expression.Named use : uses) {
          NamedValue value = values.remove(rule.header().pack() + "/" + use.name());
          if (value != null) {
            named(rule.header(), value, near, plausible, globs);
          }
        }
      }
    }
    for (List<PolicyRule> rules : byId.values()) {
      String id = rules.get(0).id();
      if (!read.leftOut().contains(id)) {
        Versions.check(id, rules, findings);
      }
    }
    near.check();
  }

  /** What a rule names is looked at where it is declared, once. */
  private void named(
      RuleHeader header, NamedValue value, NearSpellings near, Plausible plausible, Work globs) {
    plausible.check(header, value);
    for (NamedValue.Dated dated : value.values()) {
      if (!value.isGiven()) {
        Globs.check(header, dated.value(), globs, findings);
        near.addAll(dated.value(), header);
      }
    }
  }

  /** What can be seen once names and types are known. */
  private void conditions(Program program) {
    WholeNumbers wholeNumbers = new WholeNumbers(read.vocabulary());
    Bounds bounds = new Bounds(match -> read.complete() ? match.referents().size() : 0);
    Satisfiability satisfiability = new Satisfiability(wholeNumbers, bounds, work(), findings);
    Plausible plausible = new Plausible(wholeNumbers, work(), findings);
    Futures futures = new Futures(work(), findings);
    Subsumption subsumption = new Subsumption(wholeNumbers, work(), findings);
    for (Requirement requirement : program.requirements()) {
      Interruption.check();
      for (Proof proof : requirement.proofs()) {
        satisfiability.check(proof);
        plausible.check(proof);
        Joins joins = new Joins(findings, proof.header());
        for (Branch branch : proof.branches()) {
          Interruption.check();
          joins.check(branch.steps());
          futures.check(branch.steps());
        }
      }
      if (!read.leftOut().contains(requirement.id())) {
        subsumption.check(requirement);
      }
    }
  }
}
