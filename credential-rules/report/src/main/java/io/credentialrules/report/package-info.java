/**
 * Answers as people read them: {@link io.credentialrules.report.Sentences} says each part of an
 * evaluation in words, {@link io.credentialrules.report.Report} renders an evaluation as text,
 * Markdown or a page, {@link io.credentialrules.report.CredentialGraph} draws credentials and what
 * they require, and {@link io.credentialrules.report.PolicyDocument} says what the rules require.
 */
@NullMarked
package io.credentialrules.report;

import org.jspecify.annotations.NullMarked;
