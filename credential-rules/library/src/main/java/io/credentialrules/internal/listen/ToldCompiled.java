package io.credentialrules.internal.listen;

import io.credentialrules.RulesListener;
import java.time.Duration;

/** A {@link RulesListener.Compiled} as listeners are told it. */
record ToldCompiled(String policyDigest, Duration time, int rules, int credentials, int warnings)
    implements RulesListener.Compiled {}
