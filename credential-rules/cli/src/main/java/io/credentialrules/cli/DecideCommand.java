package io.credentialrules.cli;

import io.credentialrules.Evaluation;
import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.report.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Evaluates a learner record by policy packs on a date, and prints a decision for each credential.
 */
@Command(
    name = "decide",
    description = "Evaluates a learner record on a date and prints a decision for each credential.",
    mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Option(names = "--json", description = "print the evaluation as JSON")
  private boolean json;

  @Mixin private OutputOptions output = new OutputOptions();

  @Mixin private AuditOptions audit = new AuditOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    audit.check();
    return decision.decide(
        spec,
        (rules, evaluation) -> {
          int written = audit.isPrinted() ? ExitCode.DONE.number() : print(evaluation);
          audit.write(rules, evaluation.record(), evaluation.asOf());
          return written;
        });
  }

  private int print(Evaluation evaluation) {
    if (json) {
      return output.json(spec, EvaluationWriter.write(evaluation, decision.written()));
    }
    Report report =
        Report.of(evaluation, output.locale(spec))
            .within(decision.reportLimits())
            .only(decision.credentials())
            .withNextChange();
    return output.text(spec, report.text());
  }
}
