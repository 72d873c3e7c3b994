package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyException;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Reads what commands compare; what is wrong is printed. */
final class CommandInputs {
  private final CommandSpec spec;

  CommandInputs(CommandSpec spec) {
    this.spec = spec;
  }

  /** The rules of packs; null when they have problems, which are then printed. */
  @Nullable CredentialRules rules(List<Path> folders) {
    PackFolders read = PackFolders.read(folders, spec);
    try {
      return read.compile();
    } catch (PolicyException failure) {
      spec.commandLine().getErr().println(new ProblemText(read.packs()).of(failure.problems()));
      return null;
    }
  }

  /** The record in a file, or in standard input for -; null when it has problems, now printed. */
  @Nullable LearnerRecord record(CredentialRules rules, String file, ZoneId zone) {
    var err = spec.commandLine().getErr();
    LearnerRecordReader reader = LearnerRecordReader.of(rules.vocabulary(), zone);
    try {
      return file.equals("-")
          ? reader.read("standard input", System.in)
          : reader.read(file, Path.of(file));
    } catch (RecordException failure) {
      failure.problems().forEach(err::println);
    } catch (UncheckedIOException failure) {
      err.println("the record `" + file + "` cannot be read: check that the file is there");
    }
    return null;
  }
}
