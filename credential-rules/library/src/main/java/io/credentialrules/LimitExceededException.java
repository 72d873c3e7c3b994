package io.credentialrules;

/** An evaluation that would cost more than the host allows. There is no partial decision. */
public final class LimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String limit;

  /**
   * Names the limit.
   *
   * @param limit the name of the component of {@link Limits}
   * @param allowed its value
   * @param message what to do next
   */
  public LimitExceededException(String limit, long allowed, String message) {
    super("limit `" + limit + "` of " + allowed + " exceeded: " + message);
    this.limit = limit;
  }

  /** The name of the component of {@link Limits}. */
  public String limit() {
    return limit;
  }
}
