package io.credentialrules.spring;

import io.credentialrules.PolicyException;
import io.credentialrules.policy.Problem;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which rules keep an application from starting, each problem at its place. */
final class PolicyFailureAnalyzer extends AbstractFailureAnalyzer<PolicyException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, PolicyException problems) {
    return new FailureAnalysis(
        problems.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")),
        "Mend what is at these places; `check` of the command line shows the lines of rules.",
        problems);
  }
}
