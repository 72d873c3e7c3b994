package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.report.PolicyDocument;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the documentation of packs from their rules. */
@Command(
    name = "docs",
    description =
        "Writes what packs ask for from their rules: each credential, a table of requirements, and"
            + " the graph.",
    mixinStandardHelpOptions = true)
final class DocsCommand implements Callable<Integer> {
  /** How a documentation is written. */
  enum DocsFormat {
    MARKDOWN,
    HTML
  }

  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--format",
      defaultValue = "markdown",
      paramLabel = "FORMAT",
      description = "markdown or html")
  private DocsFormat format = DocsFormat.MARKDOWN;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CredentialRules rules = decision.compile(spec);
    if (rules == null) {
      return ExitCode.BAD_POLICY.number();
    }
    PolicyDocument document =
        PolicyDocument.of(rules, decision.date(rules), output.locale(spec))
            .within(decision.reportLimits())
            .only(decision.credentials());
    return output.text(spec, format == DocsFormat.HTML ? document.html() : document.markdown());
  }
}
