package io.credentialrules.spring;

import com.google.common.base.CaseFormat;
import io.credentialrules.CredentialRules;
import io.credentialrules.Limits;
import java.util.Map;

/** Applies the limits and values of the properties to a policy before it is compiled. */
final class ConfiguredRules {
  private ConfiguredRules() {}

  static void apply(RulesSetup setup, CredentialRules.Builder rules) {
    setup.prepare(rules);
    setup.values().forEach(rules::writtenValue);
  }

  static Limits limits(Map<String, String> configured) {
    Limits limits = Limits.DEFAULT;
    for (Map.Entry<String, String> limit : configured.entrySet()) {
      String name = limit.getKey();
      try {
        limits =
            limits.with(
                name.contains("-")
                    ? CaseFormat.LOWER_HYPHEN.to(CaseFormat.LOWER_CAMEL, name)
                    : name,
                limit.getValue());
      } catch (IllegalArgumentException wrong) {
        throw ConfigurationException.limit(name, wrong);
      }
    }
    return limits;
  }
}
