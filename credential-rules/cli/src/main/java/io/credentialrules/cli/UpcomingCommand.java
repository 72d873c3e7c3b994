package io.credentialrules.cli;

import io.credentialrules.Batch;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Upcoming;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says which credentials learners lose or earn within some days if nothing is added. */
@Command(
    name = "upcoming",
    description =
        "Says who loses and who earns a credential within some days if nothing is added to their"
            + " records, for reminders and renewals.",
    mixinStandardHelpOptions = true)
final class UpcomingCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 36_525;

  @Option(
      names = "--pack",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = "the folders of the policy packs")
  private List<Path> packs = List.of();

  @Mixin private LearnersOptions learners = new LearnersOptions();

  @Mixin private DateOptions date = new DateOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Option(
      names = "--within",
      required = true,
      paramLabel = "DAYS",
      description = "how many days to look ahead, from 1 to 36525")
  private int days;

  @Option(names = "--lost", description = "only what is lost")
  private boolean isOfLostOnly;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (days < 1 || days > MOST_DAYS) {
      throw new ParameterException(
          spec.commandLine(),
          "--within: `" + days + "` is not a number of days from 1 to " + MOST_DAYS);
    }
    CommandInputs inputs = new CommandInputs(spec, limits.limits());
    CredentialRules rules = inputs.rules(packs);
    if (rules == null) {
      return ExitCode.BAD_POLICY.number();
    }
    ZonedDateTime instant = date.instant(rules);
    Stream<LearnerRecord> records = learners.records(inputs, rules, date.zone(rules));
    if (records == null) {
      return ExitCode.BAD_RECORD.number();
    }
    LocalDate until = instant.toLocalDate().plusDays(days);
    Batch.Tally tally = Batch.builder(rules, instant).build().changes(records, until, this::print);
    long failed = tally.failures() + learners.unreadable();
    if (failed > 0) {
      Terminal.err(spec)
          .line(LearnersOptions.counted(failed, "record") + " could not be evaluated");
    }
    return failed > 0 ? ExitCode.BAD_RECORD.number() : ExitCode.DONE.number();
  }

  private void print(Batch.Result<List<Upcoming>> result) {
    String learner = result.record().learner().id();
    List<Upcoming> changes = result.value();
    if (changes == null) {
      Terminal.err(spec).line(learner + ": " + result.failure());
      return;
    }
    for (Upcoming change : changes) {
      List<String> said = new ArrayList<>();
      if (!change.lost().isEmpty()) {
        said.add("loses " + String.join(", ", change.lost()));
      }
      if (!change.earned().isEmpty() && !isOfLostOnly) {
        said.add("earns " + String.join(", ", change.earned()));
      }
      if (!said.isEmpty()) {
        Terminal.out(spec).line(change.on() + "  " + learner + "  " + String.join("; ", said));
      }
    }
  }
}
