package io.credentialrules.cli;

import io.credentialrules.Evaluation;
import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.report.Report;
import java.util.Locale;
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

  @Mixin private AuditOptions audit = new AuditOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    audit.check();
    return decision.decide(
        spec,
        (rules, evaluation) -> {
          if (!audit.isPrinted()) {
            print(evaluation);
          }
          audit.write(rules, evaluation.record(), evaluation.asOf());
          return ExitCode.DONE.number();
        });
  }

  private void print(Evaluation evaluation) {
    if (json) {
      Terminal.out(spec).json(EvaluationWriter.write(evaluation, decision.written()).strip());
    } else {
      Report report =
          Report.of(evaluation, Locale.ENGLISH)
              .within(decision.reportLimits())
              .only(decision.credentials())
              .withNextChange();
      Terminal.out(spec).print(report.text() + "\n");
    }
  }
}
