package io.credentialrules.examples.campus.cost;

/** Somebody asks more often than the budget allows. */
class TooOftenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long seconds;

  TooOftenException(long seconds) {
    super("too often; again in " + seconds + " seconds");
    this.seconds = seconds;
  }

  /** How long to wait. */
  long seconds() {
    return seconds;
  }
}
