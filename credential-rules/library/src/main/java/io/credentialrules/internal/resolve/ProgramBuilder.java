package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.PolicyFaults;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.result.StatedCredential;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.RequirementRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Resolves a policy to a program: collects its rules by what they prove, splits the credential
 * rules into requirements, and assembles the program.
 */
public final class ProgramBuilder {
  private static final String EXTERNAL = "external";

  private final ReadPolicy read;
  private final Findings findings;
  private final Map<String, List<RequirementRule>> requirements = new LinkedHashMap<>();
  private final Map<String, List<CredentialRule>> credentials = new LinkedHashMap<>();

  private ProgramBuilder(ReadPolicy read, Findings findings) {
    this.read = read;
    this.findings = findings;
  }

  /** The program; what is wrong with names and types is added to the findings. */
  public static Program build(ReadPolicy read, Findings findings) {
    return new ProgramBuilder(read, findings).build();
  }

  private Program build() {
    CollectedRequirements drafts = new CollectedRequirements();
    Proofs proofs = new Proofs(read, findings);
    collect();
    requirements.values().forEach(drafts::of);
    requirements
        .values()
        .forEach(
            rules -> {
              Ownership.check("requirement", rules, findings);
              for (RequirementRule rule : rules) {
                drafts
                    .of(rules)
                    .proofs
                    .addAll(proofs.of(rule.header(), rule.versionBy(), rule.when(), false));
              }
            });
    Awards awards = new Awards(read, credentials, drafts, proofs, findings);
    List<Award> catalogue = new ArrayList<>();
    credentials.forEach((id, rules) -> catalogue.add(awards.award(catalogue.size(), id, rules)));
    for (Reference external : read.model().external()) {
      external(external, catalogue);
    }
    return new Assembly(read, drafts, catalogue, findings).program();
  }

  /** A credential that is awarded elsewhere is there when the learner holds it. */
  private void external(Reference external, List<Award> catalogue) {
    List<CredentialRule> rules = credentials.get(external.id());
    if (rules == null) {
      catalogue.add(
          new Award(
              catalogue.size(),
              new StatedCredential(external.id(), external.id(), null, null, EXTERNAL),
              0,
              List.of()));
    } else {
      findings.error(
          external.span(),
          PolicyFaults.externalWithRule(external.id(), rules.get(0).header().name()));
    }
  }

  private void collect() {
    for (PolicyRule rule : read.model().rules()) {
      if (rule instanceof RequirementRule requirement) {
        requirements.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(requirement);
      } else if (rule instanceof CredentialRule credential) {
        credentials.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(credential);
      }
    }
  }
}
