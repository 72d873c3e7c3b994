package io.credentialrules.cli;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.report.CredentialGraph;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws the credentials of packs, what they require and which come first. */
@Command(
    name = "graph",
    description =
        "Draws the credentials of packs and what they require; with a learner, how far each is.",
    mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {
  /** How a graph is written. */
  enum GraphFormat {
    SVG,
    TEXT
  }

  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "svg or text")
  private GraphFormat format = GraphFormat.TEXT;

  @Option(names = "--json", description = "print what comes before what as JSON")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    OutputOptions.refuseTwoFormats(spec, json, format);
    Locale locale = output.locale(spec);
    if (decision.hasLearner()) {
      return decision.decide(
          spec,
          (rules, evaluation) ->
              json
                  ? output.json(spec, GraphJson.of(listed(rules), rules, evaluation))
                  : write(CredentialGraph.of(rules, locale).with(evaluation)));
    }
    CredentialRules rules = decision.compile(spec);
    if (rules == null) {
      return ExitCode.BAD_POLICY.number();
    }
    return json
        ? output.json(spec, GraphJson.of(listed(rules), rules, null))
        : write(CredentialGraph.of(rules, locale));
  }

  private List<Credential> listed(CredentialRules rules) {
    return rules.catalogue().stream()
        .filter(credential -> decision.shows(credential.id()))
        .toList();
  }

  private int write(CredentialGraph all) {
    CredentialGraph graph = all.within(decision.reportLimits()).only(decision.credentials());
    return output.text(spec, format == GraphFormat.SVG ? graph.svg() : graph.text());
  }
}
