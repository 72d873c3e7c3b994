package io.credentialrules.pathways;

/**
 * A file that is no pathway, or too large. The message names the file, the place and what to do.
 */
public final class PathwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PathwayException(String message) {
    super(message);
  }
}
