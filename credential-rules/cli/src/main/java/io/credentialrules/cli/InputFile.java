package io.credentialrules.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the files that options name, and says why one cannot be read and what to do. */
final class InputFile {
  /** More than any reader of this command line takes; each of them says what is too long for it. */
  private static final int MOST_BYTES = 64_000_000;

  private InputFile() {}

  /** The bytes of a file, or of a pipe, as keys often come; never more than a reader can take. */
  static byte[] bytes(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new FileSystemException(file.toString(), null, "check that the file is there");
    }
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "it is not a file, but a folder");
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

  /** The text of a file in UTF-8. */
  static String text(Path file) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
  }

  /** Why a file cannot be read, as one sentence that begins with its name. */
  static String sentence(Path file, IOException failure) {
    return "`" + file + "` cannot be read: " + why(failure);
  }

  /** Why a file cannot be read, as the end of a sentence. */
  static String why(IOException failure) {
    if (failure instanceof CharacterCodingException) {
      return "it is not UTF-8; save it as UTF-8";
    }
    return failure instanceof FileSystemException stated
            && !(failure instanceof AccessDeniedException)
            && stated.getReason() != null
        ? stated.getReason()
        : "check that you may read it";
  }
}
