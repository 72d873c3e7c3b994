/**
 * The language of policy authors: every fact that a rule can match, as records. Each has its {@link
 * io.credentialrules.vocabulary.Provenance}; amounts are exact; an absent field satisfies no
 * condition that compares it with a value. Hosts add fact types of their own with the same {@link
 * io.credentialrules.vocabulary.FactType} and {@link io.credentialrules.vocabulary.Field}.
 */
@NullMarked
package io.credentialrules.vocabulary;

import org.jspecify.annotations.NullMarked;
