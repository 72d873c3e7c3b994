package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.Impact;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.DifferenceWriter;
import io.credentialrules.report.Sentences;
import java.nio.file.Path;
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

/** Says who gains and who loses a credential when the packs, or values in them, change. */
@Command(
    name = "impact",
    description = "Says who gains and who loses a credential when the packs change.",
    mixinStandardHelpOptions = true)
final class ImpactCommand implements Callable<Integer> {
  @Option(
      names = "--before",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = "the folders of the packs as they were")
  private List<Path> before = List.of();

  @Option(
      names = "--after",
      arity = "1..*",
      paramLabel = "DIR",
      description =
          "the folders of the packs as they will be; with --set, those of --before if left out")
  private List<Path> after = List.of();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      converter = GivenValue.Converter.class,
      description =
          "a value that the packs will have under a name that they declare, such as"
              + " MinimumHours=180; can be repeated")
  private List<GivenValue> values = List.of();

  @Mixin private LearnersOptions learners = new LearnersOptions();

  @Mixin private DateOptions date = new DateOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--json", description = "print the impact as JSON")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandInputs inputs = new CommandInputs(spec, limits.limits());
    if (after.isEmpty() && values.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--after or --set must say what changes, such as --set MinimumHours=180");
    }
    CredentialRules one = inputs.rules(before);
    CredentialRules other = inputs.rules(after.isEmpty() ? before : after, values);
    if (one == null || other == null) {
      return ExitCode.BAD_POLICY.number();
    }
    ZonedDateTime instant = date.instant(other);
    Stream<LearnerRecord> records = learners.records(inputs, other, date.zone(other));
    if (records == null) {
      return ExitCode.BAD_RECORD.number();
    }
    Impact impact;
    try (records) {
      impact = Impact.of(one, other, records, instant);
    }
    int written =
        json
            ? output.json(spec, DifferenceWriter.write(impact))
            : output.lines(
                spec,
                lines(
                    impact,
                    Sentences.of(one, instant, output.locale(spec)),
                    Sentences.of(other, instant, output.locale(spec))));
    boolean isComplete = learners.unreadable() == 0 && impact.failures().isEmpty();
    return written != ExitCode.DONE.number() || isComplete ? written : ExitCode.BAD_RECORD.number();
  }

  private List<String> lines(Impact impact, Sentences was, Sentences sentences) {
    List<String> lines = new ArrayList<>();
    lines.add(
        LearnersOptions.counted(impact.records(), "record") + " on " + impact.asOf().toLocalDate());
    List<Impact.Count> changed =
        impact.counts().stream().filter(count -> count.gained() + count.lost() > 0).toList();
    for (Impact.Count count : changed) {
      lines.add(
          "  "
              + count.credential()
              + ": earned by "
              + count.before()
              + " before and "
              + count.after()
              + " after; "
              + count.gained()
              + " gained, "
              + count.lost()
              + " lost");
    }
    lines.add(
        "  no change for "
            + LearnersOptions.counted(
                (long) impact.counts().size() - changed.size(), "credential"));
    for (Impact.Effect effect : impact.effects()) {
      lines.add("");
      lines.add("Learner " + effect.learner());
      effect
          .changes()
          .forEach(
              change ->
                  DiffCommand.lines(change, was, sentences)
                      .forEach(line -> lines.add("  " + line)));
    }
    if (!impact.failures().isEmpty() || learners.unreadable() > 0) {
      lines.add("");
      lines.add(
          LearnersOptions.counted(impact.failures().size() + (long) learners.unreadable(), "record")
              + " could not be evaluated");
      impact
          .failures()
          .forEach(failure -> lines.add("  " + failure.learner() + ": " + failure.message()));
    }
    return lines;
  }
}
