package io.credentialrules.internal.check.words;

import io.credentialrules.policy.SourceSpan;

/**
 * A text that says what a rule asks for.
 *
 * @param where what it is, as messages say it: a name or a description
 */
record SaidText(String text, SourceSpan span, String where) {}
