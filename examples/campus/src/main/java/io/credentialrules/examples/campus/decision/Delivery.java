package io.credentialrules.examples.campus.decision;

/**
 * Acts on a change: issues a badge, tells the learner. It is called within the transaction that
 * marks the change as delivered, so whatever it writes to the database is written once. What it
 * sends elsewhere can be sent twice when the server dies: send {@link Change#id} with it.
 */
public interface Delivery {

  /** Acts on the change. */
  void deliver(Change change);
}
