package io.credentialrules.spring;

import io.credentialrules.CredentialRules;
import io.credentialrules.LiveRules;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Which policy is in force, and why a newer one is not. Always up: what was in force stays in
 * force, so that a mistake in a pack takes no server out of service.
 */
final class PolicyHealthIndicator implements HealthIndicator {
  private final PolicyInForce policy;

  PolicyHealthIndicator(PolicyInForce policy) {
    this.policy = policy;
  }

  @Override
  public Health health() {
    CredentialRules rules = policy.rules();
    Health.Builder health =
        Health.up()
            .withDetail("digest", rules.digest())
            .withDetail("packs", rules.packs().keySet())
            .withDetail("credentials", rules.catalogue().size())
            .withDetail("warnings", rules.warnings().size())
            .withDetail("zone", policy.zone().getId());
    LiveRules.Refusal refusal = policy.refusal();
    if (refusal != null) {
      health.withDetail("refused", refusal.message());
    }
    return health.build();
  }
}
