package io.credentialrules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A policy with mistakes on purpose, from a file of {@code mistakes/}: packs of {@code rules/} with
 * some lines changed, or files of its own, and everything that is said about them.
 *
 * <pre>
 * change ums-horticulture/level-1.drl
 * -    WorkExperience( hours &gt;= 200 )
 * +    WorkExperience( hour &gt;= 200 )
 *
 * expect
 * error [unknown-field] ums-horticulture/level-1.drl, change 1, 1:21-1:25
 *   unknown field `hour` of WorkExperience
 *   hint: maybe `hours`
 * </pre>
 *
 * <p>{@code change} replaces lines that the file has exactly once: a line that goes begins with a
 * minus sign, one that comes with a plus sign, one that stays with a space. {@code file} adds a
 * file, all of it plus signs. {@code pack} takes a pack that has no change. Places count from the
 * change or the rule that they are in, so that other edits of a pack do not move them.
 */
final class SeededMistake {
  private static final Path FOLDER = Path.of("src/test/resources/mistakes");
  private static final Path RULES = Path.of("../../rules");
  private static final String EXPECT = "\nexpect\n";

  private final Path file;
  private final String statements;
  private final String expected;
  private final Map<String, Map<String, PatchedFile>> packs = new TreeMap<>();

  /**
   * @param above what each file of {@code rules/} begins with, as if somebody had written it there
   */
  private SeededMistake(Path file, String text, String above) {
    int end = text.indexOf(EXPECT);
    if (end < 0) {
      throw new IllegalArgumentException(file + ": it does not say what to `expect`");
    }
    this.file = file;
    this.statements = text.substring(0, end);
    this.expected = text.substring(end + EXPECT.length());
    int line = 1;
    int changes = 0;
    for (String statement : statements.split("\n\n", -1)) {
      List<String> lines = statement.lines().toList();
      String[] head = lines.get(0).split("[ /]", 3);
      String place = file + ":" + line + ": ";
      Map<String, PatchedFile> pack = packs.computeIfAbsent(head[1], name -> pack(name, above));
      List<String> patch = lines.subList(1, lines.size());
      switch (head[0]) {
        case "pack" -> {}
        case "file" -> pack.put(head[2], PatchedFile.added(patch));
        case "change" -> {
          PatchedFile old = pack.get(head[2]);
          if (old == null) {
            throw new IllegalArgumentException(place + "no such file: `" + lines.get(0) + "`");
          }
          pack.put(head[2], old.change(++changes, place, patch));
        }
        default -> throw new IllegalArgumentException(place + "no statement: `" + head[0] + "`");
      }
      line += lines.size() + 1;
    }
  }

  private static Map<String, PatchedFile> pack(String name, String above) {
    Map<String, PatchedFile> files = new TreeMap<>();
    if (Files.isDirectory(RULES.resolve(name))) {
      PolicyPack.read(RULES.resolve(name))
          .files()
          .forEach((path, text) -> files.put(path, PatchedFile.of(above + text)));
    }
    return files;
  }

  /** All of them, in the order of their names. */
  static List<SeededMistake> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(SeededMistake::read).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static SeededMistake read(Path file) {
    try {
      return of(file, Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static SeededMistake of(Path file, String text) {
    return new SeededMistake(file, text, "");
  }

  /** The same mistake, had somebody written this at the head of each file of {@code rules/}. */
  SeededMistake below(String above) {
    return new SeededMistake(file, statements + EXPECT + expected, above);
  }

  String name() {
    return file.getFileName().toString().replace(".txt", "");
  }

  Path file() {
    return file;
  }

  List<PolicyPack> packs() {
    return packs.entrySet().stream().map(pack -> pack(pack.getKey(), pack.getValue())).toList();
  }

  private static PolicyPack pack(String name, Map<String, PatchedFile> files) {
    Map<String, String> texts = new TreeMap<>();
    files.forEach((path, patched) -> texts.put(path, patched.text()));
    return PolicyPack.of(name, texts);
  }

  /** The file that a problem names, such as {@code ums-horticulture/level-1.drl}. */
  PatchedFile patched(String name) {
    int slash = name.indexOf('/');
    return packs
        .getOrDefault(name.substring(0, Math.max(slash, 0)), Map.of())
        .getOrDefault(name.substring(slash + 1), PatchedFile.added(List.of()));
  }

  String expected() {
    return expected;
  }

  /** Writes down what is expected from now on. */
  void expect(String said) throws IOException {
    Files.writeString(file, statements + EXPECT + said);
  }
}
