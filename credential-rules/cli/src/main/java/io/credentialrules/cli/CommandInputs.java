package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import io.credentialrules.policy.Vocabulary;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Reads what commands compare; what is wrong is printed. */
final class CommandInputs {
  private final CommandSpec spec;
  private final Limits limits;

  CommandInputs(CommandSpec spec, Limits limits) {
    this.spec = spec;
    this.limits = limits;
  }

  /** The rules of packs; null when they have problems, which are then printed. */
  @Nullable CredentialRules rules(List<Path> folders) {
    return rules(folders, List.of());
  }

  /** The same with values in place of those that the packs declare. */
  @Nullable CredentialRules rules(List<Path> folders, List<GivenValue> values) {
    PackFolders read = PackFolders.read(folders, limits, spec);
    try {
      return read.compile(values);
    } catch (PolicyException failure) {
      Terminal.err(spec).lines(new ProblemText(read.packs()).of(failure.problems()));
      return null;
    }
  }

  /**
   * The record in a JSON or YAML file, in the CSV files of a folder, or in standard input for -, as
   * JSON; null when it has problems, which are then printed.
   */
  @Nullable LearnerRecord record(CredentialRules rules, String file, ZoneId zone) {
    return record(rules.vocabulary(), file, zone);
  }

  /** The same with facts of the types of a vocabulary. */
  @Nullable LearnerRecord record(Vocabulary vocabulary, String file, ZoneId zone) {
    Terminal err = Terminal.err(spec);
    LearnerRecordReader reader = LearnerRecordReader.of(vocabulary, zone);
    try {
      if (file.equals("-")) {
        return JsonRecord.read(reader, "standard input", System.in);
      }
      Path path = Path.of(file);
      if (Files.isDirectory(path)) {
        return CsvRecord.read(reader, vocabulary, path);
      }
      return YamlRecord.isYaml(path)
          ? YamlRecord.read(reader, file, path)
          : JsonRecord.read(reader, file, path);
    } catch (RecordException failure) {
      failure.problems().forEach(problem -> err.line(problem.toString()));
    } catch (UncheckedIOException failure) {
      err.line(
          "the record "
              + InputFile.sentence(Path.of(file), Objects.requireNonNull(failure.getCause())));
    }
    return null;
  }
}
