package io.credentialrules.hostile;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of the corpus, and what must be said of it.
 *
 * @param path where it is
 * @param theme the folder that it stands in
 * @param expected the first problems, each as {@code line:column code}
 */
record HostileFile(Path path, String theme, List<String> expected) {
  static final Path CORPUS = Path.of("src/test/resources/hostile");

  /** Of files with many problems the first tell enough. */
  private static final int PROBLEMS_SHOWN = 5;

  private static final String EXPECTED = "expected.txt";

  /** Texts that are allowed where they stand. */
  static final Path DATA = CORPUS.resolve("data");

  /** All themes with their files, in the order of their names, but for harmless data. */
  static Map<String, List<HostileFile>> byTheme() {
    Map<String, List<HostileFile>> themes = new LinkedHashMap<>();
    for (Path theme : children(CORPUS)) {
      if (theme.equals(DATA)) {
        continue;
      }
      String name = theme.getFileName().toString();
      Map<String, List<String>> expected = expected(theme.resolve(EXPECTED));
      List<HostileFile> files = new ArrayList<>();
      for (Path file : children(theme)) {
        String fileName = file.getFileName().toString();
        if (!fileName.equals(EXPECTED)) {
          files.add(new HostileFile(file, name, expected.getOrDefault(fileName, List.of())));
        }
      }
      themes.put(name, files);
    }
    return themes;
  }

  String name() {
    return path.getFileName().toString();
  }

  /** The first problems when the file is all that a pack has, in the form of what is expected. */
  List<String> problems(Path folder) throws IOException {
    List<String> said = new ArrayList<>();
    for (Problem problem : refusal(folder)) {
      if (said.size() < PROBLEMS_SHOWN && problem.severity() == Severity.ERROR) {
        said.add(problem.span().line() + ":" + problem.span().column() + " " + problem.code());
      }
    }
    return said;
  }

  /** All problems, when the file is read, checked and compiled alone. */
  List<Problem> refusal(Path folder) throws IOException {
    Files.copy(path, folder.resolve(name()));
    try {
      PolicyPack pack = PolicyPack.read(folder);
      CredentialRules.builder().add(pack).check();
      CredentialRules.compile(pack);
      return List.of();
    } catch (PolicyException refused) {
      return refused.problems();
    }
  }

  static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** File names, each followed by indented problems. */
  private static Map<String, List<String>> expected(Path file) {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      for (String line : lines.toList()) {
        if (line.startsWith("  ")) {
          problems.add(line.strip());
        } else {
          problems = new ArrayList<>();
          expected.put(line, problems);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return expected;
  }
}
