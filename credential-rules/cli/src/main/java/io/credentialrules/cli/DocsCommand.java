package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.pathways.PathwayExport;
import io.credentialrules.pathways.PathwayWriter;
import io.credentialrules.report.PolicyDocument;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    HTML,
    CTDL
  }

  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--format",
      defaultValue = "markdown",
      paramLabel = "FORMAT",
      description = "markdown, html, or ctdl: the catalogue in JSON-LD, for --address")
  private DocsFormat format = DocsFormat.MARKDOWN;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "where the credentials of --format ctdl are published, ending in `/`")
  private @Nullable String address;

  @Option(names = "--json", description = "print it as JSON")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    OutputOptions.refuseTwoFormats(spec, json, format);
    CredentialRules rules = decision.compile(spec);
    if (rules == null) {
      return ExitCode.BAD_POLICY.number();
    }
    if (format == DocsFormat.CTDL) {
      return catalogue(rules);
    }
    PolicyDocument document =
        PolicyDocument.of(rules, decision.date(rules), output.locale(spec))
            .within(decision.reportLimits())
            .only(decision.credentials());
    if (json) {
      return output.json(spec, document.json());
    }
    return output.text(spec, format == DocsFormat.HTML ? document.html() : document.markdown());
  }

  private int catalogue(CredentialRules rules) {
    PathwayWriter writer;
    try {
      writer = PathwayWriter.of(address == null ? "" : address);
    } catch (IllegalArgumentException failure) {
      throw new ParameterException(
          spec.commandLine(),
          "--address: "
              + failure.getMessage()
              + "; name the one below which the credentials are published");
    }
    String packs = String.join(", ", new TreeSet<>(rules.packs().keySet()));
    PathwayExport export = writer.write(rules, decision.date(rules), packs);
    Terminal.err(spec)
        .lines(export.leftOut().stream().map(sentence -> "left out: " + sentence).toList());
    return output.json(spec, export.json());
  }
}
