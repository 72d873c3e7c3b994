package io.credentialrules.internal.pack;

import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.FileFaults;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the files of a pack from a folder, and nothing from outside it. */
public final class PackFolder {
  private static final int DEEPEST = 16;

  /** Other files may be in the folder too, but not without end. */
  private static final int OTHER_FILES_A_FILE = 100;

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

  /** The name of the pack in a folder. */
  public static String name(Path folder) {
    Path fileName = folder.toAbsolutePath().normalize().getFileName();
    return fileName == null ? "pack" : fileName.toString();
  }

  /**
   * The texts of the files in a folder, by path; throws {@link PolicyException} with all problems.
   */
  public static Map<String, String> read(Path folder, Limits limits) {
    return new PackFolder(folder, name(folder), limits).read();
  }

  private Map<String, String> read() {
    Map<String, String> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      problem("", FileFaults.missingFolder(folder.toString()));
    } else {
      long characters = 0;
      for (Path file : drlFiles()) {
        Interruption.check();
        String path = folder.relativize(file).toString().replace('\\', '/');
        String text = text(file, path);
        if (text != null) {
          files.put(path, text);
          characters += text.length();
        }
        if (characters > limits.maxPolicyCharacters()) {
          problem(path, LimitFaults.limitPolicySize(limits.maxPolicyCharacters()));
          break;
        }
      }
      if (files.isEmpty() && problems.isEmpty()) {
        problem("", FileFaults.emptyPack());
      }
    }
    if (!problems.isEmpty()) {
      throw new PolicyException(problems);
    }
    return files;
  }

  private List<Path> drlFiles() {
    Visitor visitor = new Visitor();
    try {
      Files.walkFileTree(
          folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, visitor);
    } catch (IOException unreadable) {
      Interruption.check();
      problem("", FileFaults.unreadableFolder());
    }
    if (visitor.tooMany) {
      problem("", LimitFaults.limitFiles(limits.maxFiles()));
      return List.of();
    }
    visitor.files.sort(null);
    return visitor.files;
  }

  /** Collects policy files. Links are not followed, and scenarios are not looked at. */
  private final class Visitor extends SimpleFileVisitor<Path> {
    private final List<Path> files = new ArrayList<>();
    private long looked;
    private boolean tooMany;

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return folder.relativize(directory).startsWith(SCENARIOS)
          ? FileVisitResult.SKIP_SUBTREE
          : look(directory, false);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return look(file, true);
    }

    private FileVisitResult look(Path path, boolean isFile) {
      Interruption.check();
      if (isPolicy(path) && (isFile || !path.equals(folder))) {
        files.add(path);
      }
      looked++;
      tooMany =
          files.size() > limits.maxFiles()
              || looked > (long) OTHER_FILES_A_FILE * limits.maxFiles();
      return tooMany ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    private boolean isPolicy(Path path) {
      return path.toString().endsWith(".drl");
    }
  }

  private @Nullable String text(Path file, String path) {
    try {
      Containment containment = Containment.of(folder, file);
      if (containment == Containment.LINK_OUT) {
        problem(path, FileFaults.linkOutOfPack());
        return null;
      }
      if (containment == Containment.NO_FILE) {
        problem(path, FileFaults.notAFile());
        return null;
      }
      PackText text;
      try (InputStream bytes = Files.newInputStream(file)) {
        text = PackText.read(bytes, limits);
      }
      if (text.fault() != null) {
        problem(path, text.fault());
        return null;
      }
      return text.text();
    } catch (IOException unreadable) {
      // An interrupt closes what is being read.
      Interruption.check();
      problem(path, FileFaults.unreadableFile());
      return null;
    }
  }

  private void problem(String path, Fault fault) {
    problems.add(fault.atStartOf(path.isEmpty() ? name : name + "/" + path));
  }
}
