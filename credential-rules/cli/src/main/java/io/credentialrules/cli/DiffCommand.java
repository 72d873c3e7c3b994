package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.Difference;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.report.Sentences;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (packs.isEmpty() && learner == null && asOf == null) {
      throw new ParameterException(
          spec.commandLine(), "name what to compare with: --to-pack, --to-learner or --to-as-of");
    }
    return decision.weigh(spec, this::compare);
  }

  private int compare(CredentialRules rules, Evaluation before) {
    CommandInputs reading = new CommandInputs(spec);
    ZoneId zone = before.asOf().getZone();
    ZonedDateTime instant =
        asOf == null ? before.asOf() : DateOptions.instant(spec, "--to-as-of", asOf, zone);
    CredentialRules after = packs.isEmpty() ? rules : reading.rules(packs);
    if (after == null) {
      return Main.BAD_POLICY;
    }
    LearnerRecord record = learner == null ? before.record() : reading.record(after, learner, zone);
    if (record == null) {
      return Main.BAD_RECORD;
    }
    Difference difference = Difference.between(before, after.evaluate(record, instant));
    spec.commandLine()
        .getOut()
        .println(text(difference, Sentences.of(after, instant, Locale.ENGLISH)));
    return 0;
  }

  private String text(Difference difference, Sentences sentences) {
    List<String> lines = new ArrayList<>();
    for (Difference.Change change : difference.changes()) {
      List<String> asked = decision.credentials();
      if (asked.isEmpty() || asked.contains(change.credential().id())) {
        lines.addAll(lines(change, sentences));
      }
    }
    if (lines.isEmpty()) {
      lines.add("Nothing changes.");
    }
    return Terminal.plain(String.join("\n", lines));
  }

  /** What becomes of a credential, and what made it so. */
  static List<String> lines(Difference.Change change, Sentences sentences) {
    List<String> lines = new ArrayList<>();
    lines.add(sentences.sentence(sentences.change(change)) + " (" + change.credential().id() + ")");
    sentences.reasons(change).forEach(reason -> lines.add("  " + sentences.sentence(reason)));
    return lines;
  }
}
