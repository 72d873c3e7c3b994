package io.credentialrules.internal.read.token;

/**
 * Leaves the construct that is being read after its problem was reported; whoever knows where to go
 * on catches it. It never leaves this package.
 */
public final class GiveUp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a trace, which would cost more than the reading. */
  public GiveUp() {
    super("reading goes on after the problem", null, false, false);
  }
}
