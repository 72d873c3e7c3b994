package io.credentialrules.spring;

import io.credentialrules.RulesListener;
import io.credentialrules.micrometer.RulesMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Meters of what the rules do, where the application has a registry and the Micrometer artifact.
 */
@AutoConfiguration(
    before = CredentialRulesAutoConfiguration.class,
    afterName =
        "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({MeterRegistry.class, RulesMetrics.class})
@ConditionalOnBean(MeterRegistry.class)
public final class RulesMetricsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(RulesMetrics.class)
  RulesListener credentialRulesMetrics(MeterRegistry registry) {
    return RulesMetrics.in(registry);
  }
}
