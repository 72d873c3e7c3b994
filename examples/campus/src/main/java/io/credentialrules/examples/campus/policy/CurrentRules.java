package io.credentialrules.examples.campus.policy;

import io.credentialrules.CredentialRules;
import io.credentialrules.LiveRules;
import org.springframework.stereotype.Component;

/**
 * The rules to decide by, which are those that the database says are in force: a server that has
 * not heard of a change yet reads it before it decides.
 */
@Component
public class CurrentRules {
  private final PolicyStore policies;
  private final LiveRules live;

  CurrentRules(PolicyStore policies, LiveRules live) {
    this.policies = policies;
    this.live = live;
  }

  /** The rules; those that were in force before where the new ones are refused. */
  public CredentialRules get() {
    if (!isCurrent()) {
      live.reload();
    }
    return live.current();
  }

  /** Whether this server decides by what the database says is in force. */
  public boolean isCurrent() {
    return policies.digestInForce().filter(live.current().digest()::equals).isPresent();
  }
}
