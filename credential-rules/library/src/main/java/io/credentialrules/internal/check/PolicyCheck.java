package io.credentialrules.internal.check;

import io.credentialrules.Limits;
import io.credentialrules.internal.program.Program;
import io.credentialrules.policy.PolicyModel;
import io.credentialrules.policy.Vocabulary;
import java.util.Collection;
import java.util.Set;

/** Resolves a policy and finds what is wrong with it, all at once. */
public final class PolicyCheck {
  private PolicyCheck() {}

  /**
   * Checks a policy; never throws for what is in it.
   *
   * @param leftOut ids of rules that could not be read
   */
  public static Checked check(
      PolicyModel model, Vocabulary vocabulary, Limits limits, Collection<String> leftOut) {
    Findings findings = new Findings();
    Program program =
        new ProgramBuilder(model, vocabulary, limits, Set.copyOf(leftOut), findings).build();
    if (!findings.hasErrors()) {
      new Lints(program, findings).check();
    }
    return new Checked(findings.hasErrors() ? null : program, findings.inOrder());
  }
}
