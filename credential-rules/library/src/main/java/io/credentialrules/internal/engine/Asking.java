package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.Window;

/**
 * A way to a credential, with what evaluations look at in fields of its own as in {@link Entry}.
 * Compared by identity.
 */
final class Asking {
  private final Way way;
  private final int credential;
  private final int stratum;
  private final int size;
  private final int[] requires;
  private final boolean isAlwaysInForce;
  private final boolean looksAtAllTogether;

  Asking(Award award, Way way) {
    CredentialSettings settings = way.rule().settings();
    this.way = way;
    this.credential = award.number();
    this.stratum = award.stratum();
    this.requires = way.requires().stream().mapToInt(Integer::intValue).toArray();
    this.size = requires.length;
    this.isAlwaysInForce = way.rule().header().window().equals(Window.ALWAYS);
    this.looksAtAllTogether =
        settings.validFor() != null || settings.evidence() == EvidenceUse.EXCLUSIVE;
  }

  Way way() {
    return way;
  }

  /** The number of the credential. */
  int credential() {
    return credential;
  }

  /** When it is decided: after all that it depends on. */
  int stratum() {
    return stratum;
  }

  /** How many requirements it asks for. */
  int size() {
    return size;
  }

  /** The requirements that it asks for, by number; not to be changed. */
  int[] requires() {
    return requires;
  }

  /** Whether its version of the policy applies in an evaluation. */
  boolean isInForce(Firing firing) {
    return isAlwaysInForce
        || firing.isInForce(way.rule().header().window(), way.rule().settings().versionBy());
  }

  /** Whether it has settings that look at all its requirements together. */
  boolean looksAtAllTogether() {
    return looksAtAllTogether;
  }
}
