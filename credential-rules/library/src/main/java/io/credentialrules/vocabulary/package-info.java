/**
 * The language of policy authors: every fact that a rule can ask for, as records. Each has its
 * {@link io.credentialrules.vocabulary.Provenance}; amounts are exact; a field that is absent
 * satisfies no condition that asks for a value. Hosts add fact types of their own with the same
 * {@link io.credentialrules.vocabulary.FactType} and {@link io.credentialrules.vocabulary.Field}.
 */
@NullMarked
package io.credentialrules.vocabulary;

import org.jspecify.annotations.NullMarked;
