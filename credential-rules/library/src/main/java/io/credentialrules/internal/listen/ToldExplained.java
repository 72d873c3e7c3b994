package io.credentialrules.internal.listen;

import io.credentialrules.RulesListener;
import io.credentialrules.RulesListener.Question;
import java.time.Duration;

/** A {@link RulesListener.Explained} as listeners are told it. */
record ToldExplained(String policyDigest, Duration time, Question question)
    implements RulesListener.Explained {}
