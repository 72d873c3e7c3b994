package io.credentialrules.cli;

import io.credentialrules.openbadges.BadgeLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of others: only what is a file, and never more than a badge may have. */
final class BadgeFile {
  private static final int MOST_BYTES = BadgeLimits.DEFAULT.maxImageBytes();

  private BadgeFile() {}

  /** The bytes of a file. */
  static byte[] read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new FileSystemException(file.toString(), null, "check that the file is there");
    }
    if (!Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "it is not a file");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new FileSystemException(
            file.toString(), null, "it has more than " + MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }

  /** Why it cannot be read, as a message says it. */
  static String why(IOException failure) {
    return failure instanceof FileSystemException stated && stated.getReason() != null
        ? stated.getReason()
        : "check that the file may be read";
  }
}
