package io.credentialrules.cli;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.report.Report;
import io.credentialrules.report.Sentences;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says why each credential is earned or not, for people to read. */
@Command(
    name = "explain",
    description = "Says why each credential is earned or not, as text, Markdown or a page.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  /** How an explanation is written. */
  enum ExplanationFormat {
    TEXT,
    MARKDOWN,
    HTML,
    JSON
  }

  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text, markdown, html or json")
  private ExplanationFormat format = ExplanationFormat.TEXT;

  @Option(names = "--json", description = "the same as --format json")
  private boolean json;

  @Option(names = "--no-plan", description = "leave out what would earn a credential")
  private boolean isWithoutPlan;

  @Option(names = "--no-picture", description = "leave out the pictures of a page")
  private boolean isWithoutPicture;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    OutputOptions.refuseTwoFormats(spec, json, format);
    var locale = output.locale(spec);
    return decision.decide(
        spec,
        (rules, evaluation) -> {
          Report decided =
              Report.of(evaluation, locale)
                  .within(decision.reportLimits())
                  .only(decision.credentials())
                  .withNextChange();
          Report report = isWithoutPlan ? decided : decided.withPlans();
          pointToOthers(evaluation, Sentences.of(evaluation, locale));
          return switch (json ? ExplanationFormat.JSON : format) {
            case TEXT -> output.text(spec, report.text());
            case MARKDOWN -> output.text(spec, report.markdown());
            case HTML ->
                output.text(spec, (isWithoutPicture ? report : report.withPictures()).html());
            case JSON -> output.json(spec, EvaluationWriter.write(evaluation, decision.written()));
          };
        });
  }

  /** Of credentials that come first and are not asked for, nothing says what they lack. */
  private void pointToOthers(Evaluation evaluation, Sentences sentences) {
    Set<String> others = new TreeSet<>();
    for (String credential : decision.credentials()) {
      if (evaluation.decision(credential) instanceof Decision.NotEarned not) {
        not.routes().stream()
            .flatMap(route -> route.requirements().stream())
            .forEach(requirement -> others.addAll(requirement.blockedBy()));
      }
    }
    others.removeAll(decision.credentials());
    if (!others.isEmpty()) {
      Terminal.err(spec)
          .line(sentences.elsewhere("--credential " + String.join(" --credential ", others)));
    }
  }
}
