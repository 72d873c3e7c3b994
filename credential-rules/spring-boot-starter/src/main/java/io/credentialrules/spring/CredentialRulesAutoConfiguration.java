package io.credentialrules.spring;

import io.credentialrules.LiveRules;
import io.credentialrules.RulesListener;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * The rules of the application, from its properties. A {@link LiveRules} of its own replaces them.
 */
@AutoConfiguration
@EnableConfigurationProperties(CredentialRulesProperties.class)
public final class CredentialRulesAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  PackSource credentialRulesPacks(CredentialRulesProperties properties, ResourceLoader loader) {
    return new ConfiguredPacks(properties.packs(), Objects.requireNonNull(loader.getClassLoader()));
  }

  @Bean
  RulesSetup credentialRulesSetup(
      CredentialRulesProperties properties,
      BeanFactory beans,
      Environment environment,
      ResourceLoader loader) {
    return new RulesSetup(
        ConfiguredRules.limits(properties.limits()),
        ScannedFactTypes.in(packages(properties, beans), environment, loader),
        properties.values());
  }

  @Bean
  @ConditionalOnMissingBean
  LiveRules credentialRulesLive(
      CredentialRulesProperties properties,
      RulesSetup setup,
      PackSource packs,
      ObjectProvider<RulesCustomizer> customizers,
      ObjectProvider<RulesListener> listeners,
      ObjectProvider<LiveRules.Listener> reloadListeners) {
    List<RulesListener> told = listeners.orderedStream().toList();
    List<RulesCustomizer> all = customizers.orderedStream().toList();
    return LiveRules.of(packs::read)
        .setup(
            rules -> {
              ConfiguredRules.apply(setup, rules);
              told.forEach(rules::listener);
              all.forEach(customizer -> customizer.customize(rules));
            })
        .listener(new ListenersInOrder(reloadListeners.orderedStream().toList()))
        .mayLose(properties.reload().mayLose())
        .start();
  }

  @Bean
  @Lazy(false) // nothing asks for it
  PolicyReload credentialRulesReload(LiveRules live, CredentialRulesProperties properties) {
    return new PolicyReload(live, properties.reload().every());
  }

  @Bean
  @ConditionalOnMissingBean
  PolicyInForce policyInForce(LiveRules live, CredentialRulesProperties properties) {
    return new PolicyInForce(live, properties.zone());
  }

  private static Set<String> packages(CredentialRulesProperties properties, BeanFactory beans) {
    List<String> packages = new ArrayList<>(properties.factPackages());
    if (AutoConfigurationPackages.has(beans)) {
      packages.addAll(AutoConfigurationPackages.get(beans));
    }
    return new LinkedHashSet<>(packages);
  }
}
