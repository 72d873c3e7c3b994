package io.credentialrules.spring;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LiveRules;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the application, in its time zone. Thread-safe. Rules are replaced when packs are
 * reloaded: a request that asks several questions takes {@link #rules} once.
 */
public final class PolicyInForce {
  private final LiveRules live;
  private final @Nullable ZoneId configured;
  private final ZoneId first;

  PolicyInForce(LiveRules live, @Nullable ZoneId configured) {
    this.live = live;
    this.configured = configured;
    ZoneId chosen = configured == null ? live.current().zone() : configured;
    if (chosen == null) {
      throw ConfigurationException.noZone();
    }
    this.first = chosen;
  }

  /** The rules that are in force now. */
  public CredentialRules rules() {
    return live.current();
  }

  /** Why the packs as they were read last are not in force; null where they are. */
  public LiveRules.@Nullable Refusal refusal() {
    return live.refusal();
  }

  /**
   * The zone in which a day begins and ends: {@code credential-rules.zone}, or else that of the
   * packs in force; where these name none any more, that in which the application started.
   */
  public ZoneId zone() {
    return zone(rules());
  }

  /**
   * Evaluates a record at the end of a day, by the rules that are in force now.
   *
   * @throws IllegalArgumentException and {@link io.credentialrules.LimitExceededException} as
   *     {@link CredentialRules#evaluate(LearnerRecord, LocalDate, ZoneId)}
   */
  public Evaluation evaluate(LearnerRecord record, LocalDate asOf) {
    CredentialRules rules = rules();
    return rules.evaluate(record, asOf, zone(rules));
  }

  private ZoneId zone(CredentialRules rules) {
    ZoneId ofPacks = rules.zone();
    return configured == null && ofPacks != null ? ofPacks : first;
  }

  @Override
  public String toString() {
    return "policy in force " + rules().digest();
  }
}
