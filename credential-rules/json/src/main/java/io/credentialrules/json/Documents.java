package io.credentialrules.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads documents from streams and files, no more of them than a limit allows. */
final class Documents {
  private Documents() {}

  /** The document in a stream, which stays open. */
  static DocumentText of(String source, InputStream stream, int maxBytes) {
    byte[] bytes;
    try {
      bytes = stream.readNBytes(maxBytes + 1);
    } catch (IOException problem) {
      throw refused(source, "the document cannot be read", "");
    }
    if (bytes.length > maxBytes) {
      throw tooLarge(source, maxBytes);
    }
    return Utf8.decode(source, bytes);
  }

  /** The document in a file. */
  static DocumentText of(String source, Path file, int maxBytes) {
    if (Files.isDirectory(file)) {
      throw refused(source, "the document is a folder", "name a file in it");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return of(source, stream, maxBytes);
    } catch (NoSuchFileException missing) {
      throw refused(source, "there is no such file", "look at its name and folder");
    } catch (AccessDeniedException denied) {
      throw refused(source, "the file may not be read", "ask for the right to read it");
    } catch (IOException problem) {
      throw refused(source, "the file cannot be read", "");
    }
  }

  static RecordException tooLarge(String source, int maxBytes) {
    return refused(
        source,
        "the document is larger than " + maxBytes + " bytes",
        "leave out what no rule requires");
  }

  private static RecordException refused(String source, String message, String hint) {
    return new RecordException(List.of(RecordProblem.of(source, "", 1, 1, message, hint)));
  }
}
