/**
 * A document as values that know their places, whatever it was parsed from: for tools that read
 * learner records which stand within documents of their own, such as scenarios. A host needs none
 * of it.
 */
@NullMarked
package io.credentialrules.json.tree;

import org.jspecify.annotations.NullMarked;
