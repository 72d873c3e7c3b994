package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.Impact;
import io.credentialrules.LearnerRecord;
import io.credentialrules.report.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says who gains and who loses a credential when the packs change. */
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
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = "the folders of the packs as they will be")
  private List<Path> after = List.of();

  @Option(
      names = "--learners",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "learner records in JSON, or folders of them")
  private List<Path> learners = List.of();

  @Mixin private DateOptions date = new DateOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  private int unreadable;

  @Override
  public Integer call() {
    CommandInputs reading = new CommandInputs(spec);
    ZonedDateTime instant = date.instant(spec);
    CredentialRules one = reading.rules(before);
    CredentialRules other = reading.rules(after);
    if (one == null || other == null) {
      return Main.BAD_POLICY;
    }
    List<Path> files = files();
    if (files == null) {
      return Main.BAD_RECORD;
    }
    Stream<LearnerRecord> records =
        files.stream().map(file -> read(reading, other, file)).filter(Objects::nonNull);
    Impact impact = Impact.of(one, other, records, instant);
    spec.commandLine().getOut().println(text(impact, Sentences.of(other, instant, Locale.ENGLISH)));
    return unreadable == 0 && impact.failures().isEmpty() ? 0 : Main.BAD_RECORD;
  }

  private @Nullable LearnerRecord read(CommandInputs reading, CredentialRules rules, Path file) {
    LearnerRecord record = reading.record(rules, file.toString(), date.zone());
    if (record == null) {
      unreadable++;
    }
    return record;
  }

  /** The files in the order of their names; null when a folder cannot be read. */
  private @Nullable List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Path path : learners) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> inside = Files.list(path)) {
        inside.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
      } catch (IOException failure) {
        spec.commandLine().getErr().println("the folder `" + path + "` cannot be read");
        return null;
      }
    }
    return files;
  }

  private String text(Impact impact, Sentences sentences) {
    List<String> lines = new ArrayList<>();
    lines.add(counted(impact.records(), "record") + " on " + impact.asOf().toLocalDate());
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
        "  no change for " + counted((long) impact.counts().size() - changed.size(), "credential"));
    for (Impact.Effect effect : impact.effects()) {
      lines.add("");
      lines.add("Learner " + effect.learner());
      effect
          .changes()
          .forEach(
              change ->
                  DiffCommand.lines(change, sentences).forEach(line -> lines.add("  " + line)));
    }
    if (!impact.failures().isEmpty() || unreadable > 0) {
      lines.add("");
      lines.add(
          counted(impact.failures().size() + (long) unreadable, "record")
              + " could not be weighed");
      impact
          .failures()
          .forEach(failure -> lines.add("  " + failure.learner() + ": " + failure.message()));
    }
    return Terminal.plain(String.join("\n", lines));
  }

  private static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
