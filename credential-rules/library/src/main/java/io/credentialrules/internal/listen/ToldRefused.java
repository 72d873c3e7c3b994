package io.credentialrules.internal.listen;

import io.credentialrules.RulesListener;
import io.credentialrules.RulesListener.Stage;
import java.time.Duration;

/** A {@link RulesListener.Refused} as listeners are told it. */
record ToldRefused(String policyDigest, Duration time, Stage stage, String reason)
    implements RulesListener.Refused {}
