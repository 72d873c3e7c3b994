package io.credentialrules.cli;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.Plan;
import io.credentialrules.json.PlanWriter;
import io.credentialrules.report.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a learner must do to earn each credential, or why nothing helps. */
@Command(
    name = "plan",
    description = "Says what a learner must do to earn each credential, or why nothing helps.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--json", description = "print the plans as JSON, in a list")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Locale locale = output.locale(spec);
    return decision.decide(
        spec,
        (rules, evaluation) ->
            json
                ? output.json(spec, json(rules, evaluation))
                : output.lines(spec, lines(rules, evaluation, locale)));
  }

  private String json(CredentialRules rules, Evaluation evaluation) {
    return asked(rules)
        .map(credential -> PlanWriter.write(evaluation.plan(credential.id())).strip())
        .collect(Collectors.joining(",\n", "[", "]"));
  }

  private Stream<Credential> asked(CredentialRules rules) {
    return rules.catalogue().stream().filter(credential -> decision.shows(credential.id()));
  }

  private List<String> lines(CredentialRules rules, Evaluation evaluation, Locale locale) {
    Sentences sentences = Sentences.of(rules, evaluation.asOf(), locale);
    List<String> lines = new ArrayList<>();
    for (Credential credential : asked(rules).toList()) {
      lines.add(credential.name() + " (" + credential.id() + ")");
      Plan plan = evaluation.plan(credential.id());
      List<String> said = sentences.plan(plan).stream().map(sentences::sentence).toList();
      lines.addAll(plan instanceof Plan.Steps ? numbered(said) : indented(said));
    }
    return lines;
  }

  private static List<String> indented(List<String> said) {
    return said.stream().map(line -> "  " + line).toList();
  }

  private static List<String> numbered(List<String> said) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      lines.add("  " + (i + 1) + ". " + said.get(i));
    }
    return lines;
  }
}
