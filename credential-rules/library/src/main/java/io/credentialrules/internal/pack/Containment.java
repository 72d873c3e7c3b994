package io.credentialrules.internal.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether what is found in a folder may be read as a file of it. */
public enum Containment {
  /** A file, in the folder or linked within it. */
  FILE,
  /** A link that leads out of the folder. */
  LINK_OUT,
  /** A folder, a device, a pipe or a socket: reading it might never end. */
  NO_FILE;

  /**
   * Looks at something in a folder, without opening it.
   *
   * @throws IOException when it cannot be looked at, as a link to nothing
   */
  public static Containment of(Path folder, Path file) throws IOException {
    if (!file.toRealPath().startsWith(folder.toRealPath())) {
      return LINK_OUT;
    }
    return Files.isRegularFile(file) ? FILE : NO_FILE;
  }
}
