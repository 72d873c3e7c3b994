package io.credentialrules.json;

import io.credentialrules.internal.pack.Containment;
import io.credentialrules.internal.work.Interruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of learner records: its files {@code *.json}, not those of folders within it. As in a
 * folder of a policy pack, whatever is no file or leads out of the folder is refused.
 */
public final class RecordFolder {
  private static final int MOST_ENTRIES = 1_000_000;

  private RecordFolder() {}

  /**
   * The files, in the order of their names.
   *
   * @throws RecordException when the folder cannot be read, has more than a million entries, or has
   *     a {@code *.json} that is a link out of it, a device, a pipe or a folder; tells all of them
   */
  public static List<Path> files(Path folder) {
    List<RecordProblem> problems = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> looked = entries.limit(MOST_ENTRIES + 1L).toList();
      if (looked.size() > MOST_ENTRIES) {
        problems.add(problem(folder, "the folder has too many entries", "split it"));
      }
      for (Path file : looked.stream().filter(RecordFolder::isJson).sorted().toList()) {
        switch (Containment.of(folder, file)) {
          case FILE -> files.add(file);
          case LINK_OUT ->
              problems.add(problem(file, "the file is a link out of the folder", "copy it in"));
          case NO_FILE -> problems.add(problem(file, "it is not a file", "remove it"));
        }
      }
    } catch (IOException unreadable) {
      Interruption.check();
      problems.add(problem(folder, "the folder cannot be read", "check its permissions"));
    }
    if (!problems.isEmpty()) {
      throw new RecordException(problems);
    }
    return files;
  }

  private static boolean isJson(Path file) {
    return file.toString().endsWith(".json");
  }

  private static RecordProblem problem(Path place, String message, String hint) {
    return RecordProblem.of(place.toString(), "", 1, 1, message, hint);
  }
}
