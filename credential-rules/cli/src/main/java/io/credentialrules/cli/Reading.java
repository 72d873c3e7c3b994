package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyException;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Reads what commands compare; what is wrong is printed. */
final class Reading {
  private final CommandSpec spec;

  Reading(CommandSpec spec) {
    this.spec = spec;
  }

  /** The rules of packs; null when they have problems, which are then printed. */
  @Nullable CredentialRules rules(List<Path> folders) {
    Packs read = Packs.read(folders, spec);
    try {
      return read.compile();
    } catch (PolicyException failure) {
      spec.commandLine().getErr().println(new ProblemText(read.packs()).of(failure.problems()));
      return null;
    }
  }

  /** The record in a file; null when it cannot be read, which is then printed. */
  @Nullable LearnerRecord record(CredentialRules rules, Path file, ZoneId zone) {
    var err = spec.commandLine().getErr();
    try {
      return LearnerRecordReader.of(rules.vocabulary(), zone).read(file.toString(), file);
    } catch (RecordException failure) {
      failure.problems().forEach(err::println);
    } catch (UncheckedIOException failure) {
      err.println("the record `" + file + "` cannot be read: check that the file is there");
    }
    return null;
  }

  /** The instant that an option names. */
  ZonedDateTime instant(String option, String text, ZoneId zone) {
    try {
      return AsOf.parse(text, zone);
    } catch (TypeConversionException wrong) {
      throw new ParameterException(spec.commandLine(), option + ": " + wrong.getMessage(), wrong);
    }
  }
}
