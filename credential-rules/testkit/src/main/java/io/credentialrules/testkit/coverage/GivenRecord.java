package io.credentialrules.testkit.coverage;

import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.syntax.PolicyRule;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * A record that coverage was told of.
 *
 * @param holding the rules that hold for it
 */
record GivenRecord(LearnerRecord record, ZonedDateTime asOf, Set<PolicyRule> holding) {}
