package io.credentialrules.internal.read;

import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the files of a pack from a folder, and nothing from outside it. */
public final class PackFolder {
  private static final int DEEPEST = 16;
  private static final int MOST_FILES = 10_000;
  private static final String SCENARIOS = "scenarios";

  private final Path folder;
  private final String name;
  private final Limits limits;
  private final List<Problem> problems = new ArrayList<>();

  private PackFolder(Path folder, String name, Limits limits) {
    this.folder = folder;
    this.name = name;
    this.limits = limits;
  }

  /** The pack in a folder; throws {@link PolicyException} with all problems. */
  public static PolicyPack read(Path folder, Limits limits) {
    Path fileName = folder.toAbsolutePath().normalize().getFileName();
    String name = fileName == null ? "pack" : fileName.toString();
    return new PackFolder(folder, name, limits).read();
  }

  private PolicyPack read() {
    Map<String, String> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      problem("", "missing-folder", "there is no folder `" + folder + "`", "check the path");
    } else {
      for (Path file : drlFiles()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        String text = text(file, path);
        if (text != null) {
          files.put(path, text);
        }
      }
      if (files.isEmpty() && problems.isEmpty()) {
        problem("", "empty-pack", "the pack has no .drl file", "add one, or check the path");
      }
    }
    if (!problems.isEmpty()) {
      throw new PolicyException(problems);
    }
    return PolicyPack.of(name, files);
  }

  private List<Path> drlFiles() {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder, DEEPEST, new FileVisitOption[0])) {
      all.filter(file -> file.getFileName().toString().endsWith(".drl"))
          .filter(file -> !folder.relativize(file).startsWith(SCENARIOS))
          .limit(MOST_FILES + 1L)
          .sorted()
          .forEach(files::add);
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      problem("", "unreadable-folder", "the folder cannot be read", "check its permissions");
    }
    if (files.size() > MOST_FILES) {
      problem("", "limit-files", "the pack has more than " + MOST_FILES + " files", "split it");
      return List.of();
    }
    return files;
  }

  private @org.jspecify.annotations.Nullable String text(Path file, String path) {
    try {
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        problem(path, "link-out-of-pack", "the file is a link out of the pack", "copy it in");
        return null;
      }
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
        problem(path, "not-a-file", "it is not a file", "remove it");
        return null;
      }
      if (Files.size(file) > 4L * limits.maxFileCharacters()) {
        problem(
            path,
            "limit-file-size",
            "the file has more than "
                + limits.maxFileCharacters()
                + " characters (limit `maxFileCharacters`)",
            "split it");
        return null;
      }
      return Files.readString(file);
    } catch (java.nio.charset.CharacterCodingException notUtf8) {
      problem(path, "not-utf-8", "the file is not in UTF-8", "save it as UTF-8");
      return null;
    } catch (IOException unreadable) {
      problem(path, "unreadable-file", "the file cannot be read", "check its permissions");
      return null;
    }
  }

  private void problem(String path, String code, String message, String hint) {
    String file = path.isEmpty() ? name : name + "/" + path;
    problems.add(Problem.error(code, new SourceSpan(file, 1, 1, 1, 1), message, hint));
  }
}
