package io.credentialrules.testkit.internal.search;

import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.syntax.PolicyRule;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * A record from which others are made.
 *
 * @param holding the rules that hold for it
 */
public record GivenRecord(LearnerRecord record, ZonedDateTime asOf, Set<PolicyRule> holding) {}
