package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.report.ReportLimits;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The options of commands that decide on a learner record: which packs, whose record, on which
 * date, within which limits.
 */
final class DecisionOptions {
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
      description =
          "the learner record: a file in JSON or YAML, or a folder with a CSV file for each type of"
              + " fact; - for standard input")
  private @Nullable String learner;

  @Mixin private LimitOptions limits = new LimitOptions();

  @Mixin private DateOptions date = new DateOptions();

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
    return EvaluationWriter.Options.ALL.including(Set.copyOf(credentials)).withNextChange();
  }

  /** Whether a learner is given. */
  boolean hasLearner() {
    return learner != null;
  }

  /** Whether a credential is among those that are asked for. */
  boolean shows(String credential) {
    return credentials.isEmpty() || credentials.contains(credential);
  }

  /** What else a command reads is read within the same limits. */
  CommandInputs inputs(CommandSpec spec) {
    return new CommandInputs(spec, limits.limits());
  }

  /** What a report of them may cost. */
  ReportLimits reportLimits() {
    return limits.reportLimits();
  }

  /** Compiles the packs, evaluates the record and answers; the exit code says what was wrong. */
  int decide(CommandSpec spec, Answer answer) {
    if (learner == null) {
      throw new ParameterException(
          spec.commandLine(), "--learner: name the file that holds the learner record");
    }
    CredentialRules rules = compile(spec);
    if (rules == null) {
      return ExitCode.BAD_POLICY.number();
    }
    ZonedDateTime instant = date.instant(rules);
    LearnerRecord record = inputs(spec).record(rules, learner, date.zone(rules));
    return record == null
        ? ExitCode.BAD_RECORD.number()
        : answer.of(rules, rules.evaluate(record, instant));
  }

  /** The date of evaluation, which has to be named. */
  LocalDate date(CredentialRules rules) {
    return date.instant(rules).toLocalDate();
  }

  /** The compiled rules; null when they have problems, which are then printed. */
  @Nullable CredentialRules compile(CommandSpec spec) {
    CredentialRules rules = inputs(spec).rules(packs);
    if (rules != null) {
      check(spec, "--credential", rules, credentials);
    }
    return rules;
  }

  /** Refuses credentials that the packs do not award. */
  static void check(CommandSpec spec, String option, CredentialRules rules, List<String> ids) {
    try {
      rules.catalogue(ids);
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(
          spec.commandLine(), option + ": " + unknown.getMessage(), unknown);
    }
  }
}
