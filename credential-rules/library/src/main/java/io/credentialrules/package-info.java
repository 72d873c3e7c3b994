/**
 * For host developers: {@link io.credentialrules.PolicyPack} is what authors write, {@link
 * io.credentialrules.CredentialRules} is compiled from packs once and shared, {@link
 * io.credentialrules.LearnerRecord} is what is known about a learner, {@link
 * io.credentialrules.Evaluation} holds a {@link io.credentialrules.Decision} for each credential.
 */
@NullMarked
package io.credentialrules;

import org.jspecify.annotations.NullMarked;
