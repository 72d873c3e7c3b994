package io.credentialrules.internal.listen;

import io.credentialrules.RulesListener;
import java.time.Duration;

/** A {@link RulesListener.Evaluated} as listeners are told it. */
record ToldEvaluated(String policyDigest, Duration time, int facts, int earned)
    implements RulesListener.Evaluated {}
