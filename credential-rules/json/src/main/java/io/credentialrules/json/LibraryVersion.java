package io.credentialrules.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of the library, which the build writes into the jar. */
final class LibraryVersion {
  private static final String FILE = "version.txt";
  private static final String TEXT = read();

  private LibraryVersion() {}

  static String text() {
    return TEXT;
  }

  private static String read() {
    try (InputStream file = LibraryVersion.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the jar holds no " + FILE);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
