package io.credentialrules.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.RecordProblem;
import io.credentialrules.testkit.Yaml.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads learner records in YAML, with the same names as in JSON. A type whose facts were all
 * deleted is empty. Refused are aliases, repeated keys, numbers and truths that look like something
 * else, such as {@code 011} and {@code no}, texts in angle brackets, which are still to be filled
 * in, and what is nested deeper than a record in JSON may be. Safe for use by many threads.
 */
public final class YamlRecords {
  /** What the parser takes. */
  private static final int MOST_CHARACTERS = 3_000_000;

  /** As many as a text of a record has. The parser takes the square of the time for a line. */
  private static final int LONGEST_LINE = 100_000;

  private static final int MOST_PROBLEMS = 100;

  private YamlRecords() {}

  /**
   * Reads the record of one learner.
   *
   * @param reader knows the fact types and the zone
   * @param source where the text is from, such as the name of a file; begins each problem
   * @param yaml one document of at most 3,000,000 characters, in lines of at most 100,000
   * @throws RecordException with up to 100 problems, in the order of their places
   */
  public static LearnerRecord read(LearnerRecordReader reader, String source, String yaml) {
    refuseTooLong(source, yaml);
    List<RecordProblem> problems = new ArrayList<>();
    Yaml document;
    try {
      document =
          YamlReader.read(
              source,
              yaml,
              "write the `learner` first",
              (place, message, hint) -> add(problems, place, message, hint));
    } catch (JsonProcessingException malformed) {
      add(
          problems,
          YamlReader.malformedAt(source, malformed),
          "this is not YAML",
          "maybe the indentation differs, or a text needs quotes");
      throw new RecordException(problems);
    }
    findUnfilled("", document, problems);
    if (!(document instanceof Yaml.Mapping) && problems.isEmpty()) {
      add(problems, document.place(), "this is no record", "write the `learner` first");
    }
    if (!problems.isEmpty()) {
      problems.sort(
          Comparator.comparingInt(RecordProblem::line).thenComparingInt(RecordProblem::column));
      throw new RecordException(problems);
    }
    return reader.read(source, yaml, RecordTree.of((Yaml.Mapping) document, null));
  }

  private static void refuseTooLong(String source, String yaml) {
    if (yaml.length() > MOST_CHARACTERS) {
      throw refused(
          new Place(source, 1, 1, 0),
          "the file is larger than 3 MB",
          "write one record a file, or a larger one as JSON");
    }
    int line = 1;
    int start = 0;
    for (int i = 0; i < yaml.length(); i++) {
      char character = yaml.charAt(i);
      if (character == '\n' || character == '\r') {
        line += character == '\n' || i + 1 == yaml.length() || yaml.charAt(i + 1) != '\n' ? 1 : 0;
        start = i + 1;
      } else if (i - start == LONGEST_LINE) {
        throw refused(
            new Place(source, line, LONGEST_LINE + 1, i),
            "the line is longer than 100,000 characters",
            "write each value on a line of its own");
      }
    }
  }

  private static void findUnfilled(String name, Yaml value, List<RecordProblem> problems) {
    if (value instanceof Yaml.Mapping mapping) {
      mapping.entries().forEach(entry -> findUnfilled(entry.key(), entry.value(), problems));
    } else if (value instanceof Yaml.Items items) {
      items.values().forEach(item -> findUnfilled(name, item, problems));
    } else if (value instanceof Yaml.Text text
        && text.value().startsWith("<")
        && text.value().endsWith(">")) {
      add(
          problems,
          text.place(),
          Yaml.quoted(name) + " is still to be filled in: " + Yaml.quoted(text.value()),
          "replace it, or delete the fact");
    }
  }

  private static void add(List<RecordProblem> problems, Place place, String message, String hint) {
    problems.add(problem(place, message, hint));
    if (problems.size() == MOST_PROBLEMS) {
      throw new RecordException(problems);
    }
  }

  private static RecordException refused(Place place, String message, String hint) {
    return new RecordException(List.of(problem(place, message, hint)));
  }

  private static RecordProblem problem(Place place, String message, String hint) {
    return RecordProblem.of(place.file(), "", place.line(), place.column(), message, hint);
  }
}
