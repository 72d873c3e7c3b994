package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads all learner records of a folder and prints an evaluation of each, in JSON. */
public final class Json {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private Json() {}

  /**
   * Prints evaluations, or what is wrong with a record.
   *
   * @param arguments the folder of the records; without one, {@code examples/learners}
   */
  public static void main(String[] arguments) throws IOException {
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.fromClassPath(Json.class.getClassLoader(), "ums-horticulture"));
    LearnerRecordReader reader = LearnerRecordReader.of(rules.vocabulary(), ZONE);
    EvaluationWriter.Options firstLevel =
        EvaluationWriter.Options.ALL.including(Set.of("horticulture-level-1"));

    for (Path file : files(arguments.length == 0 ? "examples/learners" : arguments[0])) {
      String name = file.getFileName().toString();
      try {
        LearnerRecord record = reader.read(name, file);
        System.out.print(
            EvaluationWriter.write(
                rules.evaluate(record, LocalDate.of(2025, 5, 1), ZONE), firstLevel));
      } catch (RecordException refused) {
        System.out.println("refused:\n" + refused.getMessage());
      }
    }
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
