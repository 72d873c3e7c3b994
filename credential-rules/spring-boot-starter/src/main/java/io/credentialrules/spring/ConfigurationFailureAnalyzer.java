package io.credentialrules.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what an application has to configure before it can start. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, ConfigurationException missing) {
    return new FailureAnalysis(missing.getMessage(), missing.action(), missing);
  }
}
