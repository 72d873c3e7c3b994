package io.credentialrules.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health of the policy, where the application has Spring Boot's health. */
@AutoConfiguration(after = CredentialRulesAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(PolicyInForce.class)
public final class PolicyHealthAutoConfiguration {

  // The condition is on the method, because it cannot be read where its class is missing.
  @Bean
  @ConditionalOnEnabledHealthIndicator("policy")
  @ConditionalOnMissingBean(name = "policyHealthIndicator")
  HealthIndicator policyHealthIndicator(PolicyInForce policy) {
    return new PolicyHealthIndicator(policy);
  }
}
