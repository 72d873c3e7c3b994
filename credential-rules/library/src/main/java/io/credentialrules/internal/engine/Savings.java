package io.credentialrules.internal.engine;

/**
 * What the network saves beside deciding. None changes an answer: a test compares the network that
 * has all with the plain one, in which each branch is a rule of its own that is always awake.
 *
 * @param byTouch branches are woken only by facts that can touch them
 * @param byShape branches of one shape share a rule
 * @param byNode what one fact decides is asked of the nodes of its rule, without a session
 * @param inOne what a pattern compares with other facts is one condition of the engine
 * @param factsAtOnce records with more facts enter in parts where a rule looks at several facts
 *     together, so that what the first ones meet costs no combination of the others; of the parts
 *     each is as large as all before it
 */
public record Savings(
    boolean byTouch, boolean byShape, boolean byNode, boolean inOne, int factsAtOnce) {
  /** All of them. */
  public static final Savings ALL = new Savings(true, true, true, true, 8);

  /** The plain network. */
  public static final Savings NONE = new Savings(false, false, false, false, Integer.MAX_VALUE);
}
