package io.credentialrules.cli;

import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.RecordProblem;
import io.credentialrules.testkit.YamlRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads the record of one learner from a YAML file, as {@code template} writes it. */
final class YamlRecord {
  /** More than a file of as many characters as are read can have. */
  private static final long MOST_BYTES = 12_000_000;

  private YamlRecord() {}

  static boolean isYaml(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /**
   * Reads a record.
   *
   * @throws RecordException with all problems
   * @throws UncheckedIOException when the file cannot be read
   */
  static LearnerRecord read(LearnerRecordReader reader, String source, Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw refused(
            source,
            "the file is larger than 3 MB",
            "write one record a file, or a larger one as JSON");
      }
      return YamlRecords.read(reader, source, Files.readString(file));
    } catch (CharacterCodingException otherCharacters) {
      throw refused(source, "the file is not UTF-8", "save it as UTF-8");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static RecordException refused(String source, String message, String hint) {
    return new RecordException(List.of(RecordProblem.of(source, "", 1, 1, message, hint)));
  }
}
