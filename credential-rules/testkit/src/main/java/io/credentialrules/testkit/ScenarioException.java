package io.credentialrules.testkit;

/**
 * A scenario file that cannot be read. The message starts with the file and, where there is one,
 * the line and column.
 */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScenarioException(String message) {
    super(message);
  }

  ScenarioException(String message, Throwable cause) {
    super(message, cause);
  }
}
