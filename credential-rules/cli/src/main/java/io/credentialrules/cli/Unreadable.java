package io.credentialrules.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;

/** Says why a file cannot be read, and what to do. */
final class Unreadable {
  private Unreadable() {}

  /** One sentence that begins with the name of the file. */
  static String sentence(Path file, IOException failure) {
    return "`"
        + file
        + (failure instanceof CharacterCodingException
            ? "` is not UTF-8: save it as UTF-8"
            : "` cannot be read: check that the file is there");
  }
}
