package io.credentialrules.internal.resolve;

import io.credentialrules.Limits;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.PolicyModel;
import java.util.Collection;
import java.util.Set;

/**
 * A policy as far as it could be read.
 *
 * @param leftOut ids of rules that could not be read; they are known to exist, so that one mistake
 *     is not reported twice
 * @param complete whether everything could be read; otherwise nothing is said about what may be in
 *     the rest
 */
public record ReadPolicy(
    PolicyModel model,
    Vocabulary vocabulary,
    Limits limits,
    Set<String> leftOut,
    boolean complete) {

  /** With the ids in any order, and repeated or not. */
  public ReadPolicy(
      PolicyModel model,
      Vocabulary vocabulary,
      Limits limits,
      Collection<String> leftOut,
      boolean complete) {
    this(model, vocabulary, limits, Set.copyOf(leftOut), complete);
  }
}
