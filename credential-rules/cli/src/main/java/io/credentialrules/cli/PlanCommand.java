package io.credentialrules.cli;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.Plan;
import io.credentialrules.StepCosts;
import io.credentialrules.json.PlanWriter;
import io.credentialrules.report.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what a learner must do to earn each credential, or why nothing helps. */
@Command(
    name = "plan",
    description = "Says what a learner must do to earn each credential, or why nothing helps.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private static final int MOST = 3;
  private static final List<String> ACTIONS =
      Stream.of(Plan.Action.values()).map(Plan.Action::name).toList();

  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--json", description = "print the plans as JSON, in a list")
  private boolean json;

  @Option(
      names = "--plans",
      paramLabel = "NUMBER",
      description =
          "up to so many plans that differ, from 1 to 3, the cheapest first; 1 by default")
  private int most = 1;

  @Option(
      names = "--cost",
      paramLabel = "KIND=COST",
      description =
          "what a step costs: REVIEW, COMPLETE, RENEW, SIGN_OFF, ADD, or a type for new facts of"
              + " it, such as TrainingCompletion=5; 1 for all others; can be repeated")
  private Map<String, Integer> costs = Map.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Locale locale = output.locale(spec);
    StepCosts costs = costs();
    if (most < 1 || most > MOST) {
      throw new ParameterException(
          spec.commandLine(), "`--plans` is from 1 to " + MOST + ", and not `" + most + "`");
    }
    return decision.decide(
        spec,
        (rules, evaluation) -> {
          checkTypes(rules);
          return json
              ? output.json(spec, json(rules, evaluation, costs))
              : output.lines(spec, lines(rules, evaluation, costs, locale));
        });
  }

  private StepCosts costs() {
    StepCosts all = StepCosts.EACH_ONE;
    try {
      for (Map.Entry<String, Integer> one : costs.entrySet()) {
        all =
            ACTIONS.contains(one.getKey())
                ? all.with(Plan.Action.valueOf(one.getKey()), one.getValue())
                : all.withNew(one.getKey(), one.getValue());
      }
    } catch (IllegalArgumentException refused) {
      throw new ParameterException(spec.commandLine(), "`--cost`: " + refused.getMessage());
    }
    return all;
  }

  private void checkTypes(CredentialRules rules) {
    for (String kind : costs.keySet()) {
      if (!ACTIONS.contains(kind) && rules.vocabulary().type(kind) == null) {
        throw new ParameterException(
            spec.commandLine(),
            "`--cost`: `"
                + kind
                + "` is no type of facts, and none of "
                + String.join(", ", ACTIONS));
      }
    }
  }

  private String json(CredentialRules rules, Evaluation evaluation, StepCosts costs) {
    return asked(rules)
        .flatMap(credential -> evaluation.plans(credential.id(), costs, most).stream())
        .map(plan -> PlanWriter.write(plan).strip())
        .collect(Collectors.joining(",\n", "[", "]"));
  }

  private Stream<Credential> asked(CredentialRules rules) {
    return rules.catalogue().stream().filter(credential -> decision.shows(credential.id()));
  }

  private List<String> lines(
      CredentialRules rules, Evaluation evaluation, StepCosts costs, Locale locale) {
    Sentences sentences = Sentences.of(rules, evaluation.asOf(), locale);
    List<String> lines = new ArrayList<>();
    for (Credential credential : asked(rules).toList()) {
      lines.add(credential.name() + " (" + credential.id() + ")");
      List<Plan> plans = evaluation.plans(credential.id(), costs, most);
      for (int i = 0; i < plans.size(); i++) {
        Plan plan = plans.get(i);
        List<String> said = sentences.plan(plan).stream().map(sentences::sentence).toList();
        if (plans.size() > 1 && plan instanceof Plan.Steps steps) {
          String heading = sentences.planHeading(steps, i + 1, plans.size());
          lines.add("  " + sentences.sentence(heading) + ":");
        }
        lines.addAll(plan instanceof Plan.Steps ? numbered(said) : indented(said));
      }
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
