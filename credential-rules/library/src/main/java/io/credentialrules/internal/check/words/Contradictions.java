package io.credentialrules.internal.check.words;

import io.credentialrules.internal.fault.Fault;
import io.credentialrules.policy.SourceSpan;

/** Gets what in a rule contradicts its name. */
@FunctionalInterface
interface Contradictions {
  void found(SourceSpan span, Fault fault);
}
