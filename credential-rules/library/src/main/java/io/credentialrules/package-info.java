/**
 * For host developers: {@link io.credentialrules.PolicyPack} is what authors write, {@link
 * io.credentialrules.CredentialRules} is compiled from packs once and shared, {@link
 * io.credentialrules.LearnerRecord} is what is known about a learner, {@link
 * io.credentialrules.Evaluation} holds a {@link io.credentialrules.Decision} for each credential.
 *
 * <p>A host meets twelve types first: these five; {@link io.credentialrules.vocabulary.Learner},
 * facts such as {@link io.credentialrules.vocabulary.TrainingCompletion} and their {@link
 * io.credentialrules.vocabulary.Provenance}; the {@link io.credentialrules.RequirementResult} of a
 * decision with its {@link io.credentialrules.RequirementState} and {@link
 * io.credentialrules.Measure}; and the {@link io.credentialrules.PolicyException} of a policy that
 * has errors. {@link io.credentialrules.LiveRules} and {@link io.credentialrules.Batch} come when a
 * service grows, {@link io.credentialrules.Plan} and {@link io.credentialrules.Impact} with
 * questions of what to do and what would change; the rest is what these are made of.
 */
@NullMarked
package io.credentialrules;

import org.jspecify.annotations.NullMarked;
