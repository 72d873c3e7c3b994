package io.credentialrules.examples.campus.cost;

/** What a request costs, and so by which budget it goes. */
public enum Cost {
  /** A question about one record, or one text: an evaluation, a plan, a picture, a check. */
  QUESTION,
  /** A question about many: coverage, impact, a trial. */
  STUDY,
  /** An attempt to sign in, whose password is compared slowly on purpose. */
  SIGN_IN
}
