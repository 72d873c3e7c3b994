package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.RecordProblem;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.json.tree.Place;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the record of one learner from a folder with a CSV file (RFC 4180, UTF-8) for each type of
 * fact, as a spreadsheet writes them: the first line names the fields, an empty cell is an absent
 * field, a column {@code note} is not read. {@code Learner.csv} has the learner, and may have a
 * column {@code policyDate}; {@code waivers.csv} has waivers. Columns may be separated by
 * semicolons.
 */
final class CsvRecord {
  private static final String ENDING = ".csv";
  private static final String LEARNER = "Learner";
  private static final String WAIVERS = "waivers";
  private static final String REVIEW = "vetting.";

  private final LearnerRecordReader reader;
  private final Vocabulary vocabulary;
  private final List<RecordProblem> problems = new ArrayList<>();

  private CsvRecord(LearnerRecordReader reader, Vocabulary vocabulary) {
    this.reader = reader;
    this.vocabulary = vocabulary;
  }

  /**
   * Reads a record.
   *
   * @throws RecordException with the problems of all files
   * @throws UncheckedIOException when a file cannot be read
   */
  static LearnerRecord read(LearnerRecordReader reader, Vocabulary vocabulary, Path folder) {
    return new CsvRecord(reader, vocabulary).record(folder);
  }

  private LearnerRecord record(Path folder) {
    LearnerRecord.@Nullable Builder record = null;
    List<LearnerRecord> parts = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      String type = name.substring(0, name.length() - ENDING.length());
      LearnerRecord part = part(file, type);
      if (part != null) {
        parts.add(part);
        if (type.equals(LEARNER)) {
          record = LearnerRecord.builder(part.learner()).policyDate(part.policyDate());
        }
      }
    }
    if (record == null && problems.isEmpty()) {
      problem(folder.resolve(LEARNER + ENDING), 1, "the file is missing", "name the learner in it");
    }
    if (record == null || !problems.isEmpty()) {
      throw new RecordException(problems);
    }
    for (LearnerRecord part : parts) {
      record.addAll(part.facts()).waive(part.waivers().toArray(Waiver[]::new));
    }
    return record.build();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What one file says, as a record with nothing else in it; null where it has problems. */
  private @Nullable LearnerRecord part(Path file, String type) {
    try {
      if (Files.size(file) > LearnerRecordReader.DEFAULT_MAX_BYTES) {
        problem(file, 1, "the file is larger than 10 MB", "a folder is the record of one learner");
        return null;
      }
      String text = Files.readString(file);
      List<JsonValue> rows = rows(file, text, type);
      return rows == null ? null : reader.read(file.toString(), text, document(type, rows));
    } catch (RecordException failure) {
      problems.addAll(failure.problems());
    } catch (JsonProcessingException malformed) {
      problem(
          file,
          Math.max(1, malformed.getLocation().getLineNr()),
          "this is not CSV",
          "maybe a quotation mark is missing");
    } catch (CharacterCodingException otherCharacters) {
      problem(
          file, 1, "the file is not UTF-8", "save it as UTF-8, which spreadsheets call CSV UTF-8");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return null;
  }

  private static JsonValue document(String type, List<JsonValue> rows) {
    Place root = Place.root(0);
    Map<String, JsonValue.Member> members = new LinkedHashMap<>();
    Map<String, JsonValue.Member> learner = new LinkedHashMap<>();
    learner.put("id", new JsonValue.Member(root, new JsonValue.Text(root, "learner")));
    JsonValue self = new JsonValue.Members(root, learner);
    if (type.equals(LEARNER)) {
      JsonValue.Members row = (JsonValue.Members) rows.get(0);
      Map<String, JsonValue.Member> own = new LinkedHashMap<>(row.byName());
      JsonValue.Member policyDate = own.remove("policyDate");
      if (policyDate != null) {
        members.put("policyDate", policyDate);
      }
      self = new JsonValue.Members(row.place(), own);
    } else {
      JsonValue items = new JsonValue.Items(root, rows);
      members.put(
          type.equals(WAIVERS) ? WAIVERS : "facts",
          new JsonValue.Member(
              root,
              type.equals(WAIVERS)
                  ? items
                  : new JsonValue.Members(root, Map.of(type, new JsonValue.Member(root, items)))));
    }
    members.put("learner", new JsonValue.Member(root, self));
    return new JsonValue.Members(root, members);
  }

  /** The rows below the first line; null where there is something wrong with the table itself. */
  private @Nullable List<JsonValue> rows(Path file, String text, String type) throws IOException {
    List<JsonValue> rows = new ArrayList<>();
    int before = problems.size();
    try (CsvParser parser = new CsvFactory().createParser(text)) {
      parser.enable(CsvParser.Feature.WRAP_AS_ARRAY);
      parser.enable(CsvParser.Feature.TRIM_SPACES);
      parser.enable(CsvParser.Feature.SKIP_EMPTY_LINES);
      parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator(text)));
      List<String> names = new ArrayList<>();
      cells(parser).forEach(cell -> names.add(cell.text().replace("\uFEFF", "")));
      for (List<Cell> cells = cells(parser); !cells.isEmpty(); cells = cells(parser)) {
        if (cells.stream().allMatch(cell -> cell.text().isEmpty())) {
          continue;
        }
        if (cells.size() > names.size()) {
          problem(
              file,
              cells.get(0).line(),
              "the row has more cells than there are fields",
              "put a text with a comma into quotes");
        } else {
          rows.add(row(file, vocabulary.type(type), names, cells));
        }
      }
    }
    if (type.equals(LEARNER) && rows.size() != 1) {
      problem(
          file,
          1,
          "the file has " + rows.size() + " learners",
          "a folder is the record of one learner");
    }
    return problems.size() > before ? null : rows;
  }

  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
  }

  /** A cell, with the offset of its first character. */
  private record Cell(String text, int offset, int line) {}

  private static List<Cell> cells(CsvParser parser) throws IOException {
    List<Cell> cells = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != null && token != JsonToken.END_ARRAY) {
      if (token.isScalarValue()) {
        cells.add(
            new Cell(
                parser.getText(),
                (int) Math.max(0, parser.currentTokenLocation().getCharOffset()),
                parser.currentTokenLocation().getLineNr()));
      }
      token = parser.nextToken();
    }
    return cells;
  }

  private JsonValue row(
      Path file, @Nullable VocabularyType type, List<String> names, List<Cell> cells) {
    Place place = Place.root(cells.get(0).offset());
    Map<String, JsonValue.Member> members = new LinkedHashMap<>();
    Map<String, JsonValue.Member> review = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = names.get(i);
      Cell cell = cells.get(i);
      if (name.equals(TemplateText.NOTE) || cell.text().isEmpty()) {
        continue;
      }
      if (cell.text().startsWith("<") && cell.text().endsWith(">")) {
        problem(
            file,
            cell.line(),
            "`" + name + "` is still to be filled in: `" + cell.text() + "`",
            "replace it, or delete the row");
      }
      Place at = Place.root(cell.offset());
      if (name.startsWith(REVIEW)) {
        review.put(
            name.substring(REVIEW.length()),
            new JsonValue.Member(at, new JsonValue.Text(at, cell.text())));
      } else {
        VocabularyField field = type == null ? null : type.field(name);
        members.put(name, new JsonValue.Member(at, value(field, at, cell.text())));
      }
    }
    if (!review.isEmpty()) {
      members.put("vetting", new JsonValue.Member(place, new JsonValue.Members(place, review)));
    }
    return new JsonValue.Members(place, members);
  }

  private static JsonValue value(@Nullable VocabularyField field, Place at, String text) {
    FieldKind kind = field == null ? FieldKind.TEXT : field.kind();
    String lower = text.toLowerCase(Locale.ROOT);
    if (kind == FieldKind.TRUTH && (lower.equals("true") || lower.equals("false"))) {
      return new JsonValue.Truth(at, lower.equals("true"));
    }
    if (kind == FieldKind.TEXTS) {
      return new JsonValue.Items(
          at,
          Stream.of(text.split("[|]", -1))
              .map(String::strip)
              .map(part -> (JsonValue) new JsonValue.Text(at, part))
              .toList());
    }
    return new JsonValue.Text(at, text);
  }

  private void problem(Path file, int line, String message, String hint) {
    problems.add(RecordProblem.of(Objects.toString(file), "", line, 1, message, hint));
  }
}
