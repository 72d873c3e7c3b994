package io.credentialrules.examples.campus.policy;

import io.credentialrules.CredentialRules;
import io.credentialrules.LiveRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why packs were refused last on this server. The starter tells it, because it is a listener. */
@Component
public class Refusals implements LiveRules.Listener {
  private final Clock clock;
  private volatile @Nullable Refused latest;

  Refusals(Clock clock) {
    this.clock = clock;
  }

  /**
   * A change of policy that was refused.
   *
   * @param at when
   * @param reason the kind of reason
   * @param message one sentence for each thing that is wrong, one a line
   */
  public record Refused(Instant at, LiveRules.Refusal.Reason reason, String message) {}

  @Override
  public void refused(LiveRules.Refusal refusal) {
    latest = new Refused(clock.instant(), refusal.reason(), refusal.message());
  }

  @Override
  public void replaced(CredentialRules before, CredentialRules now) {
    latest = null;
  }

  /** The last refusal, unless a policy came in force since. */
  public Optional<Refused> latest() {
    return Optional.ofNullable(latest);
  }
}
