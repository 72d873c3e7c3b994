package io.credentialrules.micrometer;

import io.credentialrules.RulesListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;

/**
 * Keeps meters of what rules do: {@code credential.rules.compile}, {@code
 * credential.rules.evaluate} and {@code credential.rules.explain} are timers, the last by {@code
 * question}; {@code credential.rules.facts} is the distribution of how many facts an evaluated
 * record has; {@code credential.rules.refused} counts by {@code stage} and {@code reason}. No meter
 * has a tag of a learner or of a policy, so that their number is bounded. Thread-safe.
 *
 * <pre>{@code
 * CredentialRules.builder().add(pack).listener(RulesMetrics.in(registry)).compile();
 * }</pre>
 */
public final class RulesMetrics implements RulesListener {
  private static final String PREFIX = "credential.rules.";

  private final MeterRegistry registry;

  private RulesMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Meters in a registry, which several policies may share. */
  public static RulesMetrics in(MeterRegistry registry) {
    return new RulesMetrics(registry);
  }

  @Override
  public void compiled(Compiled event) {
    registry.timer(PREFIX + "compile").record(event.time());
  }

  @Override
  public void evaluated(Evaluated event) {
    registry.timer(PREFIX + "evaluate").record(event.time());
    registry.summary(PREFIX + "facts").record(event.facts());
  }

  @Override
  public void explained(Explained event) {
    registry.timer(PREFIX + "explain", "question", word(event.question())).record(event.time());
  }

  @Override
  public void refused(Refused event) {
    registry
        .counter(
            PREFIX + "refused", Tags.of("stage", word(event.stage()), "reason", event.reason()))
        .increment();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The registry. */
  @Override
  public String toString() {
    return "meters in " + registry;
  }
}
