package io.credentialrules.policy.syntax;

import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Awards a credential. Several rules of one credential are routes to it, or versions of the policy.
 *
 * @param id the credential, from {@code @credential}
 * @param pathway from {@code @pathway}; null where none is given
 * @param level from {@code @level}, at least 1; null where none is given
 * @param recommends requirements that are recommended and reported, but do not decide, from
 *     {@code @recommends}
 * @param settings how the credential lasts and which version applies
 */
public record CredentialRule(
    RuleHeader header,
    String id,
    SourceSpan idSpan,
    @Nullable String pathway,
    @Nullable Integer level,
    List<Reference> recommends,
    CredentialSettings settings,
    Condition.All when)
    implements PolicyRule {
  /** Copies the recommendations. */
  public CredentialRule {
    recommends = List.copyOf(recommends);
  }

  @Override
  public VersionBy versionBy() {
    return settings.versionBy();
  }

  @Override
  public CredentialRule header(RuleHeader other) {
    return new CredentialRule(other, id, idSpan, pathway, level, recommends, settings, when);
  }

  @Override
  public CredentialRule when(Condition.All other) {
    return new CredentialRule(header, id, idSpan, pathway, level, recommends, settings, other);
  }
}
