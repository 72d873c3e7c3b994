package io.credentialrules.spring;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application configures.
 *
 * @param packs the packs, each a folder, or {@code classpath:} and the name of a pack there
 * @param zone the time zone of decisions, in place of the one that the packs name
 * @param limits limits by their names in {@code docs/limits.md}, such as {@code max-facts}
 * @param values values in place of those that packs declare under a name; a list has commas
 * @param factPackages packages with fact types of the application, beside the application's own
 * @param reload when packs are read again
 */
@ConfigurationProperties("credential-rules")
record CredentialRulesProperties(
    @DefaultValue List<String> packs,
    @Nullable ZoneId zone,
    @DefaultValue Map<String, String> limits,
    @DefaultValue Map<String, String> values,
    @DefaultValue List<String> factPackages,
    @DefaultValue Reload reload) {

  /**
   * When packs are read again.
   *
   * @param every how long after one reload the next begins; never where it is absent
   * @param mayLose ids of the credentials that a new policy may lack; one that lacks any other
   *     credential of the policy in force is refused
   */
  record Reload(@Nullable Duration every, @DefaultValue Set<String> mayLose) {}
}
