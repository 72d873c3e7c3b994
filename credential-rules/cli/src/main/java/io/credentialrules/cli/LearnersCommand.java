package io.credentialrules.cli;

import io.credentialrules.Batch;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Evaluates the records of many learners one after the other, and goes on where one fails. What is
 * told of a record is told when it is evaluated, so that memory does not grow with the records.
 */
abstract class LearnersCommand implements Callable<Integer> {
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

  @Spec private CommandSpec spec = CommandSpec.create();

  private boolean isUnwritten;

  /** Refuses options that mean nothing, before anything is read. */
  void checkOptions() {}

  /** Refuses options that mean nothing for these rules. */
  void checkOptions(CredentialRules rules) {}

  /** Evaluates the records and tells what is asked. */
  abstract Batch.Tally run(Batch batch, Stream<LearnerRecord> records, ZonedDateTime asOf);

  @Override
  public final Integer call() {
    checkOptions();
    CommandInputs inputs = new CommandInputs(spec, limits.limits());
    CredentialRules rules = inputs.rules(packs);
    if (rules == null) {
      return ExitCode.BAD_POLICY.number();
    }
    checkOptions(rules);
    ZonedDateTime asOf = date.instant(rules);
    Stream<LearnerRecord> records = learners.records(inputs, rules, date.zone(rules));
    if (records == null) {
      return ExitCode.BAD_RECORD.number();
    }
    Batch.Tally tally;
    try (records) {
      tally = run(Batch.builder(rules, asOf).build(), records, asOf);
    }
    long failed = tally.failures() + learners.unreadable();
    if (failed > 0) {
      Terminal.err(spec)
          .line(LearnersOptions.counted(failed, "record") + " could not be evaluated");
    }
    if (isUnwritten) {
      return ExitCode.BAD_OPTION.number();
    }
    return failed > 0 ? ExitCode.BAD_RECORD.number() : ExitCode.DONE.number();
  }

  /** Begins a page; null where the file cannot be written, which is told and decides the code. */
  final @Nullable ListPage page(Path file, String title, String below) {
    ListPage page = ListPage.open(spec, file, title, below);
    isUnwritten |= page == null;
    return page;
  }

  /** Tells what a record gives, or why it gives nothing. */
  final <T> void tell(Batch.Result<T> result, Consumer<T> told) {
    T value = result.value();
    if (value == null) {
      Terminal.err(spec).line(result.record().learner().id() + ": " + result.failure());
    } else {
      told.accept(value);
    }
  }

  final CommandSpec spec() {
    return spec;
  }
}
