/**
 * Badges and learner records of other issuers, read into facts and verified: {@link
 * io.credentialrules.openbadges.BadgeReader} reads a document, {@link
 * io.credentialrules.openbadges.BadgeImport} is what it became, each credential with its {@link
 * io.credentialrules.openbadges.Verification}. Keys come from the host's {@link
 * io.credentialrules.openbadges.IssuerKeys}, documents from its {@link
 * io.credentialrules.openbadges.HostedDocuments}, the policy's names from a reviewed {@link
 * io.credentialrules.openbadges.AchievementMapping}.
 */
@NullMarked
package io.credentialrules.openbadges;

import org.jspecify.annotations.NullMarked;
