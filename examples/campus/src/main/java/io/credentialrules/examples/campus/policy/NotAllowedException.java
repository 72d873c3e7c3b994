package io.credentialrules.examples.campus.policy;

/** That a policy may not come in force, or may not be approved by somebody, with the reason. */
public class NotAllowedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotAllowedException(String why) {
    super(why);
  }
}
