package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.RecordProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A record in JSON, in which nothing of a template may be left: a host's own texts may look like
 * that, what a person fills in may not.
 */
final class JsonRecord {
  private static final int MOST_PROBLEMS = 100;
  private static final int MOST_SHOWN = 100;
  private static final JsonFactory JSON = new JsonFactory();

  private JsonRecord() {}

  /**
   * Reads a record from a stream.
   *
   * @throws RecordException with all problems
   * @throws UncheckedIOException when it cannot be read
   */
  static LearnerRecord read(LearnerRecordReader reader, String source, InputStream input) {
    try {
      // With a byte more than the reader takes, which refuses what is too long.
      byte[] json = input.readNBytes(LearnerRecordReader.DEFAULT_MAX_BYTES + 1);
      return filledIn(source, json, () -> reader.read(source, new ByteArrayInputStream(json)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads the record in a file, in the same way. */
  static LearnerRecord read(LearnerRecordReader reader, String source, Path file) {
    try {
      boolean isReadable =
          Files.isRegularFile(file) && Files.size(file) <= LearnerRecordReader.DEFAULT_MAX_BYTES;
      byte[] json = isReadable ? Files.readAllBytes(file) : new byte[0];
      return filledIn(source, json, () -> reader.read(source, file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static LearnerRecord filledIn(String source, byte[] json, Supplier<LearnerRecord> read) {
    List<RecordProblem> unfilled = unfilled(source, json);
    LearnerRecord record;
    try {
      record = read.get();
    } catch (RecordException refused) {
      List<RecordProblem> all = new ArrayList<>(unfilled);
      refused.problems().stream()
          .filter(problem -> unfilled.stream().noneMatch(one -> isAtSamePlace(one, problem)))
          .forEach(all::add);
      throw new RecordException(all);
    }
    if (!unfilled.isEmpty()) {
      throw new RecordException(unfilled);
    }
    return record;
  }

  private static boolean isAtSamePlace(RecordProblem one, RecordProblem other) {
    return one.line() == other.line() && one.column() == other.column();
  }

  /** What is still to be filled in, as far as it is JSON: the rest is for the reader to refuse. */
  private static List<RecordProblem> unfilled(String source, byte[] json) {
    List<RecordProblem> problems = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(json)) {
      while (problems.size() < MOST_PROBLEMS) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return problems;
        }
        if (token == JsonToken.VALUE_STRING) {
          String text = parser.getText();
          if (text.startsWith("<") && text.endsWith(">")) {
            problems.add(problem(source, parser, text));
          }
        }
      }
    } catch (IOException malformed) {
      // The reader says so, with the place.
    }
    return problems;
  }

  private static RecordProblem problem(String source, JsonParser parser, String text)
      throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    String name = parser.currentName();
    String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    return RecordProblem.of(
        source,
        "",
        Math.max(1, at.getLineNr()),
        Math.max(1, at.getColumnNr()),
        (name == null ? "this" : "`" + name + "`") + " is still to be filled in: `" + shown + "`",
        "replace it, or delete the fact");
  }
}
