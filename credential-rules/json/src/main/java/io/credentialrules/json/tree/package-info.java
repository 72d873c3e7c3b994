/**
 * A document as values that know their places, whatever it was parsed from: for tools that read
 * learner records embedded in other documents, such as scenarios. Hosts do not need it.
 */
@NullMarked
package io.credentialrules.json.tree;

import org.jspecify.annotations.NullMarked;
