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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The options of commands that weigh a learner record: which packs, whose record, on which date.
 */
final class Weighing {
  @Option(
      names = "--pack",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = "the folders of the policy packs")
  private List<Path> packs = List.of();

  @Option(
      names = "--learner",
      paramLabel = "FILE",
      description = "the learner record in JSON; - for standard input")
  private @Nullable String learner;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "a date, meaning its end, or a date-time with an offset")
  private @Nullable String asOf;

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

  /** What a command does with an evaluation. */
  @FunctionalInterface
  interface Answer {
    /** Prints it, and returns the exit code. */
    int of(CredentialRules rules, Evaluation evaluation);
  }

  /** The credentials that are asked for; none for all. */
  List<String> credentials() {
    return credentials;
  }

  /** Which decisions are written as JSON. */
  EvaluationWriter.Options written() {
    return new EvaluationWriter.Options(Set.copyOf(credentials), Set.of());
  }

  /** Whether a learner is given. */
  boolean hasLearner() {
    return learner != null;
  }

  /** Compiles the packs, weighs the record and answers; the exit code says what was wrong. */
  int weigh(CommandSpec spec, Answer answer) {
    ZonedDateTime instant = instant(spec);
    if (learner == null) {
      throw new ParameterException(
          spec.commandLine(), "--learner: name the file of the learner record");
    }
    CredentialRules rules = compile(spec);
    if (rules == null) {
      return Main.BAD_POLICY;
    }
    PrintWriter err = spec.commandLine().getErr();
    LearnerRecord record;
    try {
      record = record(rules, learner);
    } catch (RecordException failure) {
      failure.problems().forEach(err::println);
      return Main.BAD_RECORD;
    } catch (UncheckedIOException | IOException failure) {
      err.println("the record `" + learner + "` cannot be read: check that the file is there");
      return Main.BAD_RECORD;
    }
    return answer.of(rules, rules.evaluate(record, instant));
  }

  /** The compiled rules; null when they have problems, which are then printed. */
  @Nullable CredentialRules compile(CommandSpec spec) {
    Packs read = Packs.read(packs, spec);
    try {
      CredentialRules rules = read.compile();
      checkCredentials(spec, rules);
      return rules;
    } catch (PolicyException failure) {
      spec.commandLine().getErr().println(new ProblemText(read.packs()).of(failure.problems()));
      return null;
    }
  }

  private ZonedDateTime instant(CommandSpec spec) {
    if (asOf == null) {
      throw new ParameterException(
          spec.commandLine(), "--as-of: name the date on which the record is weighed");
    }
    try {
      return AsOf.parse(asOf, zone);
    } catch (TypeConversionException wrong) {
      throw new ParameterException(spec.commandLine(), "--as-of: " + wrong.getMessage(), wrong);
    }
  }

  private void checkCredentials(CommandSpec spec, CredentialRules rules) {
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

  private LearnerRecord record(CredentialRules rules, String file) throws IOException {
    LearnerRecordReader reader = LearnerRecordReader.of(rules.vocabulary(), zone);
    return file.equals("-")
        ? reader.read("standard input", System.in)
        : reader.read(file, Path.of(file));
  }
}
