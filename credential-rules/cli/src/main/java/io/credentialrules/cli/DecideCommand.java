package io.credentialrules.cli;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyException;
import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * Weighs a learner record with policy packs on a date, and prints a decision for each credential.
 */
@Command(
    name = "decide",
    description = "Weighs a learner record on a date and prints a decision for each credential.",
    mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {
  @Option(
      names = "--pack",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = "the folders of the policy packs")
  private List<Path> packs = List.of();

  @Option(
      names = "--learner",
      required = true,
      paramLabel = "FILE",
      description = "the learner record in JSON; - for standard input")
  private String learner = "";

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "a date, meaning its end, or a date-time with an offset")
  private String asOf = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "America/New_York",
      description = "the zone whose date is today; by default that of Maine")
  private ZoneId zone = ZoneId.of("America/New_York");

  @Option(
      names = "--credential",
      paramLabel = "ID",
      description = "only this credential; can be repeated")
  private List<String> credentials = List.of();

  @Option(names = "--json", description = "print the evaluation as JSON")
  private boolean json;

  @Mixin private AuditOptions audit = new AuditOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    ZonedDateTime instant = instant();
    audit.check();
    Packs read = new Packs(packs);
    CredentialRules rules;
    try {
      rules = read.compile();
    } catch (PolicyException failure) {
      err.println(new ProblemText(read.packs()).of(failure.problems()));
      return Main.BAD_POLICY;
    }
    checkCredentials(rules);
    LearnerRecord record;
    try {
      record = record(rules);
    } catch (RecordException failure) {
      failure.problems().forEach(err::println);
      return Main.BAD_RECORD;
    } catch (UncheckedIOException | IOException failure) {
      err.println("the record `" + learner + "` cannot be read: check that the file is there");
      return Main.BAD_RECORD;
    }
    if (!audit.isPrinted()) {
      print(rules.evaluate(record, instant));
    }
    audit.write(rules, record, instant);
    return 0;
  }

  private ZonedDateTime instant() {
    try {
      return AsOf.parse(asOf, zone);
    } catch (TypeConversionException wrong) {
      throw new ParameterException(spec.commandLine(), "--as-of: " + wrong.getMessage(), wrong);
    }
  }

  private void checkCredentials(CredentialRules rules) {
    List<String> known = rules.catalogue().stream().map(Credential::id).toList();
    for (String credential : credentials) {
      if (!known.contains(credential)) {
        throw new ParameterException(
            spec.commandLine(),
            "--credential: the packs award no `"
                + credential
                + "`; they award "
                + String.join(", ", known));
      }
    }
  }

  private LearnerRecord record(CredentialRules rules) throws IOException {
    LearnerRecordReader reader = LearnerRecordReader.of(rules.vocabulary(), zone);
    return learner.equals("-")
        ? reader.read("standard input", System.in)
        : reader.read(learner, Path.of(learner));
  }

  private void print(Evaluation evaluation) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(EvaluationWriter.write(evaluation).strip());
    } else {
      out.println(new DecisionText(evaluation).of(credentials));
    }
  }
}
