package io.credentialrules.cli;

import io.credentialrules.Evaluation;
import io.credentialrules.openbadges.BadgeSigner;
import io.credentialrules.openbadges.BadgeWriter;
import io.credentialrules.openbadges.RecordWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Issues a stack with what it is stacked of as a Comprehensive Learner Record 2.0. */
@Command(
    name = "export",
    description =
        "Issues a credential that is earned, with those it is stacked of, as a signed Comprehensive"
            + " Learner Record 2.0.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  /** How a record is signed. */
  enum RecordFormat {
    JSON,
    JWT
  }

  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Mixin private IssueOptions issue = new IssueOptions();

  @Option(
      names = "--format",
      defaultValue = "json",
      paramLabel = "FORMAT",
      description = "json (with proofs by eddsa-rdfc-2022) or jwt")
  private RecordFormat format = RecordFormat.JSON;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write to this file, in UTF-8, instead of standard output")
  private @Nullable Path file;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return issue.issue(decision, format == RecordFormat.JWT, this::issue);
  }

  private int issue(Evaluation evaluation, String stack, BadgeWriter writer, BadgeSigner signer) {
    String record =
        signer.sign(RecordWriter.of(writer).record(evaluation, stack, issue.recipient(), signer));
    if (file != null) {
      return OutputOptions.save(spec, "--out", file, record);
    }
    Terminal.out(spec).json(record.strip());
    return ExitCode.DONE.number();
  }
}
