package io.credentialrules.cli;

import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.report.Report;
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
  enum Format {
    TEXT,
    MARKDOWN,
    HTML,
    JSON
  }

  @Mixin private Weighing weighing = new Weighing();

  @Mixin private Output output = new Output();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text, markdown, html or json")
  private Format format = Format.TEXT;

  @Option(names = "--no-plan", description = "leave out what would earn a credential")
  private boolean isWithoutPlan;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var locale = output.locale(spec);
    return weighing.weigh(
        spec,
        (rules, evaluation) -> {
          Report decided = Report.of(rules, evaluation, locale).only(weighing.credentials());
          Report report = isWithoutPlan ? decided : decided.withPlans();
          return output.write(
              spec,
              switch (format) {
                case TEXT -> report.text();
                case MARKDOWN -> report.markdown();
                case HTML -> report.html();
                case JSON -> EvaluationWriter.write(evaluation, weighing.written());
              });
        });
  }
}
