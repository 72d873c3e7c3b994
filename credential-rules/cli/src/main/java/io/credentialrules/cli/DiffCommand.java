package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.Difference;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.DifferenceWriter;
import io.credentialrules.report.Sentences;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what changes with another record, another date or other packs. */
@Command(
    name = "diff",
    description = "Says what changes with another record, another date or other packs.",
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Option(
      names = "--to-pack",
      arity = "1..*",
      paramLabel = "DIR",
      description = "compare with these packs")
  private List<Path> packs = List.of();

  @Option(names = "--to-learner", paramLabel = "FILE", description = "compare with this record")
  private @Nullable String learner;

  @Option(names = "--to-as-of", paramLabel = "DATE", description = "compare with this date")
  private @Nullable String asOf;

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--json", description = "print all changes as JSON")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (packs.isEmpty() && learner == null && asOf == null) {
      throw new ParameterException(
          spec.commandLine(),
          "name what to compare with: `--to-pack`, `--to-learner` or `--to-as-of`");
    }
    return decision.decide(spec, this::compare);
  }

  private int compare(CredentialRules rules, Evaluation before) {
    CommandInputs inputs = decision.inputs(spec);
    ZoneId zone = before.asOf().getZone();
    ZonedDateTime instant =
        asOf == null ? before.asOf() : DateOptions.instant(spec, "--to-as-of", asOf, zone);
    CredentialRules after = packs.isEmpty() ? rules : inputs.rules(packs);
    if (after == null) {
      return ExitCode.BAD_POLICY.number();
    }
    LearnerRecord record = learner == null ? before.record() : inputs.record(after, learner, zone);
    if (record == null) {
      return ExitCode.BAD_RECORD.number();
    }
    Difference difference = Difference.between(before, after.evaluate(record, instant));
    return json
        ? output.json(spec, DifferenceWriter.write(difference))
        : output.lines(
            spec,
            lines(
                difference,
                Sentences.of(rules, before.asOf(), output.locale(spec)),
                Sentences.of(after, instant, output.locale(spec))));
  }

  private List<String> lines(Difference difference, Sentences before, Sentences sentences) {
    List<String> lines = new ArrayList<>();
    for (Difference.Change change : difference.changes()) {
      if (decision.shows(change.credential().id())) {
        lines.addAll(lines(change, before, sentences));
      }
    }
    return lines.isEmpty() ? List.of(sentences.sentence(sentences.nothingChanges()) + ".") : lines;
  }

  /**
   * What becomes of a credential, and what made it so. What is not required any more is said in the
   * words of the policy that required it.
   */
  static List<String> lines(Difference.Change change, Sentences before, Sentences sentences) {
    List<String> lines = new ArrayList<>();
    lines.add(sentences.sentence(sentences.change(change)) + " (" + change.credential().id() + ")");
    List<String> was = before.reasons(change);
    List<String> is = sentences.reasons(change);
    for (int i = 0; i < is.size(); i++) {
      boolean isGone = i < change.decisive().size() && change.decisive().get(i).after() == null;
      lines.add("  " + sentences.sentence(isGone ? was.get(i) : is.get(i)));
    }
    return lines;
  }
}
