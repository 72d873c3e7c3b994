package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.RecordFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option of commands that go over the records of many learners, one in memory at a time. */
final class LearnersOptions {
  @Option(
      names = "--learners",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "learner records in JSON, or folders of them")
  private List<Path> learners = List.of();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  private int unreadable;

  /**
   * The records, each read when it is come to, in the order of the names of their files; those that
   * cannot be read are left out and told. A status line says how many were handed on, until the
   * stream is closed. Null when a folder cannot be read, which is told too.
   */
  @Nullable Stream<LearnerRecord> records(
      CommandInputs inputs, CredentialRules rules, ZoneId zone) {
    List<Path> files = files();
    if (files == null) {
      return null;
    }
    LongWork work = LongWork.of(spec, "records", files.size());
    return files.stream()
        .map(file -> read(inputs, rules, zone, file))
        .peek(record -> work.done())
        .filter(Objects::nonNull)
        .onClose(work::close);
  }

  /** How many records could not be read so far. */
  int unreadable() {
    return unreadable;
  }

  private @Nullable LearnerRecord read(
      CommandInputs inputs, CredentialRules rules, ZoneId zone, Path file) {
    LearnerRecord record = inputs.record(rules, file.toString(), zone);
    if (record == null) {
      unreadable++;
    }
    return record;
  }

  private @Nullable List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Path path : learners) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try {
        files.addAll(RecordFolder.files(path));
      } catch (RecordException failure) {
        failure.problems().forEach(problem -> Terminal.err(spec).line(problem.toString()));
        return null;
      }
    }
    return once(files);
  }

  /** A file that is named twice, or beside its folder, is one record. */
  private static List<Path> once(List<Path> files) {
    Map<Path, Path> once = new LinkedHashMap<>();
    files.forEach(file -> once.putIfAbsent(real(file), file));
    return List.copyOf(once.values());
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException notThere) {
      return file.toAbsolutePath().normalize();
    }
  }

  /** Such as {@code 1 record} or {@code 3 records}. */
  static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
